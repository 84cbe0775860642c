import { MACHINE_SCOPES, type MachineScope, STAFF_ROLES, type Words } from '@mashang/kit'
import Type, { type Static } from 'typebox'

export const Role = Type.Enum([...STAFF_ROLES])
export const Scope = Type.Enum([...MACHINE_SCOPES])

/** Name a member of staff signs in with. */
export const AccountName = Type.String({
  minLength: 2,
  maxLength: 40,
  pattern: '^[a-z][a-z0-9._-]*$',
  description: '账号 account name, lower case',
})

export const OrganCode = Type.String({ minLength: 2, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })

/** 工作人员 — a member of staff of an organ, with roles. */
export const StaffMember = Type.Object({
  id: Type.String(),
  account: Type.String(),
  name: Type.String(),
  organ: Type.String(),
  roles: Type.Array(Role),
  disabled: Type.Boolean(),
  createdAt: Type.String(),
  lastSignInAt: Type.Union([Type.String(), Type.Null()]),
})
export type StaffMember = Static<typeof StaffMember>

/** An API key as it is listed: never the key itself. */
export const MachineKey = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Scope),
  createdAt: Type.String(),
  /** Accurate to a minute or so. */
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  revokedAt: Type.Union([Type.String(), Type.Null()]),
})
export type MachineKey = Static<typeof MachineKey>

export const MACHINE_SCOPE_WORDS: Readonly<Record<MachineScope, Words>> = {
  'applications:submit': { zh: '提交办件', en: 'Submit applications' },
  'applications:read': { zh: '查询办件', en: 'Read applications' },
  'items:read': { zh: '查询事项', en: 'Read service items' },
  'files:write': { zh: '上传文件', en: 'Upload files' },
}

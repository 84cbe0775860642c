import type { Words } from './refusal.ts'

/** Roles of a member of staff; what each may do stands in the endpoints' `access`. */
export const STAFF_ROLES = [
  'window-clerk',
  'handling-officer',
  'inspector',
  'approval-head',
  'cashier',
  'supervisor',
  'catalogue-editor',
  'assistant',
  'administrator',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const STAFF_ROLE_WORDS: Readonly<Record<StaffRole, Words>> = {
  'window-clerk': { zh: '窗口人员', en: 'Window clerk' },
  'handling-officer': { zh: '承办人', en: 'Handling officer' },
  inspector: { zh: '勘验人员', en: 'Inspector' },
  'approval-head': { zh: '首席代表', en: 'Head of the approval office' },
  cashier: { zh: '收费员', en: 'Cashier' },
  supervisor: { zh: '监察人员', en: 'Supervisor' },
  'catalogue-editor': { zh: '事项管理员', en: 'Catalogue editor' },
  assistant: { zh: '帮办代办员', en: 'Assistant' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
}

/** Scopes of an API key of a machine client. */
export const MACHINE_SCOPES = [
  'applications:submit',
  'applications:read',
  'items:read',
  'files:write',
] as const
export type MachineScope = (typeof MACHINE_SCOPES)[number]

/** Who is asking, as the session or the API key proves it. */
export type Who =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'citizen'; readonly id: string; readonly name: string; readonly session: string }
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly name: string
      /** Code of the organ (department) this member of staff belongs to, e.g. `market-regulation`. */
      readonly organ: string
      readonly roles: readonly StaffRole[]
      readonly session: string
    }
  | {
      readonly kind: 'machine'
      readonly id: string
      readonly name: string
      readonly scopes: readonly MachineScope[]
    }
  | { readonly kind: 'system'; readonly id: string }

/** The part of `Who` that an entry of the journal keeps: id and kind, and the name as it then was. */
export interface Actor {
  readonly kind: Who['kind']
  readonly id: string
  readonly name: string
}

export function actorOf(who: Who): Actor {
  switch (who.kind) {
    case 'anonymous':
      return { kind: 'anonymous', id: 'anonymous', name: '' }
    case 'system':
      return { kind: 'system', id: who.id, name: who.id }
    default:
      return { kind: who.kind, id: who.id, name: who.name }
  }
}

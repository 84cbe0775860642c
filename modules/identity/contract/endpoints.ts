import { type Access, endpoints, everyone } from '@mashang/kit'
import Type from 'typebox'
import {
  CODE_PURPOSES,
  CreditCode,
  Enterprise,
  IdCard,
  NewPassword,
  OneTimeCode,
  Password,
  PersonName,
  Phone,
} from './account.ts'
import { certificateEndpoints } from './certificate-endpoints.ts'
import { Me } from './me.ts'
import { privacyEndpoints } from './privacy-endpoints.ts'
import { AccountName, MachineKey, OrganCode, Role, Scope, StaffMember } from './staff.ts'
import { windowEndpoints } from './window-endpoints.ts'

const closed = { additionalProperties: false } as const
const citizens: Access = { for: 'some', citizen: true, row: 'own-account' }
const administrators: Access = { for: 'some', staff: ['administrator'] }
const signedIn: Access = {
  for: 'some',
  citizen: true,
  staff: [
    'window-clerk',
    'handling-officer',
    'inspector',
    'approval-head',
    'cashier',
    'supervisor',
    'catalogue-editor',
    'assistant',
    'administrator',
  ],
  row: 'own-account',
}

const Done = Type.Object({ done: Type.Literal(true) })
const ById = Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) }, closed)

export const identityEndpoints = endpoints({
  ...certificateEndpoints,
  ...privacyEndpoints,
  ...windowEndpoints,
  me: {
    method: 'GET',
    path: '/api/identity/me',
    summary: { zh: '当前登录者', en: 'Who is signed in' },
    access: everyone,
    output: Me,
    refusals: [],
  },
  sendCode: {
    method: 'POST',
    path: '/api/identity/codes',
    summary: { zh: '发送验证码', en: 'Send a one-time code' },
    access: everyone,
    input: Type.Object({ phone: Phone, purpose: Type.Enum([...CODE_PURPOSES]) }, closed),
    /** The same answer whether or not the number has an account. */
    output: Type.Object({
      sentTo: Type.String({ description: 'masked' }),
      validSeconds: Type.Integer(),
      nextAfterSeconds: Type.Integer(),
      demo: Type.Boolean(),
    }),
    refusals: ['code-asked-too-often', 'message-not-sent'],
    perMinute: 30,
  },
  signUp: {
    method: 'POST',
    path: '/api/identity/sign-up',
    summary: { zh: '注册并登录', en: 'Sign up, and sign in at once' },
    access: everyone,
    input: Type.Object(
      {
        phone: Phone,
        code: OneTimeCode,
        name: PersonName,
        idCard: IdCard,
        password: Type.Optional(NewPassword),
      },
      closed,
    ),
    output: Me,
    refusals: ['code-wrong', 'sign-in-locked', 'phone-registered', 'password-easy-to-guess'],
    perMinute: 30,
  },
  signInByCode: {
    method: 'POST',
    path: '/api/identity/sign-in-by-code',
    summary: { zh: '验证码登录', en: 'Sign in by one-time code' },
    access: everyone,
    input: Type.Object({ phone: Phone, code: OneTimeCode }, closed),
    output: Me,
    /** `phone-not-registered` only after the code proved right; the code stays good for `signUp`. */
    refusals: ['code-wrong', 'sign-in-locked', 'phone-not-registered'],
    perMinute: 30,
  },
  signInByPassword: {
    method: 'POST',
    path: '/api/identity/sign-in-by-password',
    summary: { zh: '密码登录', en: 'Sign in by password' },
    access: everyone,
    input: Type.Object({ phone: Phone, password: Password }, closed),
    output: Me,
    refusals: ['sign-in-failed', 'sign-in-locked'],
    perMinute: 30,
  },
  signInStaff: {
    method: 'POST',
    path: '/api/identity/sign-in-staff',
    summary: { zh: '工作人员登录', en: 'Sign in as a member of staff' },
    access: everyone,
    input: Type.Object({ account: AccountName, password: Password }, closed),
    output: Me,
    refusals: ['staff-sign-in-failed', 'sign-in-locked'],
    perMinute: 30,
  },
  resetPassword: {
    method: 'POST',
    path: '/api/identity/reset-password',
    summary: { zh: '用验证码重设密码', en: 'Set a new password by one-time code' },
    access: everyone,
    input: Type.Object({ phone: Phone, code: OneTimeCode, password: NewPassword }, closed),
    output: Me,
    refusals: ['code-wrong', 'sign-in-locked', 'phone-not-registered', 'password-easy-to-guess'],
    perMinute: 30,
  },
  signOut: {
    method: 'POST',
    path: '/api/identity/sign-out',
    summary: { zh: '退出登录', en: 'Sign out' },
    access: everyone,
    output: Done,
    refusals: [],
  },
  signOutEverywhere: {
    method: 'POST',
    path: '/api/identity/sign-out-everywhere',
    summary: { zh: '退出所有设备', en: 'Sign out on every device' },
    access: signedIn,
    output: Done,
    refusals: [],
  },
  changePassword: {
    method: 'POST',
    path: '/api/identity/change-password',
    summary: { zh: '修改密码', en: 'Change the password' },
    access: signedIn,
    /** `current` may be left out by one who has no password yet. Other sessions are signed out. */
    input: Type.Object({ current: Type.Optional(Password), next: NewPassword }, closed),
    output: Me,
    refusals: ['password-wrong', 'password-easy-to-guess', 'sign-in-locked'],
    perMinute: 30,
  },
  listEnterprises: {
    method: 'GET',
    path: '/api/identity/enterprises',
    summary: { zh: '我代表的企业', en: 'Enterprises I act for' },
    access: citizens,
    output: Type.Object({ enterprises: Type.Array(Enterprise) }),
    refusals: [],
  },
  addEnterprise: {
    method: 'POST',
    path: '/api/identity/enterprises',
    summary: { zh: '添加我代表的企业', en: 'Add an enterprise I act for' },
    access: citizens,
    input: Type.Object(
      {
        uscc: CreditCode,
        name: Type.String({ minLength: 2, maxLength: 100, pattern: '^[^\\u0000-\\u001f<>]+$' }),
      },
      closed,
    ),
    output: Enterprise,
    refusals: ['enterprise-listed-already', 'case-changed'],
  },
  removeEnterprise: {
    method: 'DELETE',
    path: '/api/identity/enterprises/:uscc',
    summary: { zh: '移除我代表的企业', en: 'Remove an enterprise I act for' },
    access: citizens,
    params: Type.Object({ uscc: CreditCode }, closed),
    output: Done,
    refusals: ['enterprise-not-found', 'case-changed'],
  },
  listStaff: {
    method: 'GET',
    path: '/api/identity/staff',
    summary: { zh: '工作人员名单', en: 'List the members of staff' },
    access: administrators,
    query: Type.Object(
      {
        organ: Type.Optional(OrganCode),
        /** Part of a name or of an account name. */
        search: Type.Optional(Type.String({ maxLength: 40 })),
      },
      closed,
    ),
    output: Type.Object({ staff: Type.Array(StaffMember) }),
    refusals: [],
  },
  addStaff: {
    method: 'POST',
    path: '/api/identity/staff',
    summary: { zh: '添加工作人员', en: 'Add a member of staff' },
    access: administrators,
    input: Type.Object(
      {
        account: AccountName,
        name: PersonName,
        organ: OrganCode,
        roles: Type.Array(Role, { minItems: 1, maxItems: 7, uniqueItems: true }),
        password: NewPassword,
      },
      closed,
    ),
    output: StaffMember,
    refusals: ['account-name-taken', 'organ-not-known', 'password-easy-to-guess'],
  },
  setStaffRoles: {
    method: 'PUT',
    path: '/api/identity/staff/:id/roles',
    summary: { zh: '设置角色和部门', en: 'Set roles and organ of a member of staff' },
    access: administrators,
    params: ById,
    input: Type.Object(
      {
        roles: Type.Array(Role, { minItems: 1, maxItems: 7, uniqueItems: true }),
        organ: Type.Optional(OrganCode),
      },
      closed,
    ),
    output: StaffMember,
    refusals: ['staff-not-found', 'organ-not-known', 'own-rights-protected', 'case-changed'],
  },
  setStaffDisabled: {
    method: 'PUT',
    path: '/api/identity/staff/:id/disabled',
    summary: { zh: '停用或启用工作人员', en: 'Disable or enable a member of staff' },
    access: administrators,
    params: ById,
    input: Type.Object({ disabled: Type.Boolean() }, closed),
    output: StaffMember,
    refusals: ['staff-not-found', 'own-rights-protected', 'case-changed'],
  },
  resetStaffPassword: {
    method: 'PUT',
    path: '/api/identity/staff/:id/password',
    summary: { zh: '重设工作人员密码', en: 'Reset the password of a member of staff' },
    access: administrators,
    params: ById,
    input: Type.Object({ password: NewPassword }, closed),
    output: Done,
    refusals: ['staff-not-found', 'password-easy-to-guess', 'case-changed'],
  },
  listKeys: {
    method: 'GET',
    path: '/api/identity/keys',
    summary: { zh: '接口密钥列表', en: 'List the API keys' },
    access: administrators,
    output: Type.Object({ keys: Type.Array(MachineKey) }),
    refusals: [],
  },
  addKey: {
    method: 'POST',
    path: '/api/identity/keys',
    summary: { zh: '签发接口密钥', en: 'Issue an API key' },
    access: administrators,
    input: Type.Object(
      {
        name: Type.String({ minLength: 2, maxLength: 60, pattern: '^[^\\u0000-\\u001f<>]+$' }),
        scopes: Type.Array(Scope, { minItems: 1, maxItems: 10, uniqueItems: true }),
      },
      closed,
    ),
    /** `key` is shown this once; it is sent as `Authorization: Bearer …`. */
    output: Type.Object({ key: Type.String(), listed: MachineKey }),
    refusals: [],
  },
  revokeKey: {
    method: 'DELETE',
    path: '/api/identity/keys/:id',
    summary: { zh: '吊销接口密钥', en: 'Revoke an API key' },
    access: administrators,
    params: ById,
    output: MachineKey,
    refusals: ['key-not-found'],
  },
  listDemoMessages: {
    method: 'GET',
    path: '/api/identity/demo-messages',
    summary: { zh: '演示短信', en: 'Messages of the demonstration' },
    access: everyone,
    /** Newest first, at most 50, of the last hour. */
    output: Type.Object({
      messages: Type.Array(
        Type.Object({
          id: Type.String(),
          at: Type.String(),
          phone: Type.String(),
          text: Type.String(),
          purpose: Type.String(),
        }),
      ),
    }),
    refusals: ['demo-off'],
  },
})

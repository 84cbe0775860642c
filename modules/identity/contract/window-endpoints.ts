import { type Access, endpoints } from '@mashang/kit'
import Type, { type Static } from 'typebox'
import { CreditCode, Enterprise, IdCard, PersonName, Phone } from './account.ts'

const closed = { additionalProperties: false } as const
const windows: Access = { for: 'some', staff: ['window-clerk', 'handling-officer'] }

/** 现场办理人 — somebody at a window: his account with its numbers masked, for the clerk has the card before him. */
export const WalkIn = Type.Object({
  id: Type.String(),
  name: Type.String(),
  idCard: Type.String(),
  phone: Type.String(),
  enterprises: Type.Array(Enterprise),
})
export type WalkIn = Static<typeof WalkIn>

/** Finding and registering people at a window: whole numbers only, counted, each look journaled. */
export const windowEndpoints = endpoints({
  findWalkIn: {
    method: 'POST',
    path: '/api/identity/window/find',
    summary: { zh: '窗口查找办事人（证件号、手机号、信用代码）', en: 'Find a walk-in by a whole number' },
    access: windows,
    /** Posted, so that no number stands in an address. */
    input: Type.Object({ number: Type.String({ minLength: 11, maxLength: 40 }) }, closed),
    output: Type.Object({
      kind: Type.Enum(['phone', 'id-card', 'uscc']),
      people: Type.Array(WalkIn),
    }),
    refusals: ['number-not-whole'],
    perMinute: 20,
  },
  registerWalkIn: {
    method: 'POST',
    path: '/api/identity/window/people',
    summary: { zh: '窗口登记办事人', en: 'Register a walk-in who has no account' },
    access: windows,
    input: Type.Object({ name: PersonName, idCard: IdCard, phone: Phone }, closed),
    output: WalkIn,
    refusals: ['phone-registered-already', 'person-registered'],
    perMinute: 20,
  },
  addAgentAtWindow: {
    method: 'POST',
    path: '/api/identity/window/people/:id/enterprises',
    summary: {
      zh: '登记经办人代表的企业（委托书原件已核验）',
      en: 'Note which enterprise a walk-in acts for; the authorisation was seen',
    },
    access: windows,
    params: Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) }, closed),
    input: Type.Object(
      {
        uscc: CreditCode,
        name: Type.String({ minLength: 2, maxLength: 100, pattern: '^[^\\u0000-\\u001f<>]+$' }),
      },
      closed,
    ),
    output: WalkIn,
    refusals: ['person-not-found', 'enterprise-listed-already', 'case-changed'],
    perMinute: 20,
  },
})

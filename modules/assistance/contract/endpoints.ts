import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { deskHelpEndpoints } from './desk-endpoints.ts'
import { CIRCUMSTANCES, HELP_KINDS } from './entries.ts'
import { HelpId, HelpRow, HelpView } from './help.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: HelpId }, strict)
const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-help' } as const
const Expected = Type.Optional(Type.Integer({ minimum: 1 }))
const common = ['help-not-found', 'help-is-over', 'case-changed'] as const

const principalEndpoints = endpoints({
  requestHelp: {
    method: 'POST',
    path: '/api/assistance/requests',
    summary: { zh: '申请帮办代办', en: 'Ask for help with an item or an own case' },
    access: citizens,
    input: Type.Object(
      {
        kind: Type.Enum(HELP_KINDS),
        item: Type.String({ maxLength: 64 }),
        application: Type.Optional(HelpId),
        /** Credit code of the enterprise for which it is. */
        enterprise: Type.Optional(Type.String({ maxLength: 18 })),
        circumstance: Type.Enum(CIRCUMSTANCES),
        text: Type.String({ maxLength: 1000 }),
      },
      strict,
    ),
    output: HelpView,
    refusals: ['item-not-found', 'case-not-found', 'not-an-agent-of-enterprise', 'form-has-errors'],
    perMinute: 10,
  },
  listMyHelp: {
    method: 'GET',
    path: '/api/assistance/requests/mine',
    summary: { zh: '我的帮办代办', en: 'My requests for help' },
    access: citizens,
    query: Type.Object({ application: Type.Optional(HelpId) }, strict),
    output: Type.Object({ requests: Type.Array(HelpRow) }, strict),
    refusals: [],
  },
  getMyHelp: {
    method: 'GET',
    path: '/api/assistance/requests/mine/:id',
    summary: { zh: '帮办代办详情', en: 'One request, to its principal' },
    access: own,
    params: Id,
    output: HelpView,
    refusals: ['help-not-found'],
  },
  writeToAssistant: {
    method: 'POST',
    path: '/api/assistance/requests/mine/:id/messages',
    summary: { zh: '给帮办员留言', en: 'Write to the assistant' },
    access: own,
    params: Id,
    input: Type.Object({ expected: Expected, text: Type.String({ maxLength: 1000 }) }, strict),
    output: HelpView,
    refusals: [...common, 'form-has-errors'],
  },
  signMandate: {
    method: 'POST',
    path: '/api/assistance/requests/mine/:id/mandate/sign',
    summary: { zh: '在线签署委托书', en: 'Sign the mandate online' },
    access: own,
    params: Id,
    input: Type.Object(
      {
        expected: Expected,
        /** The principal's own name, typed as signature. */
        name: Type.String({ maxLength: 40 }),
      },
      strict,
    ),
    output: HelpView,
    refusals: [...common, 'mandate-missing', 'form-has-errors'],
  },
  revokeMandate: {
    method: 'POST',
    path: '/api/assistance/requests/mine/:id/mandate/revoke',
    summary: { zh: '撤销委托', en: 'Revoke the mandate' },
    access: own,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Type.String({ maxLength: 500 }) }, strict),
    output: HelpView,
    refusals: [...common, 'mandate-missing'],
  },
  endHelp: {
    method: 'POST',
    path: '/api/assistance/requests/mine/:id/end',
    summary: { zh: '不再需要帮办代办', en: 'End the help' },
    access: own,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Type.String({ minLength: 2, maxLength: 500 }) }, strict),
    output: HelpView,
    refusals: common,
  },
  printMandate: {
    method: 'GET',
    path: '/api/assistance/requests/:id/mandate.pdf',
    summary: { zh: '委托书（PDF）', en: 'The mandate, to print' },
    access: { for: 'some', citizen: true, staff: ['assistant', 'supervisor'], row: 'own-help' },
    params: Id,
    output: 'stream',
    refusals: ['help-not-found', 'mandate-missing'],
  },
})

/** Every endpoint of the module. */
export const assistanceEndpoints = { ...principalEndpoints, ...deskHelpEndpoints }

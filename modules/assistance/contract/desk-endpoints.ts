import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { CIRCUMSTANCES, HELP_KINDS, PLACES } from './entries.ts'
import { HelpDay, HelpId, HelpRow, HelpView } from './help.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: HelpId }, strict)
const Expected = Type.Optional(Type.Integer({ minimum: 1 }))
const Words = Type.String({ minLength: 2, maxLength: 1000 })
const assistants = { for: 'some', staff: ['assistant'], row: 'help-of-own' } as const
const readers = { for: 'some', staff: ['assistant', 'supervisor'], row: 'help-of-own' } as const
const common = ['help-not-found', 'help-is-over', 'case-changed', 'not-allowed'] as const
const HELP_VIEWS = ['waiting', 'mine', 'over', 'all'] as const

/** The desk: assistants take requests and help; a clerk asks for someone who stands at the window. */
export const deskHelpEndpoints = endpoints({
  requestHelpAtWindow: {
    method: 'POST',
    path: '/api/assistance/desk/requests',
    summary: { zh: '窗口代为申请帮办代办', en: 'Ask for help for someone at a window' },
    access: { for: 'some', staff: ['window-clerk', 'assistant'] },
    input: Type.Object(
      {
        person: HelpId,
        kind: Type.Enum(HELP_KINDS),
        item: Type.String({ maxLength: 64 }),
        circumstance: Type.Enum(CIRCUMSTANCES),
        text: Words,
      },
      strict,
    ),
    output: Type.Object({ id: Type.String(), number: Type.String() }, strict),
    refusals: ['item-not-found', 'person-not-found'],
  },
  listHelp: {
    method: 'GET',
    path: '/api/assistance/desk/requests',
    summary: { zh: '帮办代办列表', en: 'Requests for help' },
    access: readers,
    query: Type.Object({ view: Type.Optional(Type.Enum(HELP_VIEWS)) }, strict),
    output: Type.Object(
      {
        requests: Type.Array(HelpRow),
        counts: Type.Object(
          {
            waiting: Type.Integer(),
            overdue: Type.Integer(),
            mine: Type.Integer(),
            requested: Type.Integer(),
            taken: Type.Integer(),
            takenInTime: Type.Integer(),
            concluded: Type.Integer(),
          },
          strict,
        ),
      },
      strict,
    ),
    refusals: [],
  },
  getHelp: {
    method: 'GET',
    path: '/api/assistance/desk/requests/:id',
    summary: { zh: '帮办代办（工作台）', en: 'One request at the desk' },
    access: readers,
    params: Id,
    output: HelpView,
    refusals: ['help-not-found'],
  },
  takeHelp: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/take',
    summary: { zh: '承接', en: 'Take a request' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected }, strict),
    output: HelpView,
    refusals: [...common, 'help-taken-already'],
  },
  writeToPrincipal: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/messages',
    summary: { zh: '给委托人留言，或者写内部备注', en: 'Write to the principal, or a note for the office' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected, text: Words, internal: Type.Optional(Type.Boolean()) }, strict),
    output: HelpView,
    refusals: common,
  },
  appointHelp: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/appointment',
    summary: { zh: '约定时间和地点', en: 'Set day and place' },
    access: assistants,
    params: Id,
    input: Type.Object(
      {
        expected: Expected,
        day: HelpDay,
        time: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
        place: Type.Enum(PLACES),
        detail: Type.String({ maxLength: 200 }),
      },
      strict,
    ),
    output: HelpView,
    refusals: [...common, 'form-has-errors'],
  },
  setChecklist: {
    method: 'PUT',
    path: '/api/assistance/desk/requests/:id/checklist',
    summary: { zh: '材料清单', en: 'Which materials are needed and ready' },
    access: assistants,
    params: Id,
    input: Type.Object(
      {
        expected: Expected,
        needed: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 }),
        ready: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 }),
      },
      strict,
    ),
    output: HelpView,
    refusals: [...common, 'material-not-in-item'],
  },
  offerMandate: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/mandate',
    summary: { zh: '请委托人签署委托书', en: 'Ask the principal to sign a mandate' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected, from: HelpDay, to: HelpDay }, strict),
    output: HelpView,
    refusals: [...common, 'form-has-errors', 'mandate-not-for-guided', 'mandate-there-already'],
  },
  openMandatedIntake: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/intake',
    summary: { zh: '代为收件', en: 'Begin the application in the principal’s name' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected }, strict),
    output: Type.Object({ draft: Type.String() }, strict),
    refusals: [...common, 'mandate-missing', 'mandate-outside-its-days', 'mandate-revoked', 'item-not-found'],
  },
  renounceMandate: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/mandate/renounce',
    summary: { zh: '辞去委托', en: 'Give the mandate back' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Words }, strict),
    output: HelpView,
    refusals: [...common, 'mandate-missing'],
  },
  concludeHelp: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/conclude',
    summary: { zh: '办结', en: 'Conclude, with what came of it' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected, result: Words }, strict),
    output: HelpView,
    refusals: common,
  },
  endHelpAtDesk: {
    method: 'POST',
    path: '/api/assistance/desk/requests/:id/end',
    summary: { zh: '终止帮办代办', en: 'End the help, with the reason' },
    access: assistants,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Words }, strict),
    output: HelpView,
    refusals: common,
  },
})

import { actorOf, type Handlers, isRefusal, refuse } from '@mashang/kit'
import type { assistanceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { anAppointmentLiesAhead, aRequestIsTakenOnce } from '../rules/helping.ts'
import {
  aMandateIsRevocableAtAnyTime,
  aMandateNamesItsDays,
  anAgentActsOnlyWithinTheMandate,
} from '../rules/mandate.ts'
import type { Case } from '../store/cases.ts'
import { commandOnHelp, runOnHelp } from './command.ts'
import { requestHelp } from './request-help.ts'

type Commands = Pick<
  Handlers<typeof assistanceEndpoints>,
  | 'requestHelpAtWindow'
  | 'takeHelp'
  | 'writeToPrincipal'
  | 'appointHelp'
  | 'setChecklist'
  | 'offerMandate'
  | 'openMandatedIntake'
  | 'renounceMandate'
  | 'concludeHelp'
  | 'endHelpAtDesk'
>

/** What an assistant does, and a clerk for someone who stands at the window. */
export function assistantCommands(inside: Inside): Commands {
  const now = () => inside.clock.now()
  return {
    requestHelpAtWindow: async (request) => {
      const { person, ...input } = request.input
      const written = await requestHelp(inside, { ...request, input, person, by: 'window' })
      return isRefusal(written) ? written : { id: written.id, number: written.help.number }
    },
    takeHelp: (request) =>
      commandOnHelp(inside, request, 'any-assistant', ({ help }) => {
        const { id, name } = actorOf(request.who)
        return aRequestIsTakenOnce(help) ?? [{ kind: 'taken', content: { assistant: { id, name } } }]
      }),
    writeToPrincipal: async (request) => {
      const text = request.input.text.trim()
      const { internal } = request.input
      const written = await commandOnHelp(inside, request, 'assistant', () => [
        internal
          ? { kind: 'noted', content: { text } }
          : { kind: 'written', content: { from: 'assistant', text } },
      ])
      return written
    },
    appointHelp: (request) =>
      commandOnHelp(inside, request, 'assistant', async (found) => {
        const { expected: _, ...appointment } = request.input
        const past = anAppointmentLiesAhead(appointment, now())
        if (past) return past
        await tell(inside, found, `帮办员约您 ${appointment.day} ${appointment.time} 见面或者通话`)
        return [{ kind: 'appointed', content: appointment }]
      }),
    setChecklist: (request) =>
      commandOnHelp(inside, request, 'assistant', async ({ help }) => {
        const { needed, ready } = request.input
        const item = await inside.findItem(help.item.code)
        const known = new Set(item?.materials.map(({ id }) => id))
        const unknown = [...needed, ...ready].find((id) => !known.has(id))
        if (unknown !== undefined) return refuse('material-not-in-item', { facts: { material: unknown } })
        return [{ kind: 'checklist-set', content: { needed, ready } }]
      }),
    offerMandate: (request) =>
      commandOnHelp(inside, request, 'assistant', async (found) => {
        const { from, to } = request.input
        const wrong = aMandateNamesItsDays(found.help, { from, to }, now())
        if (wrong) return wrong
        await tell(inside, found, '帮办员请您签署委托书')
        return [{ kind: 'mandate-offered', content: { from, to } }]
      }),
    openMandatedIntake: (request) => openMandatedIntake(inside, request),
    renounceMandate: (request) =>
      commandOnHelp(inside, request, 'assistant', ({ help }) => {
        const reason = request.input.reason.trim()
        return (
          aMandateIsRevocableAtAnyTime(help) ?? [
            { kind: 'mandate-revoked', content: { by: 'assistant', reason } },
          ]
        )
      }),
    concludeHelp: (request) =>
      commandOnHelp(inside, request, 'assistant', () => [
        { kind: 'concluded', content: { result: request.input.result.trim() } },
      ]),
    endHelpAtDesk: (request) =>
      commandOnHelp(inside, request, 'assistant', () => [
        { kind: 'ended', content: { by: 'assistant', reason: request.input.reason.trim() } },
      ]),
  }
}

function tell(inside: Inside, { help }: Case, what: string): Promise<unknown> {
  return inside.tellPerson(
    help.principal.personId,
    `您的帮办代办 ${help.number}：${what}，请登录后在“我的帮办代办”查看。`,
  )
}

type Opening = Parameters<Commands['openMandatedIntake']>[0]

/** The application is begun in the principal's name; approvals asks again, at every further act, whether it may be. */
async function openMandatedIntake(inside: Inside, request: Opening) {
  const { who, language, key } = request
  let draft = ''
  const written = await runOnHelp(inside, request, 'assistant', async ({ help }) => {
    const act = { agent: actorOf(who).id, item: help.item.code, now: inside.clock.now() }
    const outside = anAgentActsOnlyWithinTheMandate(help, act)
    if (outside) return outside
    const { personId, enterprise } = help.principal
    const applicant = enterprise
      ? ({ kind: 'enterprise', uscc: enterprise.uscc } as const)
      : ({ kind: 'person' } as const)
    const input = { item: help.item.code, person: personId, applicant }
    const opened = await inside.openIntake({
      ...{ who, language, key, params: undefined, query: undefined },
      input,
    })
    if (isRefusal(opened)) return opened
    draft = opened.draft.id
    return [{ kind: 'intake-opened', content: { draft } }]
  })
  if (isRefusal(written)) return written
  return { draft: draft || (written.help.intakes.at(-1) ?? '') }
}

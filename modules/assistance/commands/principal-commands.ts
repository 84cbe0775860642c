import { type Handlers, isRefusal, refuse } from '@mashang/kit'
import type { assistanceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/help-view.ts'
import { helpSaysWhatIsNeeded } from '../rules/helping.ts'
import { aMandateIsRevocableAtAnyTime, onlyThePrincipalSignsTheMandate } from '../rules/mandate.ts'
import { commandOnHelp } from './command.ts'
import { requestHelp } from './request-help.ts'

type Commands = Pick<
  Handlers<typeof assistanceEndpoints>,
  'requestHelp' | 'writeToAssistant' | 'signMandate' | 'revokeMandate' | 'endHelp'
>

/** What the principal does. */
export function principalCommands(inside: Inside): Commands {
  return {
    requestHelp: async (request) => {
      const { who, language } = request
      if (who.kind !== 'citizen') return refuse('not-allowed')
      const written = await requestHelp(inside, { ...request, person: who.id, by: 'self' })
      return isRefusal(written) ? written : viewOf(inside, written, who, language)
    },
    writeToAssistant: (request) =>
      commandOnHelp(inside, request, 'principal', () => {
        const text = helpSaysWhatIsNeeded(request.input.text)
        return isRefusal(text) ? text : [{ kind: 'written', content: { from: 'principal', text } }]
      }),
    signMandate: (request) =>
      commandOnHelp(inside, request, 'principal', ({ help }) => {
        const name = request.input.name.trim()
        return onlyThePrincipalSignsTheMandate(help, name) ?? [{ kind: 'mandate-signed', content: { name } }]
      }),
    revokeMandate: (request) =>
      commandOnHelp(inside, request, 'principal', ({ help }) => {
        const reason = request.input.reason.trim()
        return (
          aMandateIsRevocableAtAnyTime(help) ?? [
            { kind: 'mandate-revoked', content: { by: 'principal', reason } },
          ]
        )
      }),
    endHelp: (request) =>
      commandOnHelp(inside, request, 'principal', () => [
        { kind: 'ended', content: { by: 'principal', reason: request.input.reason.trim() } },
      ]),
  }
}

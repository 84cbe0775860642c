/** Acts that kinds of steps consist of: each a few fields, and how it is sent. */
import { approvals } from '../../api/calls.ts'
import { ACT } from '../../words/actions.ts'
import { PROCEEDINGS, VERDICT_WORDS } from '../../words/proceedings.ts'
import type { Act, Typed } from './fields-form.tsx'

export const of = (typed: Typed, name: string) => (typed[name] ?? '').trim()

export const VERDICTS = [
  ['agree', VERDICT_WORDS.agree],
  ['conditions', VERDICT_WORDS.conditions],
  ['object', VERDICT_WORDS.object],
] as const

export const REQUEST_OPINIONS: Act = {
  name: 'requestOpinions',
  fields: () => [{ name: 'note', label: PROCEEDINGS.requestText, as: 'text', least: 2 }],
  send: ({ id }, expected, typed, key) =>
    approvals.requestOpinions({ params: { id }, input: { expected, note: of(typed, 'note') }, key }),
}

export const GIVE_OPINION: Act = {
  name: 'giveOpinion',
  fields: () => [
    {
      name: 'verdict',
      label: PROCEEDINGS.verdict,
      as: 'choice',
      least: 1,
      options: VERDICTS,
    },
    { name: 'text', label: PROCEEDINGS.opinionText, hint: PROCEEDINGS.opinionHint, as: 'text' },
  ],
  missing: (typed) =>
    typed.verdict !== 'agree' && of(typed, 'text').length < 5 ? PROCEEDINGS.opinionHint : undefined,
  send: ({ id }, expected, typed, key) =>
    approvals.giveOpinion({
      params: { id },
      input: { expected, verdict: verdictOf(typed), text: of(typed, 'text') },
      key,
    }),
}

export function verdictOf({ verdict }: Typed): keyof typeof VERDICT_WORDS {
  return verdict === 'agree' || verdict === 'conditions' ? verdict : 'object'
}

export const RETURN_TO_STEP: Act = {
  name: 'returnToStep',
  asks: true,
  fields: ({ steps }) => [
    {
      name: 'to',
      label: PROCEEDINGS.to,
      as: 'select',
      least: 1,
      options: steps.flatMap(({ id, name, state }) => (state === 'done' ? [[id, name] as const] : [])),
    },
    { name: 'reason', label: ACT.reason, as: 'text', least: 2 },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.returnToStep({
      params: { id },
      input: { expected, to: of(typed, 'to'), reason: of(typed, 'reason') },
      key,
    }),
}

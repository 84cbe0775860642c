/** What may be said about a card: the appeal of its office, the ruling of supervision. */
import type { ApplicationView } from '@mashang/approvals/contract'
import { approvals } from '../../api/calls.ts'
import { CARDS } from '../../words/cards.ts'
import { w } from '../../words/words.ts'
import type { Act, ActField, Typed } from './fields-form.tsx'

type Card = ApplicationView['cards'][number]

const nameOf = ({ colour, clock }: Card) => `${colour} ${clock}`

/** The card that is meant; chosen already where there is but one. */
function whichOf(cards: readonly Card[]): ActField {
  const [only] = cards
  return {
    name: 'card',
    label: CARDS.which,
    as: 'select',
    least: 1,
    ...(only && cards.length === 1 ? { initial: nameOf(only) } : {}),
    options: cards.map((card) => [
      nameOf(card),
      w(
        `${CARDS[card.colour].zh} · ${CARDS[card.clock].zh} ${card.due}`,
        `${CARDS[card.colour].en}, ${CARDS[card.clock].en} ${card.due}`,
      ),
    ]),
  }
}

function cardOf({ card = '' }: Typed): Pick<Card, 'colour' | 'clock'> {
  return {
    colour: card.startsWith('red') ? 'red' : 'yellow',
    clock: card.endsWith('statutory') ? 'statutory' : 'promised',
  }
}

export const APPEAL_CARD: Act = {
  name: 'appealCard',
  fields: ({ cards }) => [
    whichOf(cards.filter(({ appeal }) => !appeal)),
    { name: 'grounds', label: CARDS.grounds, hint: CARDS.groundsHint, as: 'text', least: 2 },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.appealCard({
      params: { id },
      input: { expected, ...cardOf(typed), grounds: (typed.grounds ?? '').trim() },
      key,
    }),
}

export const RULE_ON_CARD: Act = {
  name: 'ruleOnCard',
  asks: true,
  fields: ({ cards }) => [
    whichOf(cards.filter(({ appeal, ruling }) => appeal && !ruling)),
    {
      name: 'outcome',
      label: CARDS.outcome,
      as: 'choice',
      least: 1,
      options: [
        ['upheld', CARDS.upheld],
        ['lifted', CARDS.lifted],
      ],
    },
    { name: 'reasons', label: CARDS.reasons, as: 'text', least: 2 },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.ruleOnCard({
      params: { id },
      input: {
        expected,
        ...cardOf(typed),
        outcome: typed.outcome === 'lifted' ? 'lifted' : 'upheld',
        reasons: (typed.reasons ?? '').trim(),
      },
      key,
    }),
}

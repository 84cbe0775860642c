/**
 * 红黄牌申诉 — a card is appealed by the office it was given to, and ruled on by another; the days are the city's.
 */
import { due, type ServiceItem } from '@mashang/flow'
import { isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { CardRef } from '../contract/index.ts'
import type { Application, CardRecord } from './application.ts'
import { articleOf, periodOf, type Reckoning } from './time-limit.ts'

function findCard({ cards }: Pick<Application, 'cards'>, which: CardRef): CardRecord | undefined {
  return cards.find(({ colour, clock }) => colour === which.colour && clock === which.clock)
}

/** A card is appealed once, within the days the city gives from the day it was given. */
export function aCardIsAppealedOnceInTime(
  application: Pick<Application, 'cards'>,
  which: CardRef,
  grounds: string,
  { calendar, limits, now }: Reckoning,
): readonly NewEntry[] | Refusal {
  const rule = 'aCardIsAppealedOnceInTime'
  const card = findCard(application, which)
  if (!card) return refuse('card-not-found', { rule })
  const { appeal } = limits.supervision
  const article = articleOf(appeal.basis)
  if (card.appeal)
    return refuse('card-already-appealed', { rule, article, facts: { on: legalDayOf(card.appeal.at) } })
  const last = due({ start: card.at, period: periodOf(appeal.days), calendar })
  if (isRefusal(last)) return last
  const today = legalDayOf(now)
  if (today > last.due)
    return refuse('card-appeal-too-late', { rule, article, facts: { due: last.due, today } })
  return [{ kind: 'card-appealed', content: { ...pick(which), grounds } }]
}

/** What an office is reproached with is not judged by itself. */
export function aCardIsRuledByAnotherOffice(
  application: Pick<Application, 'cards'>,
  which: CardRef,
  ruling: { readonly outcome: 'upheld' | 'lifted'; readonly reasons: string },
  who: Who,
  item: Pick<ServiceItem, 'organ'>,
): readonly NewEntry[] | Refusal {
  const rule = 'aCardIsRuledByAnotherOffice'
  const card = findCard(application, which)
  if (!card) return refuse('card-not-found', { rule })
  if (!card.appeal) return refuse('card-not-appealed', { rule })
  if (card.ruling) return refuse('card-already-ruled', { rule, facts: { on: legalDayOf(card.ruling.at) } })
  if (who.kind === 'staff' && who.organ === item.organ)
    return refuse('card-ruled-by-own-office', { rule, facts: { organ: item.organ } })
  return [{ kind: 'card-ruled', content: { ...pick(which), ...ruling } }]
}

/** Cards that still count against their office: one that was lifted stays to be read and counts no more. */
export function standingCards<Card extends Pick<CardRecord, 'ruling'>>(
  cards: readonly Card[],
): readonly Card[] {
  return cards.filter(({ ruling }) => ruling?.outcome !== 'lifted')
}

const pick = ({ colour, clock }: CardRef): CardRef => ({ colour, clock })

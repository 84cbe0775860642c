/**
 * 送达 — handing over what was decided: electronically at once, at a window after a check of identity, or by post
 * with a number that can be followed.
 */
import type { Carrier } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { ApplicationEntries, Collector } from '../contract/index.ts'
import type { Application } from './application.ts'

const ARTICLE_44 = '行政许可法 第四十四条'

function refuseUnlessToDeliver(application: Application): Refusal | undefined {
  if (!application.decision) return refuse('nothing-to-deliver')
  return application.deliveredAt ? refuse('already-delivered') : undefined
}

/** Records the delivery, each way by what proves it. */
export function deliver(
  application: Application,
  { how, note, collector }: ApplicationEntries['delivered'],
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessToDeliver(application)
  if (closed) return closed
  if (how === 'post' && !application.posted)
    return refuse('not-posted-yet', { rule: 'whatIsPostedCarriesItsTrackingNumber', article: ARTICLE_44 })
  const wrong = how === 'window' ? whoCollectsProvesWhoHeIs(application, collector) : undefined
  if (wrong) return wrong
  const content = { how, note, ...(how === 'window' && collector ? { collector } : {}) }
  return [{ kind: 'delivered', content }]
}

/** A result is handed to its holder or to whom he authorised, and the window records whom it saw. */
export function whoCollectsProvesWhoHeIs(
  { applicant }: Pick<Application, 'applicant'>,
  collector: Collector | undefined,
): Refusal | undefined {
  const law = { rule: 'whoCollectsProvesWhoHeIs', article: ARTICLE_44 }
  if (!collector)
    return refuse('collector-missing', {
      ...law,
      fields: ['name', 'idLast4'].map((part) => ({ path: `collector.${part}`, code: 'required', facts: {} })),
    })
  if (collector.as === 'agent') {
    if ((collector.authorisation ?? '').trim().length >= 2) return undefined
    return refuse('authorisation-missing', {
      ...law,
      fields: [{ path: 'collector.authorisation', code: 'required', facts: {} }],
    })
  }
  const name = applicant.kind === 'person' ? applicant.name : applicant.agent
  // A machine client may have named an enterprise without anybody's identity number.
  const isHolder =
    collector.name.trim() === name &&
    (applicant.idCard === '' || applicant.idCard.endsWith(collector.idLast4.toUpperCase()))
  return isHolder ? undefined : refuse('collector-not-holder', law)
}

/** What goes by post is given to a carrier that the city works with, under a number that one can follow. */
export function whatIsPostedCarriesItsTrackingNumber(
  application: Application,
  carriers: readonly Carrier[],
  { carrier, number }: ApplicationEntries['posted'],
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessToDeliver(application)
  if (closed) return closed
  const law = { rule: 'whatIsPostedCarriesItsTrackingNumber', article: ARTICLE_44 }
  if (application.posted) return refuse('already-posted', law)
  const known = carriers.find(({ id }) => id === carrier)
  if (!known) return refuse('carrier-unknown', { ...law, facts: { carrier } })
  const written = number.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (new RegExp(`^(?:${known.number})$`).test(written))
    return [{ kind: 'posted', content: { carrier, number: written } }]
  const facts = { carrier: known.name, example: known.example }
  return refuse('tracking-number-wrong', {
    ...law,
    facts,
    fields: [{ path: 'number', code: 'tracking-number-wrong', facts }],
  })
}

/** Ratings in every state, for tests of rules. */
import { readFileSync } from 'node:fs'
import type { RatingLaw } from '@mashang/flow'
import { parse } from 'yaml'
import type { FollowUpStep, GivenInput, RatingEntry, Subject, Via } from '../contract/index.ts'
import { type Rating, ratingOf } from '../rules/rating.ts'

/** The rules of the demo city. */
export const LAW = parse(
  readFileSync(new URL('../../../definitions/dalian/ratings.yaml', import.meta.url), 'utf8'),
) as RatingLaw

export const GOOD: GivenInput = { level: 'satisfied', tags: ['quick'] }

interface Plan {
  readonly kind?: Subject['kind']
  readonly rated?: GivenInput
  readonly via?: Via
  readonly steps?: readonly FollowUpStep[]
  readonly answered?: boolean
  readonly appealed?: string
  readonly ruled?: 'stands' | 'excluded'
  readonly again?: GivenInput
  readonly reviewed?: string
}

const SUBJECT: Subject = {
  kind: 'case',
  application: '0193a5c0-0000-7000-8000-000000000001',
  number: '210200-2026-000001',
  item: { code: '2102-TY-XK-0001', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } },
  organ: 'sports-bureau',
  personId: 'p',
  at: '2026-11-24T01:00:00.000Z',
}

/** A rating of 24 November 2026, as far as the plan goes. */
export function aRating(plan: Plan = {}): Rating {
  const given = (input: GivenInput) => ({ tags: [], words: '', publish: false, anonymous: true, ...input })
  const bad = plan.rated?.level === 'dissatisfied' || plan.rated?.level === 'very-dissatisfied'
  const { days, basis } = LAW['follow-up']
  const followUp = bad ? { followUp: { days, article: basis.law } } : {}
  const entries: readonly RatingEntry[] = [
    { kind: 'opened', content: { subject: { ...SUBJECT, kind: plan.kind ?? 'case' } } },
    ...(plan.rated
      ? [
          {
            kind: 'rated' as const,
            content: { ...given(plan.rated), via: plan.via ?? ('account' as const), ...followUp },
          },
        ]
      : []),
    ...(plan.steps ?? []).map(({ kind, ...content }) => ({ kind, content }) as RatingEntry),
    ...(plan.answered ? [{ kind: 'answered' as const, content: { text: '已整改' } }] : []),
    ...(plan.appealed ? [{ kind: 'appealed' as const, content: { grounds: plan.appealed } }] : []),
    ...(plan.ruled ? [{ kind: 'ruled' as const, content: { outcome: plan.ruled, reasons: '已查明' } }] : []),
    ...(plan.again ? [{ kind: 'rated-again' as const, content: given(plan.again) }] : []),
    ...(plan.reviewed
      ? [{ kind: 'words-reviewed' as const, content: { outcome: 'published' as const, text: plan.reviewed } }]
      : []),
  ]
  const at = '2026-11-24T02:00:00.000Z'
  const actor = { kind: 'staff' as const, id: 'a', name: '孙首席' }
  const rating = ratingOf(entries.map((entry, place) => ({ ...entry, revision: place + 1, at, actor })))
  if (!rating) throw new Error('a rating that was opened exists')
  return rating
}

/** 重复办件合并 — one matter is one case: duplicates are found, and joined without losing the earlier day. */
import type { FormValues, ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import { type Application, isConcluded } from './application.ts'
import { refuseUnlessOpen } from './intake.ts'

type Comparable = Pick<Application, 'number' | 'applicant' | 'item' | 'form' | 'status'>

const codeOf = ({ applicant }: Pick<Application, 'applicant'>) =>
  applicant.kind === 'person' ? applicant.idCard : applicant.uscc

/** What a case is about: the fields that its licence repeats, or else all that have to be filled in. */
function keyFieldsOf(item: Pick<ServiceItem, 'fields' | 'result'>): readonly string[] {
  const shown = item.result.shows ?? []
  return shown.length > 0 ? shown : item.fields.filter(({ required }) => required).map(({ id }) => id)
}

const isFilled = (value: unknown) => value !== undefined && value !== ''

/** Same applicant, same item, both open, and nothing that both say about the matter differs. */
export function looksLikeTheSameMatter(
  one: Comparable,
  other: Comparable,
  item: Pick<ServiceItem, 'fields' | 'result'>,
): boolean {
  if (one.number === other.number || isConcluded(one) || isConcluded(other)) return false
  if (one.item.code !== other.item.code || codeOf(one) !== codeOf(other)) return false
  const differs = (id: string) => {
    const [mine, others] = [answerAt(one.form, id), answerAt(other.form, id)]
    return isFilled(mine) && isFilled(others) && JSON.stringify(mine) !== JSON.stringify(others)
  }
  return !keyFieldsOf(item).some(differs)
}

const answerAt = (form: FormValues, id: string): unknown => (form as Readonly<Record<string, unknown>>)[id]

export interface OpenCase {
  readonly id: string
  readonly application: Application
}

/** What is written to each of two cases that are joined. */
export interface Merge {
  readonly ends: readonly NewEntry[]
  readonly stays: readonly NewEntry[]
}

/** Only undecided cases of one applicant for one item are joined, into the one that is as far. */
export function onlyOneApplicantsSameMatterIsMerged(
  ending: OpenCase,
  staying: OpenCase | undefined,
  reason: string,
): Merge | Refusal {
  const rule = 'onlyOneApplicantsSameMatterIsMerged'
  const closed = refuseUnlessOpen(ending.application) ?? (staying && refuseUnlessOpen(staying.application))
  if (closed) return closed
  if (!staying || staying.id === ending.id) return refuse('merge-with-nothing', { rule })
  const [from, into] = [ending.application, staying.application]
  const facts = { from: from.number, into: into.number }
  if (codeOf(from) !== codeOf(into)) return refuse('merge-of-another-applicant', { rule, facts })
  if (from.item.code !== into.item.code || from.licence?.id !== into.licence?.id)
    return refuse('merge-of-another-item', { rule, facts })
  if (from.acceptedAt && !into.acceptedAt) return refuse('merge-the-other-way', { rule, facts })
  const acceptedAt = from.acceptedAt ? { acceptedAt: from.acceptedAt } : {}
  return {
    ends: [{ kind: 'merged', content: { into: { id: staying.id, number: into.number }, reason } }],
    stays: [
      {
        kind: 'merged-in',
        content: {
          from: { id: ending.id, number: from.number, submittedAt: from.submittedAt, ...acceptedAt },
          reason,
        },
      },
    ],
  }
}

/** 撤销合并 — only while the case that was kept is undecided, and only what nobody else has gained by. */
export function aMergeIsUndoneWhileTheKeptCaseIsOpen(
  ended: OpenCase,
  kept: OpenCase | undefined,
  item: Pick<ServiceItem, 'quota'>,
  reason: string,
): Merge | Refusal {
  const rule = 'aMergeIsUndoneWhileTheKeptCaseIsOpen'
  const into = ended.application.handling?.mergedInto?.into
  if (ended.application.status !== 'merged' || !into || kept?.id !== into.id)
    return refuse('not-merged', { rule })
  if (isConcluded(kept.application))
    return refuse('kept-case-concluded', {
      rule,
      facts: { into: into.number, status: kept.application.status },
    })
  // 许可法 57: whoever was accepted next has moved up to the place that was given up.
  if (item.quota && ended.application.acceptedAt)
    return refuse('merge-gave-up-a-place', {
      rule,
      article: '行政许可法 第五十七条',
      facts: { from: ended.application.number },
    })
  const from = { id: ended.id, number: ended.application.number }
  return {
    ends: [{ kind: 'merge-undone', content: { into, reason } }],
    stays: [{ kind: 'merge-in-undone', content: { from, reason } }],
  }
}

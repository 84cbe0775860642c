/** 更正 — a slip of the record is put right by an entry of its own, by two people; a decision is not changed that way. */
import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { DocumentRef, RecordSlip } from '../contract/index.ts'
import type { Application } from './application.ts'

export interface ToRectify {
  readonly slips: readonly { readonly target: string; readonly is: unknown }[]
  readonly reason: string
  /** Ids of the documents that repeat the slip. */
  readonly documents: readonly string[]
}

/** What the decision says, and what the licence says, are no slips of the record. */
const DECIDED = ['decision', 'outcome', 'reasons', 'licence']

/** 许可法 69: who granted wrongly revokes; what a licence says is changed by an act on the licence (许可法 49). */
export function aDecisionIsNotRectified(
  application: Application,
  item: Pick<ServiceItem, 'result'>,
  targets: readonly string[],
): Refusal | undefined {
  const rule = 'aDecisionIsNotRectified'
  if (targets.some((target) => DECIDED.includes(target.split('.')[0] ?? '')))
    return refuse('decision-is-not-rectified', { rule, article: '行政许可法 第六十九条' })
  const granted = application.decision?.outcome === 'grant' && item.result.licence !== undefined
  const shown = ['applicant.name', ...(item.result.shows ?? []).map((id) => `form.${id}`)]
  if (granted && targets.some((target) => shown.includes(target)))
    return refuse('licence-says-it', { rule, article: '行政许可法 第四十九条' })
  return undefined
}

function standsThere(application: Application, target: string): unknown {
  if (target === 'applicant.name') return application.applicant.name
  const form = application.form as Readonly<Record<string, unknown>>
  return form[target.slice('form.'.length)] ?? ''
}

/** What is wrong is named, with what is right; the old values are kept beside the new ones. */
export function aSlipIsNamedWithWhatIsRight(
  application: Application,
  item: Pick<ServiceItem, 'fields' | 'result'>,
  { slips, reason, documents }: ToRectify,
  issued: readonly DocumentRef[],
): readonly NewEntry[] | Refusal {
  const rule = 'aSlipIsNamedWithWhatIsRight'
  if (application.status === 'merged')
    return refuse('case-already-concluded', { facts: { status: '已合并' } })
  if (application.handling?.proposal) return refuse('rectification-under-way', { rule })
  const decided = aDecisionIsNotRectified(
    application,
    item,
    slips.map(({ target }) => target),
  )
  if (decided) return decided
  const known = new Set(['applicant.name', ...item.fields.map(({ id }) => `form.${id}`)])
  const unknown = slips.find(({ target }) => !known.has(target))
  if (unknown) return refuse('correction-point-unknown', { facts: { target: unknown.target } })
  const named: RecordSlip[] = slips.map(({ target, is }) => ({
    target,
    was: standsThere(application, target),
    is,
  }))
  if (named.some(({ was, is }) => JSON.stringify(was) === JSON.stringify(is)))
    return refuse('nothing-to-rectify', { rule })
  const again = issued.filter(({ id }) => documents.includes(id))
  return [{ kind: 'rectification-proposed', content: { slips: named, reason, documents: again } }]
}

function refuseUnlessProposed(application: Application): Refusal | undefined {
  return application.handling?.proposal ? undefined : refuse('no-rectification-proposed')
}

/** Nobody puts a record right alone. */
export function aSecondPersonRectifies(
  application: Application,
  person: string,
): readonly NewEntry[] | Refusal {
  const proposal = application.handling?.proposal
  if (!proposal) return refuse('no-rectification-proposed')
  const { slips, reason, documents, by } = proposal
  if (by.id === person)
    return refuse('rectification-needs-another', {
      rule: 'aSecondPersonRectifies',
      facts: { name: by.name },
    })
  return [{ kind: 'rectified', content: { slips, reason, documents, proposedBy: by } }]
}

export function rejectRectification(application: Application, reason: string): readonly NewEntry[] | Refusal {
  return refuseUnlessProposed(application) ?? [{ kind: 'rectification-rejected', content: { reason } }]
}

/**
 * 收件 — intake: the five outcomes of 行政许可法 第三十二条.
 */

import type { FormValues, ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { CorrectionPoint } from '../contract/index.ts'
import { type Application, isConcluded } from './application.ts'
import { STATUS_WORDS } from './words.ts'

const ARTICLE_32 = '行政许可法 第三十二条'

export function refuseUnlessOpen(application: Application): Refusal | undefined {
  return isConcluded(application)
    ? refuse('case-already-concluded', { facts: { status: STATUS_WORDS[application.status] } })
    : undefined
}

function refuseUnlessAtIntake(application: Application): Refusal | undefined {
  if (application.status === 'submitted') return undefined
  return (
    refuseUnlessOpen(application) ??
    refuse('not-at-intake', {
      rule: 'intakeComesFirst',
      article: ARTICLE_32,
      facts: { status: STATUS_WORDS[application.status] },
    })
  )
}

/** Complete and in the form the law asks for: accept. */
export function accept(application: Application, note: string): readonly NewEntry[] | Refusal {
  return refuseUnlessAtIntake(application) ?? [{ kind: 'accepted', content: { silently: false, note } }]
}

/** Nobody told the applicant anything within the limit: it counts as accepted from the day it was received. */
export function silenceIsAcceptance(
  application: Application,
  intakeDue: { readonly due: string; readonly overdue: boolean },
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessAtIntake(application)
  if (closed) return closed
  if (!intakeDue.overdue) return []
  return [
    {
      kind: 'accepted',
      content: { silently: true, note: `逾期未告知补正（${intakeDue.due}），依法自收到申请之日起即为受理` },
    },
  ]
}

/** Incomplete: everything that is missing is told once and in full, within the limit. */
export function correctionMustBeAskedOnceInFull(
  application: Application,
  item: Pick<ServiceItem, 'fields' | 'materials'>,
  points: readonly CorrectionPoint[],
  note: string,
  intakeDue: { readonly due: string; readonly overdue: boolean },
): readonly NewEntry[] | Refusal {
  if (application.correction && !isConcluded(application)) {
    return refuse('correction-already-asked', {
      rule: 'correctionMustBeAskedOnceInFull',
      article: ARTICLE_32,
      facts: { asked: application.correction.at, points: application.correction.points.length },
    })
  }
  const closed = refuseUnlessAtIntake(application)
  if (closed) return closed
  if (intakeDue.overdue) {
    return refuse('correction-too-late', {
      rule: 'silenceIsAcceptance',
      article: ARTICLE_32,
      facts: { due: intakeDue.due },
    })
  }
  const known = new Set([
    ...item.fields.map((field) => `form.${field.id}`),
    ...item.materials.map((material) => `materials.${material.id}`),
  ])
  const unknown = points.find((point) => !known.has(point.target))
  if (unknown) return refuse('correction-point-unknown', { facts: { target: unknown.target } })
  return [{ kind: 'correction-requested', content: { points, note } }]
}

/** Not this organ's authority: decline at once and name the right organ. */
export function declineNamesTheRightOrgan(
  application: Application,
  reason: string,
  rightOrgan: string,
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessAtIntake(application)
  if (closed) return closed
  if (rightOrgan.trim().length < 2)
    return refuse('right-organ-missing', {
      rule: 'declineNamesTheRightOrgan',
      article: ARTICLE_32,
      fields: [{ path: 'rightOrgan', code: 'required', facts: {} }],
    })
  return [{ kind: 'declined', content: { reason, rightOrgan: rightOrgan.trim() } }]
}

/** No licence is needed: told at once. */
export function notNeededIsToldAtOnce(
  application: Application,
  reason: string,
): readonly NewEntry[] | Refusal {
  return refuseUnlessAtIntake(application) ?? [{ kind: 'found-not-needed', content: { reason } }]
}

/** A mistake that can be corrected on the spot is corrected there, and the application accepted. */
export function mistakesOnTheSpotAreCorrectedThere(
  application: Application,
  form: FormValues,
  note: string,
): readonly NewEntry[] | Refusal {
  return (
    refuseUnlessAtIntake(application) ?? [
      { kind: 'corrected', content: { form, materials: application.materials } },
      { kind: 'accepted', content: { silently: false, note } },
    ]
  )
}

/** The applicant's answer to a correction: every point must have been acted upon. */
export function correctionAnswersEveryPoint(
  application: Application,
  form: FormValues,
  materials: Application['materials'],
): readonly NewEntry[] | Refusal {
  if (application.status !== 'awaiting-correction' || !application.correction) {
    return (
      refuseUnlessOpen(application) ??
      refuse('not-awaiting-correction', { facts: { status: STATUS_WORDS[application.status] } })
    )
  }
  const untouched = application.correction.points.filter((point) => {
    const [kind, id = ''] = point.target.split('.')
    return kind === 'form'
      ? JSON.stringify(form[id]) === JSON.stringify(application.form[id])
      : digestsOf(materials, id) === digestsOf(application.materials, id)
  })
  if (untouched.length > 0) {
    return refuse('correction-leaves-points-open', {
      rule: 'correctionAnswersEveryPoint',
      article: ARTICLE_32,
      facts: { count: untouched.length },
      fields: untouched.map((point) => ({
        path: point.target,
        code: 'not-corrected',
        facts: { what: point.what },
      })),
    })
  }
  return [{ kind: 'corrected', content: { form, materials } }]
}

function digestsOf(materials: Application['materials'], id: string): string {
  return (materials.find((given) => given.material === id)?.files ?? [])
    .map((file) => file.digest)
    .sort()
    .join()
}

/** 撤回 — the applicant may withdraw until the decision. */
export function withdraw(application: Application, reason: string): readonly NewEntry[] | Refusal {
  return refuseUnlessOpen(application) ?? [{ kind: 'withdrawn', content: { reason } }]
}

/**
 * What each official document says, from the case as it stood at the entry that calls for it.
 */
import type { DocumentBase, DueDate, IssuedData, Limit } from '@mashang/document'
import { CLOCK_STOP_WORDS, type Due, explain, fieldText, type Organ, visibleFields } from '@mashang/flow'
import { legalDayOf, maskIdCard } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import { labelOf } from '../queries/sentences.ts'
import type { StopRecord } from '../rules/application.ts'
import type { CaseDocument } from '../rules/issue.ts'
import { rightsAgainst } from '../rules/rights.ts'
import { articleOf, clocksOf, periodOf } from '../rules/time-limit.ts'
import { type Case, reckoningOf } from '../store/cases.ts'
import { PROCEDURE_MAKERS } from './procedure-data.ts'

/** What a document is made of beside the case. */
interface Issuing {
  readonly found: Case
  readonly organ: Organ
  readonly number: string
  readonly code: string
  /** Instant of the entry that calls for it. */
  readonly at: string
  readonly licence?: IssuedLicence
}

export interface IssuedLicence {
  readonly id: string
  readonly number: string
  readonly identifier: string
  readonly title: string
  /** What its QR code carries, and which print it is. */
  readonly code: string
  readonly version: number
  readonly from: string
  readonly to?: string
  readonly shows: readonly { readonly label: string; readonly text: string }[]
}

type Makers = { readonly [K in CaseDocument]: (inside: Inside, issuing: Issuing) => IssuedData[K] }

/** One maker a kind. */
export const DOCUMENT_MAKERS: Makers = {
  'opinion-request': (...made) => PROCEDURE_MAKERS['opinion-request'](...made, baseOf(...made)),
  'announcement-notice': (...made) => PROCEDURE_MAKERS['announcement-notice'](...made, baseOf(...made)),
  'hearing-rights-notice': (...made) => PROCEDURE_MAKERS['hearing-rights-notice'](...made, baseOf(...made)),
  'hearing-notice': (...made) => PROCEDURE_MAKERS['hearing-notice'](...made, baseOf(...made)),
  'material-receipt': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    receivedAt: issuing.at,
    channel: { online: '网上申请', window: '窗口申请', machine: '系统对接' }[
      issuing.found.application.channel
    ],
    materials: receivedMaterials(issuing),
    next: [nextAfterReceipt(inside)],
  }),
  'correction-notice': (inside, issuing) => {
    const { correction, submittedAt } = issuing.found.application
    return {
      ...baseOf(inside, issuing),
      receivedOn: legalDayOf(submittedAt),
      basis: articleOf(inside.city.limits['correction-notice'].basis),
      corrections: (correction?.points ?? []).map((point) => ({
        material: labelOf(issuing.found.item, point.target).zh,
        problem: point.what,
        remedy: '请在办件页面更改或者重新上传',
      })),
      how: [`网上补正：${inside.publicUrl}/my/applications/${issuing.found.id}`],
      notes: correction?.note ? [correction.note] : undefined,
    }
  },
  'decline-decision': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    receivedOn: legalDayOf(issuing.found.application.submittedAt),
    reasons: [issuing.found.application.ending?.reason ?? ''],
    basis: articleOf(inside.city.limits['correction-notice'].basis),
    rightOrgan: { name: issuing.found.application.ending?.rightOrgan ?? '' },
    rights: rightsAgainst(inside.city),
  }),
  'not-needed-notice': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    receivedOn: legalDayOf(issuing.found.application.submittedAt),
    reasons: [issuing.found.application.ending?.reason ?? ''],
    basis: articleOf(inside.city.limits['correction-notice'].basis),
    rights: rightsAgainst(inside.city),
  }),
  'acceptance-notice': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    receivedOn: legalDayOf(issuing.found.application.submittedAt),
    acceptedOn: acceptedOn(issuing),
    basis: articleOf(inside.city.limits['correction-notice'].basis),
    ...dueDatesOf(inside, issuing),
    deemed: issuing.found.entries.some(
      (entry) => entry.kind === 'accepted' && (entry.content as { silently: boolean }).silently,
    ),
  }),
  'clock-stop-notice': (inside, issuing) => {
    const stop = lastStop(issuing)
    return {
      ...baseOf(inside, issuing),
      acceptedOn: acceptedOn(issuing),
      procedure: CLOCK_STOP_WORDS[stop.kind].zh,
      reason: stop.reason,
      basis: '《行政许可法》第四十五条',
      from: legalDayOf(stop.from),
      expected: limitOf(stop.expected),
    }
  },
  'clock-resume-notice': (inside, issuing) => {
    const stop = lastStop(issuing)
    return {
      ...baseOf(inside, issuing),
      procedure: CLOCK_STOP_WORDS[stop.kind].zh,
      basis: '《行政许可法》第四十五条',
      from: legalDayOf(stop.from),
      until: legalDayOf(stop.to ?? issuing.at),
      ...dueDatesOf(inside, issuing),
    }
  },
  'extension-notice': (inside, issuing) => extensionNotice(inside, issuing),
  'grant-decision': (inside, issuing) => {
    const { licence, found } = issuing
    return {
      ...baseOf(inside, issuing),
      acceptedOn: acceptedOn(issuing),
      basis: found.item.basis.map(articleOf).join('、'),
      grants: [
        `准予${found.application.applicant.name}${found.item.name.zh}。`,
        ...shownLines(inside, found),
      ],
      conditions: found.application.decision?.reasons ? [found.application.decision.reasons] : undefined,
      licence: licence && {
        name: licence.title,
        number: licence.number,
        validFrom: licence.from,
        validUntil: licence.to,
      },
      delivery: {
        within: limitOf(inside.city.limits.delivery.days),
        how: { electronic: '电子方式', post: '邮寄方式', window: '窗口领取的方式' }[
          found.application.delivery
        ],
        basis: articleOf(inside.city.limits.delivery.basis),
      },
    }
  },
  'refusal-decision': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    acceptedOn: acceptedOn(issuing),
    facts: issuing.found.application.stepsDone.filter((step) => !step.passed).map((step) => step.findings),
    reasons: [issuing.found.application.decision?.reasons ?? ''],
    basis: issuing.found.item.basis.map(articleOf).join('、'),
    rights: rightsAgainst(inside.city),
  }),
  'delivery-record': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    delivered: [
      {
        name: issuing.found.item.result.name.zh,
        documentNumber: issuing.found.application.number,
        copies: 1,
      },
    ],
    ...handedOver(inside, issuing),
  }),
  licence: (inside, issuing) => {
    const { licence, found } = issuing
    if (!licence) throw new Error('a licence is printed once it has a number')
    const base = baseOf(inside, issuing)
    return {
      ...base,
      licenceName: licence.title,
      licenceNameEn: found.item.result.name.en,
      licenceNumber: licence.number,
      copy: '正本',
      identifier: licence.identifier,
      holder: base.applicant,
      details: licence.shows.map(({ label, text }) => ({ label, value: text })),
      validFrom: licence.from,
      validUntil: licence.to,
    }
  },
  'withdrawal-confirmation': (inside, issuing) => ({
    ...baseOf(inside, issuing),
    appliedOn: legalDayOf(issuing.found.application.submittedAt),
    withdrawnOn: legalDayOf(issuing.at),
    reason: issuing.found.application.ending?.reason || undefined,
  }),
}

function extensionNotice(inside: Inside, issuing: Issuing): IssuedData['extension-notice'] {
  const { found } = issuing
  const { extension, ...unextended } = found.application
  const former = clocksOf(unextended, found.item, { ...reckoningOf(inside), now: new Date(issuing.at) })
  return {
    ...baseOf(inside, issuing),
    acceptedOn: acceptedOn(issuing),
    reason: extension?.reason ?? '',
    basis: articleOf(inside.city.limits.extension.basis),
    approvedBy: issuing.organ.head.title.zh,
    by: limitOf(extension?.days ?? inside.city.limits.extension.days),
    formerDue: former?.statutory.due ?? '',
    statutory: dueDatesOf(inside, issuing).statutory,
  }
}

/** What every document carries. */
export function baseOf(_: Inside, { found, organ, number, code, at }: Issuing): DocumentBase {
  const { applicant } = found.application
  const person = applicant.kind === 'person'
  return {
    organ: organ.name.zh,
    caseNumber: found.application.number,
    documentNumber: number,
    applicant: {
      name: applicant.name,
      code: person ? maskIdCard(applicant.idCard) : applicant.uscc,
      agent: person ? undefined : applicant.agent,
    },
    itemName: found.item.name.zh,
    date: legalDayOf(at),
    verification: { code },
    contact: { unit: organ['approval-office'].zh, phone: organ.phone, address: organ.address.zh },
  }
}

/** Each file that was taken in, and what stood in place of one. */
function receivedMaterials({ found }: Issuing): IssuedData['material-receipt']['materials'] {
  return found.application.materials.flatMap((given) => {
    const name = found.item.materials.find((one) => one.id === given.material)?.name.zh ?? given.material
    const form = { A: '电子证照', B: '原件已核验', C: '电子', D: '承诺' }[given.trust]
    if (given.held) return [{ name, form, note: `市里已有：${given.held}` }]
    if (given.files.length === 0) return [{ name, form }]
    return given.files.map((file) => ({
      name,
      form,
      copies: 1,
      digest: file.digest.slice(0, 16),
      note: file.name,
    }))
  })
}

/** How and to whom it was handed over, as the delivery record proves it. */
function handedOver({ city }: Inside, { found, at }: Issuing) {
  const { delivered, posted, applicant, delivery } = found.application
  const collector = delivered?.collector
  const carrier = posted && city.carriers.find(({ id }) => id === posted.carrier)?.name.zh
  return {
    method: { electronic: '电子送达', post: '邮寄送达', window: '直接送达' }[delivered?.how ?? delivery],
    deliveredAt: at,
    receivedBy: collector?.name ?? applicant.name,
    relation: collector && (collector.as === 'holder' ? '本人' : `受委托人（${collector.authorisation}）`),
    deliverers: delivered ? [delivered.by] : undefined,
    remarks:
      (collector && `已核对身份证件，尾号 ${collector.idLast4}`) ??
      (posted && `${carrier ?? posted.carrier} ${posted.number}`),
  }
}

function nextAfterReceipt({ city }: Inside): string {
  const { days, basis } = city.limits['correction-notice']
  return `材料不齐全或者不符合法定形式的，本机关在 ${periodOf(days).count} 个工作日内一次性告知；逾期不告知的，自收到申请之日起即为受理（${articleOf(basis)}）。`
}

function acceptedOn({ found }: Issuing): string {
  return legalDayOf(found.application.acceptedAt ?? found.application.submittedAt)
}

function lastStop({ found }: Issuing): StopRecord {
  const stop = found.application.stops.at(-1)
  if (!stop) throw new Error(`application ${found.application.number} has no clock stop`)
  return stop
}

/** Both due dates as they stood at the entry. */
function dueDatesOf(inside: Inside, { found, at }: Issuing): { statutory: DueDate; promised: DueDate } {
  const clocks = clocksOf(found.application, found.item, { ...reckoningOf(inside), now: new Date(at) })
  if (!clocks) throw new Error(`application ${found.application.number} has no clocks yet`)
  const dateOf = (clock: Due, days: string): DueDate => ({
    limit: limitOf(days),
    due: clock.due,
    why: explain(clock.explanation, 'zh'),
    provisional: clock.provisional || undefined,
  })
  return {
    statutory: dateOf(clocks.statutory, found.item.limits.statutory.days),
    promised: dateOf(clocks.promised, found.item.limits.promised.days),
  }
}

function limitOf(days: string): Limit {
  const { count, unit } = periodOf(days)
  return { count, unit: unit === 'wd' ? 'working-day' : 'calendar-day' }
}

/** Fields of the form that the licence repeats, as label and text. */
export function shownFields(inside: Inside, { application, item }: Case): { label: string; text: string }[] {
  const shown = item.result.shows ?? []
  return visibleFields(item.fields, application.form)
    .filter((field) => shown.includes(field.id))
    .map((field) => ({
      label: field.label.zh,
      text: fieldText(field, application.form[field.id], 'zh', inside.city.regions.names),
    }))
    .filter(({ text }) => text !== '')
}

function shownLines(inside: Inside, found: Case): string[] {
  return shownFields(inside, found).map(({ label, text }) => `${label}：${text}`)
}

/** A licence in words: its status as a sentence, its journal as a timeline. */
import type { LicenceLaw } from '@mashang/flow'
import { dayNumberOf, formatDay, legalDayOf, type Words } from '@mashang/kit'
import type { LicenceEntries, LicenceEntryKind, LicencePage } from '../../contract/index.ts'
import type { Licence } from '../rules/licence.ts'
import type { LicenceStanding } from '../rules/reading.ts'
import { endingOf, licenceStatusOn } from '../rules/status.ts'
import { LICENCE_ENTRY_WORDS, LICENCE_STATUS_WORDS } from '../rules/words.ts'
import type { HeldLicence } from '../store/licences.ts'

export function sentenceOf(licence: Licence, law: LicenceLaw, today: string): Words {
  const kind = endingOf(licence.endings)
  const ending = licence.endings.find((one) => one.kind === kind)
  if (kind && ending) {
    const on = legalDayOf(ending.at)
    const ground = law.grounds[kind].find(({ id }) => id === ending.ground)?.words
    return {
      zh: `${formatDay(on, 'zh')}${LICENCE_STATUS_WORDS[kind].zh}${ground ? `：${ground.zh}` : ''}。`,
      en: `${LICENCE_STATUS_WORDS[kind].en} on ${formatDay(on, 'en')}${ground ? `: ${ground.en ?? ground.zh}` : ''}.`,
    }
  }
  if (licence.proposal) {
    const { answerBy } = licence.proposal
    return {
      zh: `发证机关拟撤销，持证人可以在${formatDay(answerBy, 'zh')}前陈述申辩。`,
      en: `The organ intends to revoke it; the holder may state and defend until ${formatDay(answerBy, 'en')}.`,
    }
  }
  return expiryInWords(licence, today)
}

/** 还有 20 天到期, 已过期 3 天, 长期有效. */
function expiryInWords({ to }: Licence, today: string): Words {
  if (!to) return { zh: '长期有效。', en: 'Valid without an end.' }
  const left = dayNumberOf(to) - dayNumberOf(today)
  const [zh, en] = [formatDay(to, 'zh'), formatDay(to, 'en')]
  if (licenceStatusOn({ to }, today) === 'expired')
    return { zh: `${zh}已过期，不能再使用。`, en: `Expired on ${en}; it must not be used any more.` }
  if (left === 0) return { zh: '今天是有效期的最后一天。', en: 'Today is its last day.' }
  return left <= 90
    ? { zh: `${zh}到期，还有 ${left} 天。`, en: `Expires on ${en}, in ${left} day${left === 1 ? '' : 's'}.` }
    : { zh: `有效期至${zh}。`, en: `Valid until ${en}.` }
}

/** The journal as a timeline; to others than its office and holder, without what people wrote. */
export function historyOf(
  { entries }: HeldLicence,
  standing: LicenceStanding,
  law: LicenceLaw,
): LicencePage['history'] {
  return [...entries].reverse().map((entry) => {
    const kind = entry.kind as LicenceEntryKind
    return {
      revision: entry.revision,
      kind,
      at: entry.at,
      by: actorName(entry.actor),
      title: LICENCE_ENTRY_WORDS[kind],
      detail: standing === 'supervisor' ? undefined : detailOf(kind, entry.content, law),
      digest: entry.digest,
    }
  })
}

function actorName({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return kind === 'system' ? '系统' : name
}

function detailOf(kind: LicenceEntryKind, content: unknown, law: LicenceLaw): string | undefined {
  switch (kind) {
    case 'issued':
    case 'taken-over': {
      const { number, source = '' } = content as LicenceEntries['taken-over']
      return [number, source].filter(Boolean).join('　')
    }
    case 'renewed':
    case 'renewed-by-silence': {
      const { to, applicationNumber } = content as LicenceEntries['renewed']
      return `有效期至 ${to ?? '长期'}（办件 ${applicationNumber}）`
    }
    case 'changed':
    case 'corrected': {
      const { before, after } = content as LicenceEntries['corrected']
      const changes = after.filter(({ text }, at) => before[at]?.text !== text)
      return changes
        .map(
          ({ label, text }) =>
            `${label}：${before.find((one) => one.label === label)?.text ?? '—'} → ${text}`,
        )
        .join('\n')
    }
    case 'reissued':
      return (content as LicenceEntries['reissued']).applicationNumber
    case 'expiry-told': {
      const { before, to } = content as LicenceEntries['expiry-told']
      return `到期前 ${before} 天（${to}）`
    }
    case 'statement-made':
      return (content as LicenceEntries['statement-made']).text
    case 'revocation-proposed':
    case 'revoked':
      return groundedText('revoked', content, law)
    case 'revocation-dropped':
      return (content as LicenceEntries['revocation-dropped']).reasons
    default:
      return groundedText(kind, content, law)
  }
}

function groundedText(
  kind: 'cancelled' | 'revoked' | 'withdrawn' | 'forfeited',
  content: unknown,
  law: LicenceLaw,
): string {
  const { ground, reasons, compensation, decision } = content as Partial<
    LicenceEntries['withdrawn'] & LicenceEntries['forfeited']
  >
  const words = law.grounds[kind].find(({ id }) => id === ground)?.words.zh
  return [words, reasons, compensation && `补偿：${compensation}`, decision && `处罚决定：${decision}`]
    .filter(Boolean)
    .join('\n')
}

import { CLOCK_STOP_WORDS, fieldText, type ServiceItem } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ApplicationEntries, ApplicationEntryKind, JournalLine } from '../contract/index.ts'
import { ENTRY_WORDS } from '../rules/words.ts'
import type { Case } from '../store/cases.ts'
import { labelOf } from './sentences.ts'

/** Entries that are the office's own business. */
const FOR_OFFICE: readonly ApplicationEntryKind[] = [
  'carded',
  'card-appealed',
  'card-ruled',
  'reminded',
  'opinion-given',
  'signed',
  'returned',
  'expert-opinion-given',
  'panel-formed',
  'reassigned',
  'rectification-proposed',
  'rectification-rejected',
]

/** The journal as a timeline. What only the office may read is left out for others. */
export function journalLinesOf({ entries, item }: Case, forOffice: boolean): JournalLine[] {
  return entries.flatMap((entry) => {
    const kind = entry.kind as ApplicationEntryKind
    if (!forOffice && FOR_OFFICE.includes(kind)) return []
    return [
      {
        revision: entry.revision,
        kind,
        at: entry.at,
        by: actorName(entry.actor, forOffice) + forWhom(entry.content),
        title: titleOf(kind, entry.content, item),
        detail: detailOf(kind, entry.content, item, forOffice),
        digest: entry.digest,
      },
    ]
  })
}

/** 代 X: done by one for another who gave a mandate. */
function forWhom(content: unknown): string {
  const { under } = content as { under?: { for?: { name?: string } } }
  return under?.for?.name ? `（代 ${under.for.name}）` : ''
}

function actorName(actor: { kind: string; name: string }, forOffice: boolean): string {
  if (actor.kind === 'system') return '系统'
  return forOffice || actor.kind === 'staff' ? actor.name : ''
}

function titleOf(kind: ApplicationEntryKind, content: unknown, item: ServiceItem): Words {
  const base = ENTRY_WORDS[kind]
  if (kind === 'step-concluded') {
    const { step, passed } = content as ApplicationEntries['step-concluded']
    const name = item.steps.find((one) => one.id === step)?.name ?? { zh: step }
    return {
      zh: `${name.zh}：${passed ? '通过' : '未通过'}`,
      en: `${name.en ?? name.zh}: ${passed ? 'passed' : 'not passed'}`,
    }
  }
  if (kind === 'returned') {
    const { to } = content as ApplicationEntries['returned']
    const name = item.steps.find((one) => one.id === to)?.name ?? { zh: to }
    return { zh: `${base.zh}：${name.zh}`, en: `${base.en}: ${name.en ?? name.zh}` }
  }
  if (kind === 'decided') {
    const granted = (content as ApplicationEntries['decided']).outcome === 'grant'
    return granted ? { zh: '准予行政许可', en: 'Granted' } : { zh: '不予行政许可', en: 'Refused' }
  }
  if (kind === 'clock-stopped') {
    const words = CLOCK_STOP_WORDS[(content as ApplicationEntries['clock-stopped']).kind]
    return { zh: `${base.zh}：${words.zh}`, en: `${base.en}: ${words.en}` }
  }
  if (kind === 'carded') {
    const yellow = (content as ApplicationEntries['carded']).colour === 'yellow'
    return yellow ? { zh: '黄牌预警', en: 'Yellow card' } : { zh: '红牌', en: 'Red card' }
  }
  if (kind === 'card-ruled') {
    const lifted = (content as ApplicationEntries['card-ruled']).outcome === 'lifted'
    return lifted
      ? { zh: '申诉裁定：撤销牌', en: 'Ruling: card lifted' }
      : { zh: '申诉裁定：维持', en: 'Ruling: card upheld' }
  }
  if (kind === 'accepted' && (content as ApplicationEntries['accepted']).silently)
    return { zh: '逾期未告知，视为受理', en: 'Counted as accepted: nobody answered in time' }
  return base
}

/** That an identity was checked; whose, is read where the delivery is shown. */
function deliveredDetail({ note, collector }: ApplicationEntries['delivered']): string | undefined {
  const who = collector && `已核对领取人身份（${collector.as === 'holder' ? '本人' : '受委托人'}）`
  return [who, note].filter(Boolean).join('；') || undefined
}

/** What stood there and what stands there now; of personal data only that it changed. */
function rectificationDetail(
  { slips, reason }: ApplicationEntries['rectification-proposed'],
  item: ServiceItem,
): string {
  const lines = slips.map(({ target, was, is }) => {
    const field = item.fields.find(({ id }) => target === `form.${id}`)
    if (!field) return '申请人名称'
    const label = field.label.zh
    const shown = (value: unknown) => fieldText(field, value as never, 'zh', () => undefined) || '（空）'
    return field.personal ? label : `${label}：${shown(was)} → ${shown(is)}`
  })
  return [...lines, reason].join('\n')
}

function detailOf(
  kind: ApplicationEntryKind,
  content: unknown,
  item: ServiceItem,
  forOffice: boolean,
): string | undefined {
  const all = content as Record<string, unknown>
  switch (kind) {
    case 'submitted': {
      const { signature, agency } = content as ApplicationEntries['submitted']
      if (agency) return `${agency.agent}代申请人提交（委托书 ${agency.mandate}）`
      return signature && `已用“${signature.signer.name}”的数字证书签名`
    }
    case 'correction-requested': {
      const { points, note } = content as ApplicationEntries['correction-requested']
      return [...points.map((point, index) => `${index + 1}. ${point.what}`), note].filter(Boolean).join('\n')
    }
    case 'opinion-given':
    case 'signed':
      return String(all.text ?? all.reasons) || undefined
    case 'objected':
    case 'announced':
    case 'panel-concluded':
      return String(all.text)
    case 'objection-answered':
      return String(all.answer)
    case 'hearing-set':
      return `${String(all.on)} ${String(all.time)} ${String(all.place)}`
    case 'expert-opinion-given':
      return `${String(all.expert)}：${String(all.text)}`
    case 'card-appealed':
      return String(all.grounds)
    case 'card-ruled':
      return String(all.reasons)
    case 'opinions-requested':
      return `${forOffice ? String(all.note) : ''}（${String(all.due)} 前反馈）`
    case 'step-concluded':
      return forOffice ? String(all.findings) : undefined
    case 'declined':
      return `${String(all.reason)}（有权机关：${String(all.rightOrgan)}）`
    case 'decided':
      return String(all.reasons) || undefined
    case 'posted':
      return `${String(all.carrier).toUpperCase()} ${String(all.number)}`
    case 'original-seen':
      return labelOf(item, `materials.${String(all.material)}`).zh
    case 'delivered':
      return deliveredDetail(content as ApplicationEntries['delivered'])
    case 'carded':
      return `${String(all.clock) === 'promised' ? '承诺期限' : '法定期限'} ${String(all.due)}`
    case 'reassigned':
      return `${(content as ApplicationEntries['reassigned']).to.name}：${String(all.reason)}`
    case 'transfer-offered':
      return `${String(all.reason)}（${String(all.basis)}）`
    case 'merged':
    case 'merge-undone':
      return `${(content as ApplicationEntries['merged']).into.number}：${String(all.reason)}`
    case 'merged-in':
    case 'merge-in-undone':
      return `${(content as ApplicationEntries['merged-in']).from.number}：${String(all.reason)}`
    case 'rectification-proposed':
    case 'rectified':
      return rectificationDetail(content as ApplicationEntries['rectification-proposed'], item)
    case 'corrected':
      return undefined
    default:
      return String(all.reason ?? all.note ?? '') || undefined
  }
}

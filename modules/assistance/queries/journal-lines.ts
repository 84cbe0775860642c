import type { Words } from '@mashang/kit'
import type { HelpEntries, HelpView } from '../contract/index.ts'
import type { Standing } from '../rules/helping.ts'
import type { Case } from '../store/cases.ts'

type Kind = keyof HelpEntries

const TITLES: Readonly<Record<Kind, Words>> = {
  requested: { zh: '申请帮办代办', en: 'Help asked for' },
  taken: { zh: '已承接', en: 'Taken' },
  written: { zh: '留言', en: 'Message' },
  noted: { zh: '内部备注', en: 'Note for the office' },
  appointed: { zh: '约定时间和地点', en: 'Appointment' },
  'checklist-set': { zh: '更新材料清单', en: 'Checklist of materials' },
  'mandate-offered': { zh: '请委托人签署委托书', en: 'Mandate offered for signature' },
  'mandate-signed': { zh: '委托人签署委托书', en: 'Mandate signed by the principal' },
  'mandate-revoked': { zh: '委托终止', en: 'Mandate ended' },
  'intake-opened': { zh: '以委托人名义开始填报', en: 'Application begun in the principal’s name' },
  concluded: { zh: '办结', en: 'Concluded' },
  ended: { zh: '终止', en: 'Ended' },
}

/** What was said and done, oldest first; every act of the assistant says for whom it was done. */
export function linesOf({ help, entries }: Case, standing: Standing): HelpView['lines'] {
  const forOffice = standing === 'assistant' || standing === 'supervisor'
  return entries
    .filter(({ kind }) => forOffice || kind !== 'noted')
    .map((entry) => {
      const kind = entry.kind as Kind
      const text = textOf(kind, entry.content)
      return {
        at: entry.at,
        by: byOf(kind, entry.actor, help.principal.name, standing),
        title: TITLES[kind],
        ...(text ? { text } : {}),
      }
    })
}

function byOf(
  kind: Kind,
  actor: { readonly kind: string; readonly name: string },
  principal: string,
  standing: Standing,
): string {
  const told = standing === 'supervisor' || standing === 'any-assistant' ? '' : principal
  if (actor.kind === 'citizen') return told
  return kind === 'intake-opened' && told ? `${actor.name}（代${told}）` : actor.name
}

function textOf(kind: Kind, content: unknown): string | undefined {
  const all = content as Record<string, unknown>
  switch (kind) {
    case 'written':
    case 'noted':
      return String(all.text)
    case 'appointed':
      return [all.day, all.time, all.detail].filter(Boolean).join(' ')
    case 'mandate-offered':
      return `${String(all.from)} – ${String(all.to)}`
    case 'mandate-revoked':
    case 'ended':
      return String(all.reason) || undefined
    case 'concluded':
      return String(all.result)
    default:
      return undefined
  }
}

/** Dates, limits and names in the two languages, and what all kinds share. */
import { MONTHS_EN, type Words } from '@mashang/kit'
import type { Applicant, Contact, DocumentBase, DueDate, Language, Limit, Rights } from '../contract.ts'
import type { Block, Run } from '../page.ts'

/** What a document is made with, apart from its data. */
export interface Setting {
  readonly language: Language
  readonly cityName: Words
  /** Without a slash at the end. */
  readonly verifyBase: string
  readonly demo: boolean
  /** Sealed, or a preview. */
  readonly sealed: boolean
}

export function say(setting: Setting, zh: string, en: string): string {
  return setting.language === 'zh' ? zh : en
}

/** `2026-12-03` as 2026年12月3日 or 3 December 2026. */
export function dateOf(setting: Setting, date: string): string {
  const part = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (part === null) throw new Error(`Not a date (YYYY-MM-DD): ${date}`)
  const [year, month, day] = [Number(part[1]), Number(part[2]), Number(part[3])]
  return say(setting, `${year}年${month}月${day}日`, `${day} ${MONTHS_EN[month - 1] ?? ''} ${year}`)
}

/** A date as above, or an instant to the minute in Shanghai's time. */
export function momentOf(setting: Setting, moment: string): string {
  if (!moment.includes('T')) return dateOf(setting, moment)
  const instant = new Date(moment)
  if (Number.isNaN(instant.getTime())) throw new Error(`Not an instant (ISO 8601): ${moment}`)
  // Asia/Shanghai has been UTC+8 all year since 1991.
  const local = new Date(instant.getTime() + 8 * 3_600_000).toISOString()
  return `${dateOf(setting, local.slice(0, 10))} ${local.slice(11, 16)}`
}

/** 20个工作日, 60日, 6个月; 0 is on the spot. */
export function limitOf(setting: Setting, limit: Limit): string {
  if (limit.count === 0) return say(setting, '当场办结', 'on the spot')
  const plural = limit.count === 1 ? '' : 's'
  switch (limit.unit) {
    case 'working-day':
      return say(setting, `${limit.count}个工作日`, `${limit.count} working day${plural}`)
    case 'calendar-day':
      return say(setting, `${limit.count}日`, `${limit.count} day${plural}`)
    case 'month':
      return say(setting, `${limit.count}个月`, `${limit.count} month${plural}`)
  }
}

export function paragraph(...runs: readonly Run[]): Block {
  return { block: 'paragraph', runs }
}

export function heading(text: string): Block {
  return { block: 'heading', text }
}

/** A list, or a plain paragraph where there is only one item; nothing where there is none. */
export function listed(items: readonly string[] | undefined): readonly Block[] {
  const [only, second] = items ?? []
  if (items === undefined || only === undefined) return []
  return second === undefined ? [paragraph(only)] : [{ block: 'list', items }]
}

/** Rows with something to say. */
export function facts(rows: readonly (readonly [string, string | readonly string[] | undefined])[]): Block {
  return {
    block: 'facts',
    rows: rows.flatMap(([label, value]) => {
      const lines = typeof value === 'string' ? [value] : (value ?? [])
      return lines.length === 0 ? [] : [{ label, lines }]
    }),
  }
}

/** The item in quotation marks, with the project where there is one. */
export function itemOf(setting: Setting, data: DocumentBase): string {
  const project = data.projectName
  const suffix = project === undefined ? '' : say(setting, `（项目：${project}）`, ` (project: ${project})`)
  return say(setting, `“${data.itemName}”申请${suffix}`, `application for “${data.itemName}”${suffix}`)
}

export function addresseeOf(setting: Setting, applicant: Applicant): string {
  return say(setting, `${applicant.name}：`, `To ${applicant.name}:`)
}

export function applicantOf(setting: Setting, applicant: Applicant): readonly string[] {
  const { agent } = applicant
  const codeName = applicant.codeName === undefined ? '' : `${applicant.codeName}${say(setting, '：', ': ')}`
  return [
    applicant.name,
    ...(applicant.code === undefined ? [] : [`${codeName}${applicant.code}`]),
    ...(agent === undefined ? [] : [say(setting, `经办人：${agent}`, `Represented by ${agent}`)]),
  ]
}

/** A due date in bold facts and, below, how it was reckoned. */
export function dueRow(setting: Setting, due: DueDate): readonly string[] {
  const on = dateOf(setting, due.due)
  const limit = limitOf(setting, due.limit)
  const first =
    due.limit.count === 0 ? `${limit}（${on}）` : say(setting, `${on}前（${limit}）`, `by ${on} (${limit})`)
  return due.provisional === true
    ? [
        first,
        say(
          setting,
          '该年度节假日安排尚未公布，日期为暂定，公布后重新计算。',
          'Provisional: the public holidays of that year are not published yet.',
        ),
      ]
    : [first]
}

export function whyOf(setting: Setting, which: string, due: DueDate): readonly Block[] {
  if (due.why.length === 0) return []
  return [
    {
      block: 'why',
      title: say(setting, `${which}的计算`, `How the ${which.toLowerCase()} was reckoned`),
      lines: due.why,
    },
  ]
}

export function rightsOf(setting: Setting, rights: Rights, document: string): readonly Block[] {
  const { reconsideration, suit } = rights
  const parts = [
    reconsideration === undefined
      ? undefined
      : say(
          setting,
          `可以依据${reconsideration.basis}，自收到本${document}书之日起${reconsideration.days}日内向${reconsideration.organ}申请行政复议`,
          `apply to ${reconsideration.organ} for administrative reconsideration within ${reconsideration.days} days of receiving it (${reconsideration.basis})`,
        ),
    suit === undefined
      ? undefined
      : say(
          setting,
          `${reconsideration === undefined ? '可以' : '也可以'}依据${suit.basis}，自收到本${document}书之日起${suit.months}个月内直接向${suit.court}提起行政诉讼`,
          `bring an action directly before ${suit.court} within ${suit.months} months of receiving it (${suit.basis})`,
        ),
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return []
  return [
    paragraph(
      say(
        setting,
        `如不服本${document}，${parts.join('；')}。`,
        `If you do not agree, you may ${parts.join(', or ')}.`,
      ),
    ),
  ]
}

export function closingOf(setting: Setting, contact: Contact | undefined, notes: readonly string[] = []) {
  const mark = say(setting, '：', ': ')
  const parts = [
    [say(setting, '承办单位', 'Handled by'), contact?.unit],
    [say(setting, '联系人', 'Contact'), contact?.person],
    [say(setting, '联系电话', 'Telephone'), contact?.phone],
    [say(setting, '地址', 'Address'), contact?.address],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}${mark}${value}`]))
  return [...notes, ...(parts.length === 0 ? [] : [parts.join(say(setting, '　', '   '))])]
}

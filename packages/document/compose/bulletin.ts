import type { Bulletin } from '../contract.ts'
import type { Block, SheetPage } from '../page.ts'
import { DOCUMENT_TITLES } from '../titles.ts'
import { dateOf, paragraph, type Setting, say } from './words.ts'

/** The bulletin of a month, section by section. */
export function bulletinPage(setting: Setting, data: Bulletin): SheetPage {
  const title = DOCUMENT_TITLES.bulletin[setting.language]
  const printed = say(
    setting,
    `印制日期：${dateOf(setting, data.date)}`,
    `Printed on ${dateOf(setting, data.date)}`,
  )
  return {
    format: 'sheet',
    language: setting.language,
    subject: { title: `${data.month} ${title}`, author: data.publisher, keywords: [data.month] },
    date: data.date,
    footer: {
      lines: [`${data.publisher}　${data.month}${title}`, printed],
      ...(setting.demo
        ? { warning: say(setting, '演示系统，内容仅供演示。', 'Demonstration; for show only.') }
        : {}),
      pages: say(setting, '第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'),
    },
    organ: data.publisher,
    title: data.month,
    item: title,
    marks: data.note === undefined ? [printed] : [printed, data.note],
    blocks: data.sections.flatMap((section): Block[] => [
      { block: 'section', text: section.title },
      ...section.paragraphs.map((text) => paragraph(text)),
      ...(section.bars ? [bars(section.bars)] : []),
      ...(section.table ? [{ block: 'table' as const, ...section.table }] : []),
    ]),
  }
}

function bars({ most, rows }: NonNullable<Bulletin['sections'][number]['bars']>): Block {
  return {
    block: 'bars',
    rows: rows.map(({ label, value, text }) => ({
      label,
      share: most > 0 ? Math.min(1, Math.max(0, value / most)) : 0,
      text,
    })),
  }
}

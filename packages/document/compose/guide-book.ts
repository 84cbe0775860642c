import type { GuideBook } from '../contract.ts'
import type { BookPage } from '../page.ts'
import { qrCode } from '../qr.ts'
import { noticeBlocks, noticeMarks } from './one-time-notice.ts'
import { dateOf, type Setting, say } from './words.ts'

/** The book of guides: the same blocks as in each item's notice, between contents and an index. */
export function bookPage(setting: Setting, data: GuideBook): BookPage {
  return {
    format: 'book',
    language: setting.language,
    subject: { title: data.title, author: data.publisher, keywords: [] },
    date: data.date,
    footer: {
      lines: [
        data.title,
        say(setting, `印制日期：${dateOf(setting, data.date)}`, `Printed on ${dateOf(setting, data.date)}`),
      ],
      ...(setting.demo
        ? { warning: say(setting, '演示系统，内容仅供演示。', 'Demonstration; for show only.') }
        : {}),
      pages: say(setting, '第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'),
    },
    title: data.title,
    ...(data.subtitle === undefined ? {} : { subtitle: data.subtitle }),
    imprint: [data.publisher, dateOf(setting, data.date)],
    contents: say(setting, '目　录', 'Contents'),
    parts: data.parts.map((part) => ({
      title: part.organ,
      lines: part.lines,
      items: part.items.map((item) => ({
        key: item.itemCode,
        name: item.itemName,
        marks: noticeMarks(setting, item),
        qr: qrCode(item.guideUrl),
        scan: say(setting, '扫码在线办理', 'Apply online'),
        blocks: noticeBlocks(setting, item),
      })),
    })),
    indexTitle: say(setting, '事项索引', 'Index of items'),
    index: data.index.map(({ letter, entries }) => ({
      letter,
      entries: entries.map(({ name, code }) => ({ name, key: code })),
    })),
  }
}

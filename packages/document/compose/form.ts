import type { FormDocument } from '../contract.ts'
import type { FormPage } from '../page.ts'
import { qrCode } from '../qr.ts'
import { dateOf, type Setting, say } from './words.ts'

/** `blank` leaves room to write, `sample` marks the values as an example, `filled` prints an application. */
export type FormUse = 'blank' | 'sample' | 'filled'

export function formPage(setting: Setting, data: FormDocument, use: FormUse): FormPage {
  const printed = dateOf(setting, data.date)
  const number = data.caseNumber
  return {
    format: 'form',
    language: setting.language,
    subject: { title: data.title, author: data.organ, keywords: [number ?? data.itemCode ?? data.itemName] },
    date: data.date,
    ...(use === 'sample' ? { watermark: say(setting, '样　表', 'SAMPLE') } : {}),
    footer: {
      ...(data.url === undefined ? {} : { qr: qrCode(data.url) }),
      lines: [
        ...(number === undefined ? [] : [say(setting, `办件编号：${number}`, `Case number: ${number}`)]),
        ...(data.url === undefined ? [] : [scanLine(setting, use, data.url)]),
        say(setting, `印制日期：${printed}`, `Printed on ${printed}`),
      ],
      ...(setting.demo
        ? { warning: say(setting, '演示系统，内容仅供演示。', 'Demonstration; for show only.') }
        : {}),
      pages: say(setting, '第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'),
    },
    organ: data.organ,
    title: data.title,
    marks: [
      say(setting, `事项：${data.itemName}`, `Item: ${data.itemName}`),
      ...(data.itemCode === undefined
        ? []
        : [say(setting, `事项编码：${data.itemCode}`, `Item code: ${data.itemCode}`)]),
    ],
    use,
    note: noteFor(setting, use),
    sections: data.sections,
    statement: data.statement ?? [],
    signature: {
      label: say(setting, '申请人（签字或盖章）：', 'Applicant (signature or seal):'),
      name: data.signature?.name ?? '',
      date: data.signature?.date ?? say(setting, '　　　　年　　月　　日', 'Date:'),
    },
  }
}

function scanLine(setting: Setting, use: FormUse, url: string): string {
  return use === 'filled'
    ? say(setting, `扫码或访问 ${url} 查询办理进度`, `Scan the code or open ${url} to follow the case`)
    : say(setting, `扫码或访问 ${url} 在线填写`, `Scan the code or open ${url} to fill it in online`)
}

function noteFor(setting: Setting, use: FormUse): string {
  if (use === 'filled') return ''
  return use === 'blank'
    ? say(
        setting,
        '带 * 的为必填项；请用黑色签字笔填写，选择项在 □ 内打√。',
        'Fields with * are required. Use black ink; tick the boxes.',
      )
    : say(
        setting,
        '本表为填写示例，内容均为虚构，请按实际情况填写。',
        'This is an example; all values are invented.',
      )
}

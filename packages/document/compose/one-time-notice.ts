import type { NoticeMaterial, OneTimeNotice } from '../contract.ts'
import type { Block, SheetPage } from '../page.ts'
import { qrCode } from '../qr.ts'
import { DOCUMENT_TITLES } from '../titles.ts'
import { dateOf, facts, limitOf, listed, type Setting, say } from './words.ts'

/** The one-time notice of an item: conditions, materials, limits, fees, places and phones, in the order asked. */
export function noticePage(setting: Setting, data: OneTimeNotice): SheetPage {
  const title = DOCUMENT_TITLES['one-time-notice'][setting.language]
  return {
    format: 'sheet',
    language: setting.language,
    subject: {
      title: `${data.itemName} ${title}`,
      author: data.organ,
      keywords: [data.itemCode ?? data.itemName],
    },
    date: data.date,
    footer: {
      qr: qrCode(data.guideUrl),
      lines: [
        say(setting, `扫码或访问 ${data.guideUrl}`, `Scan the code or open ${data.guideUrl}`),
        say(
          setting,
          '查看最新办事指南、下载表格、在线办理。',
          'for the current guide, forms and to apply online.',
        ),
        say(setting, `印制日期：${dateOf(setting, data.date)}`, `Printed on ${dateOf(setting, data.date)}`),
      ],
      ...(setting.demo
        ? { warning: say(setting, '演示系统，内容仅供演示。', 'Demonstration; for show only.') }
        : {}),
      pages: say(setting, '第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'),
    },
    organ: data.organ,
    title,
    item: data.itemName,
    marks: noticeMarks(setting, data),
    blocks: noticeBlocks(setting, data),
  }
}

/** Code and version of the item. */
export function noticeMarks(setting: Setting, data: OneTimeNotice): readonly string[] {
  return [
    ...(data.itemCode === undefined
      ? []
      : [say(setting, `事项编码：${data.itemCode}`, `Item code: ${data.itemCode}`)]),
    ...(data.version === undefined ? [] : [data.version]),
  ]
}

/** What the notice says, section by section; the book of guides says the same. */
export function noticeBlocks(setting: Setting, data: OneTimeNotice): readonly Block[] {
  const section = (zh: string, en: string, blocks: readonly Block[]): readonly Block[] =>
    blocks.length === 0 ? [] : [{ block: 'section', text: say(setting, zh, en) }, ...blocks]
  return [
    { block: 'grid', pairs: data.summary },
    ...section('办理条件', 'Conditions', listed(data.conditions)),
    ...section(
      '申请材料',
      'Materials',
      data.materials.length === 0
        ? listed([say(setting, '不需要提交材料。', 'None.')])
        : [materials(setting, data.materials)],
    ),
    ...section('办理时限', 'Time limits', [limits(setting, data)]),
    ...section('办理流程', 'Steps', steps(data)),
    ...section('收费', 'Fees', fees(setting, data)),
    ...section('办理地点', 'Where to go', windows(setting, data)),
    ...section('咨询与监督', 'Questions and complaints', [
      facts([
        [say(setting, '咨询电话', 'Consultation'), data.consultationPhone],
        [say(setting, '监督投诉电话', 'Complaints'), data.complaintPhone],
      ]),
    ]),
    ...section('常见问题', 'Questions often asked', questions(data)),
    ...section('办理依据', 'Legal basis', listed(data.basis)),
  ]
}

function materials(setting: Setting, all: readonly NoticeMaterial[]): Block {
  const withNote = all.some((material) => material.note !== undefined)
  return {
    block: 'table',
    columns: [
      { title: say(setting, '序号', 'No.'), width: 'narrow' },
      { title: say(setting, '材料名称', 'Material'), width: 4.4 },
      { title: say(setting, '来源', 'Source'), width: setting.language === 'zh' ? 2.4 : 3 },
      { title: say(setting, '份数', 'Copies'), width: 'narrow' },
      { title: say(setting, '形式', 'Form'), width: setting.language === 'zh' ? 2.3 : 2.8 },
      { title: say(setting, '必要性', 'Needed'), width: setting.language === 'zh' ? 1.9 : 2.2 },
      ...(withNote ? [{ title: say(setting, '说明', 'Note'), width: 3.8 }] : []),
    ],
    rows: all.map((material, i) => [
      String(i + 1),
      material.name,
      material.source,
      material.copies,
      material.form,
      material.necessity,
      ...(withNote ? [material.note ?? '—'] : []),
    ]),
  }
}

function limits(setting: Setting, data: OneTimeNotice): Block {
  return facts([
    [say(setting, '承诺办结时限', 'Promised'), limitOf(setting, data.promised)],
    [say(setting, '法定办结时限', 'Statutory'), limitOf(setting, data.statutory)],
    [say(setting, '说明', 'Notes'), data.limitNotes],
  ])
}

function steps(data: OneTimeNotice): readonly Block[] {
  const all = data.steps ?? []
  if (all.length === 0) return []
  return [
    {
      block: 'steps',
      steps: all.map((step) => ({
        name: step.name,
        lines: [step.limit, step.note].filter((line) => line !== undefined),
      })),
    },
  ]
}

function fees(setting: Setting, data: OneTimeNotice): readonly Block[] {
  if (data.fees.length === 0) return listed([say(setting, '不收费。', 'Free of charge.')])
  return [
    {
      block: 'table',
      columns: [
        { title: say(setting, '收费项目', 'Fee'), width: 3 },
        { title: say(setting, '标准', 'Rate'), width: 3 },
        { title: say(setting, '依据', 'Basis'), width: 4 },
      ],
      rows: data.fees.map((fee) => [fee.name, fee.standard, fee.basis ?? '—']),
    },
  ]
}

function windows(setting: Setting, data: OneTimeNotice): readonly Block[] {
  if (data.windows.length === 0) return []
  return [
    {
      block: 'table',
      columns: [
        { title: say(setting, '窗口', 'Window'), width: 2.5 },
        { title: say(setting, '地址', 'Address'), width: 3.6 },
        { title: say(setting, '时间', 'Hours'), width: 3 },
        { title: say(setting, '电话', 'Telephone'), width: 'narrow' },
      ],
      rows: data.windows.map((window) => [
        window.name,
        window.address,
        window.hours ?? '—',
        window.phone ?? '—',
      ]),
    },
  ]
}

function questions(data: OneTimeNotice): readonly Block[] {
  return (data.questions ?? []).map(({ question, answer }) => ({ block: 'answer', question, answer }))
}

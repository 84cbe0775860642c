/** Papers of a payment. */
import type { IssuedData } from '../contract.ts'
import type { Block } from '../page.ts'
import type { LetterText } from './letter.ts'
import { applicantOf, facts, itemOf, listed, momentOf, paragraph, type Setting, say } from './words.ts'

type Lines = IssuedData['payment-notice']['lines']

function linesTable(setting: Setting, lines: Lines): Block {
  return {
    block: 'table',
    columns: [
      { title: say(setting, '收费项目', 'Fee'), width: 3 },
      { title: say(setting, '计算', 'Reckoning'), width: 3 },
      { title: say(setting, '金额', 'Amount'), width: 'narrow' },
      { title: say(setting, '依据', 'Basis'), width: 3 },
    ],
    rows: lines.map(({ name, how = '—', amount, basis }) => [name, how, amount, basis]),
  }
}

export function paymentNotice(setting: Setting, data: IssuedData['payment-notice']): LetterText {
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `你（单位）提出的${itemOf(setting, data)}已受理。根据${data.basis}和下列收费依据，应当缴纳费用：`,
          `Your ${itemOf(setting, data)} has been accepted. Under ${data.basis} and the bases below, these fees are to be paid:`,
        ),
      ),
      linesTable(setting, data.lines),
      facts([
        [say(setting, '合计', 'Total'), data.total],
        [say(setting, '大写', 'In capitals'), data.capitals],
        [say(setting, '缴费时间', 'When'), data.due],
      ]),
      paragraph(say(setting, '缴费方式：', 'How to pay:')),
      ...listed(data.how),
      paragraph(
        say(
          setting,
          '除上列项目外不收取其他费用；办理期限照常计算，不因缴费而停止。',
          'Nothing else is charged. The time limits go on running; payment does not stop them.',
        ),
      ),
    ],
  }
}

const numbered = (setting: Setting, { receipt }: IssuedData['fee-receipt'] | IssuedData['red-receipt']) =>
  [
    [say(setting, '票据代码', 'Receipt code'), receipt.code],
    [say(setting, '票据号码', 'Receipt number'), receipt.number],
    [say(setting, '校验码', 'Check code'), receipt.check],
  ] as const

export function feeReceipt(setting: Setting, data: IssuedData['fee-receipt']): LetterText {
  return {
    blocks: [
      facts([
        ...numbered(setting, data),
        [say(setting, '交款人', 'Paid by'), applicantOf(setting, data.applicant)],
        [say(setting, '事项', 'Service item'), data.itemName],
      ]),
      linesTable(setting, data.lines),
      facts([
        [say(setting, '合计', 'Total'), data.total],
        [say(setting, '大写', 'In capitals'), data.capitals],
        [say(setting, '缴费方式', 'Paid'), data.method],
        [say(setting, '缴费时间', 'Paid at'), momentOf(setting, data.paidAt)],
        [say(setting, '订单号', 'Order'), data.order],
      ]),
    ],
    addressed: false,
  }
}

export function redReceipt(setting: Setting, data: IssuedData['red-receipt']): LetterText {
  const { code, number } = data.original
  return {
    blocks: [
      paragraph(
        say(
          setting,
          `原票据（代码 ${code}，号码 ${number}）因退费红字冲销。`,
          `The receipt ${code} ${number} is reversed because of a refund.`,
        ),
      ),
      facts([
        ...numbered(setting, data),
        [say(setting, '交款人', 'Paid by'), applicantOf(setting, data.applicant)],
        [say(setting, '事项', 'Service item'), data.itemName],
        [say(setting, '退费金额', 'Given back'), data.total],
        [say(setting, '大写', 'In capitals'), data.capitals],
        [say(setting, '退费原因', 'Reason'), data.reason],
      ]),
    ],
    addressed: false,
  }
}

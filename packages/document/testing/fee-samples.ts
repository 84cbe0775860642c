import type { DocumentBase } from '../contract.ts'
import type { FeeData } from '../fee-contract.ts'

const lines = [
  { name: '往来港澳通行证工本费', amount: '¥60.00', basis: '发改价格〔2019〕914号' },
  {
    name: '签注费',
    how: '2 × ¥15.00',
    amount: '¥30.00',
    basis: '中国公民因私事往来香港地区或者澳门地区的暂行管理办法',
  },
]
const money = { total: '¥90.00', capitals: '玖拾元整' }

/** Samples of the papers of a payment. */
export const feeSamples = (numbered: (word: string) => DocumentBase): FeeData<DocumentBase> => ({
  'payment-notice': {
    ...numbered('缴'),
    ...money,
    lines,
    basis: '《行政许可法》第五十九条',
    due: '领取结果前',
    how: ['网上：在“我的办件”打开这个办件，点“缴费”。', '窗口：综合收费窗口，现金或银行卡。'],
  },
  'fee-receipt': {
    ...numbered('票'),
    ...money,
    lines,
    receipt: { code: '21010126', number: '0000000001', check: '7c2f9a' },
    method: '网上支付',
    paidAt: '2026-11-23T02:10:00.000Z',
    order: '261123000000017',
  },
  'red-receipt': {
    ...numbered('红'),
    total: '-¥90.00',
    capitals: '负玖拾元整',
    receipt: { code: '21010126', number: '0000000002', check: '41b07e' },
    original: { code: '21010126', number: '0000000001' },
    reason: '申请人撤回申请。',
  },
})

import { w } from './words.ts'

/** Fees at the desk. */
export const FEES = {
  title: w('收费', 'Fees'),
  tabs: w('收费栏目', 'Fees'),
  charges: w('收费单', 'Charges'),
  refunds: w('退费', 'Refunds'),
  day: w('对账与日结', 'Accounts of the day'),
  search: w('办件编号或交款人', 'Case number or payer'),
  anyStatus: w('全部状态', 'Any status'),
  owedNow: (count: number, amount: string) =>
    w(`待缴费 ${count} 笔，共 ${amount}`, `${count} to be paid, ${amount} in all`),
  none: w(
    '没有收费单。办件受理后按收费规则自动开具。',
    'No charges. They are raised when a case is accepted.',
  ),
  number: w('办件编号', 'Case'),
  item: w('事项', 'Item'),
  payer: w('交款人', 'Payer'),
  organ: w('部门', 'Organ'),
  amount: w('金额', 'Amount'),
  total: w('合计', 'Total'),
  status: w('状态', 'Status'),
  raisedAt: w('开具时间', 'Asked for'),
  due: w('缴费时间', 'Due'),
  lines: w('收费明细', 'What is charged'),
  payment: w('缴费', 'Payment'),
  receipts: w('电子票据', 'Receipts'),
  red: w('红字', 'red'),
  void: w('已作废', 'void'),
  free: w('不收费。', 'Free of charge.'),
  notYet: w('受理后开具缴费通知书。', 'Payment is asked for after acceptance.'),
  toAssess: w('以下收费需要核定金额：', 'These fees are to be assessed:'),
  assess: w('核定并开具缴费通知书', 'Assess and ask for payment'),
  amountYuan: w('金额（元）', 'Amount (yuan)'),
  wrongAmount: w('请填金额，最多两位小数。', 'An amount with at most two decimals.'),
  take: w('窗口收款', 'Take the payment'),
  method: w('方式', 'Method'),
  tendered: w('实收（元）', 'Handed over (yuan)'),
  change: (amount: string) => w(`找零 ${amount}`, `Change ${amount}`),
  gaveChange: (tendered: string, change: string) =>
    w(`（实收 ${tendered}，找零 ${change}）`, ` (${tendered} handed over, change ${change})`),
  voucher: w('银行卡凭证号', 'Card voucher number'),
  taken: w('已收款，电子票据已开具。', 'Taken; the receipt is given.'),
  order: w('订单号', 'Order'),
  paidAt: w('缴费时间', 'Paid at'),
  cashier: w('收费员', 'Cashier'),
  refundable: (amount: string) => w(`按规则可退 ${amount}`, `By rule ${amount} can be given back`),
  noRefundByRule: w('按规则不退费。', 'Nothing is given back by rule.'),
  askRefund: w('申请退费', 'Ask for a refund'),
  grounds: w('退费依据', 'Grounds'),
  byRule: w('按退费规则', 'By the rule'),
  mistake: w('多收、错收', 'Charged by mistake'),
  reason: w('原因', 'Reason'),
  asked: w('已提交，等待审批。', 'Asked; another has to approve it.'),
  askedBy: w('申请人', 'Asked by'),
  request: w('交款人申请退费', 'The payer asks for money back'),
  cause: w('事由', 'Cause'),
  requested: w('申请金额', 'Asked for'),
  says: w('交款人说明', 'What the payer says'),
  found: w('核实情况（交款人会收到）', 'What was found (the payer is told)'),
  takeUp: w('提交审批', 'Send it for approval'),
  declineRequest: w('不予退费', 'Decline'),
  answered: w('已答复，已通知交款人。', 'Answered; the payer is told.'),
  approve: w('批准退费', 'Approve'),
  refuse: w('不批准', 'Do not approve'),
  ruling: w('审批意见', 'Note'),
  payOut: w('退款', 'Pay it out'),
  paidOut: w('已退款，原票据已红字冲销。', 'Paid out; the receipt is reversed.'),
  ruled: w('已审批。', 'Ruled on.'),
  noRefunds: w('没有退费。', 'No refunds.'),
  openCharge: w('打开', 'Open'),
  sentBack: w('原路退回', 'Sent back'),
  dayOf: w('日期', 'Day'),
  received: w('收款', 'Received'),
  refunded: w('退款', 'Given back'),
  count: w('笔数', 'Payments'),
  reconcile: w('与银行对账', 'Reconciliation with the bank'),
  template: w('下载模板', 'Template'),
  upload: w('导入银行对账文件（CSV）', 'Read the bank’s file (CSV)'),
  noFile: w('还没有导入对账文件。', 'The bank’s file has not been read.'),
  file: (name: string, lines: number, encoding: string) =>
    w(`${name}，${lines} 行，${encoding}`, `${name}, ${lines} lines, ${encoding}`),
  ours: w('我方', 'Ours'),
  bank: w('银行', 'Bank'),
  kind: w('类型', 'Kind'),
  settle: w('处理', 'Settle'),
  note: w('处理情况', 'What was found'),
  settled: w('已处理', 'Settled'),
  till: w('窗口日结', 'Tills'),
  expected: w('应有现金', 'Cash expected'),
  counted: w('盘点现金', 'Cash counted'),
  countTill: w('盘点', 'Count'),
  noTill: w('这一天窗口没有收款。', 'No window took money on this day.'),
  difference: w('差额', 'Difference'),
  sign: w('签字结账', 'Sign and close the day'),
  signWhat: w(
    '签字后这一天的账不能再改；之后的收付记入下一日。',
    'After that the day takes no more changes; later money stands in the next day.',
  ),
  signed: (by: string, at: string) => w(`${by} 于 ${at} 签字结账`, `Signed by ${by} at ${at}`),
  summary: (matched: number, open: number) =>
    w(`一致 ${matched} 笔，待处理 ${open} 笔`, `${matched} match, ${open} to settle`),
} as const

export const CHARGE_STATUS = {
  owed: w('待缴费', 'To be paid'),
  paid: w('已缴费', 'Paid'),
  'part-refunded': w('部分退费', 'Partly refunded'),
  refunded: w('已退费', 'Refunded'),
  closed: w('不用缴费', 'Nothing to pay'),
} as const

export const PAID_BY = {
  cash: w('现金', 'Cash'),
  card: w('银行卡', 'Card'),
  online: w('网上', 'Online'),
} as const

export const REFUND_STATUS = {
  requested: w('待核实', 'To be looked into'),
  declined: w('不予退费', 'Declined'),
  asked: w('待审批', 'To be approved'),
  approved: w('待退款', 'To be paid out'),
  refused: w('未批准', 'Not approved'),
  paid: w('已退款', 'Paid out'),
} as const

export const REFUND_CAUSE = {
  'paid-twice': w('重复缴费', 'Paid twice'),
  'too-much': w('多缴', 'Paid too much'),
  'not-due': w('不该缴', 'Should not have been charged'),
  other: w('其他', 'Something else'),
} as const

export const DIFFERENCE = {
  matched: w('一致', 'Matches'),
  'ours-only': w('我方有、银行无', 'Ours, not the bank’s'),
  'bank-only': w('银行有、我方无', 'The bank’s, not ours'),
  'amount-differs': w('金额不一致', 'Amount differs'),
} as const

export const MOVED = { in: w('收款', 'In'), out: w('退款', 'Out') } as const

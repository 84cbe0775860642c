import { fieldSays, says } from './text.ts'

/** What the register of licences refuses. Alphabetical. */
export const LICENCE_REFUSALS = {
  'correction-changes-nothing': says(
    422,
    '更正后的内容和原来一样。',
    'The correction says what the licence says already.',
  ),
  'ground-does-not-fit': says(
    409,
    '“{ground}”这一理由不适用于{status}的证照。',
    'The ground “{ground}” does not fit a licence in this status: {status}.',
  ),
  'ground-unknown': says(
    422,
    '没有“{ground}”这一法定理由。',
    'There is no ground of law “{ground}”.',
    '请从列出的理由中选择。',
    'Please choose one of those listed.',
  ),
  'holder-not-heard': says(
    409,
    '持证人可以陈述申辩到 {answerBy}，现在还不能作出撤销决定。',
    'The holder may state and defend until {answerBy}; it cannot be revoked before.',
    '收到陈述申辩，或者期限届满后再决定。',
    'Decide once the statement is there or the day has passed.',
  ),
  'import-cell-wrong': fieldSays(
    '“{column}”写的是“{found}”，不能用：编号不能重复，证件号码要能通过校验，日期写成 2026-11-24，类型编号要是本部门发放的。',
    'The column “{column}” says “{found}”: numbers stand once, codes pass their check, days are written 2026-11-24, types are those of your organ.',
  ),
  'import-rows-broken': says(
    422,
    '表中有 {count} 处不能纳管，整表没有导入。',
    '{count} places in the sheet cannot be taken over; nothing was imported.',
    '请按提示改好后再导入。',
    'Please mend them and import again.',
  ),
  'licence-cannot-be-exchanged': says(
    422,
    '补正不能换成另一张证照，本件针对的是 {number}。',
    'A correction cannot put another licence in place of {number}.',
  ),
  'licence-case-open': says(
    409,
    '证照 {number} 已有同类申请 {application} 正在办理。',
    'There is an open case {application} of the same kind for the licence {number}.',
  ),
  'licence-not-found': says(
    404,
    '没有这张证照，或者您不能查看。',
    'There is no such licence, or you may not see it.',
  ),
  'licence-not-held': says(
    422,
    '申请人名下没有编号为 {number} 的证照。',
    'The applicant holds no licence of the number {number}.',
    '请从列出的证照中选择，或者核对编号。',
    'Please choose one of those listed, or check the number.',
  ),
  'licence-of-another-kind': says(
    422,
    '{number}（{title}）不是这个事项针对的证照。',
    '{number} ({title}) is not of the type this item is about.',
  ),
  'licence-status-forbids': says(
    409,
    '证照 {number} {status}，不能申请{situation}。',
    'The licence {number} is in the status “{status}”; this cannot be applied for: {situation}.',
  ),
  'no-revocation-proposed': says(
    409,
    '没有正在进行的撤销程序：撤销前须先告知持证人可以陈述申辩。',
    'No revocation is proposed: the holder must first be told that he may state and defend.',
  ),
  'reasons-too-short': says(
    422,
    '理由至少要 {least} 个字，现在是 {found} 个。',
    'Reasons take at least {least} characters; there are {found}.',
  ),
  'renewal-too-late': says(
    409,
    '证照 {number} 有效期至 {to}，延续应当在 {lastDay} 前提出。',
    'The licence {number} is valid until {to}; its renewal had to be asked for by {lastDay}.',
    '请申请新办。',
    'Please apply for a new one.',
  ),
  'revocation-already-proposed': says(
    409,
    '已经告知拟撤销，持证人可以陈述申辩到 {answerBy}。',
    'A revocation is proposed already; the holder may answer until {answerBy}.',
  ),
} as const

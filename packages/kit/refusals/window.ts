import { says } from './text.ts'

/** What the window refuses: intake of walk-ins, evidence and delivery. Alphabetical. */
export const WINDOW_REFUSALS = {
  'already-posted': says(409, '本件已经交寄，不能重复登记单号。', 'The result has already been posted.'),
  'authorisation-missing': says(
    422,
    '由他人代领的，请写明委托依据。',
    'Where somebody else collects, please say what authorises him.',
    '例如：授权委托书（当面核对原件）。',
    'For example: power of attorney, original seen.',
  ),
  'carrier-unknown': says(422, '没有名为“{carrier}”的承运人。', 'There is no carrier “{carrier}”.'),
  'collector-missing': says(
    422,
    '窗口领取须核对领取人身份。',
    'Whoever collects at a window has to prove who he is.',
    '请填写领取人姓名和身份证后四位。',
    'Please fill in the name and the last four characters of the identity card.',
  ),
  'collector-not-holder': says(
    422,
    '领取人的姓名或身份证后四位与申请人不符。',
    'Name or identity card do not match the applicant.',
    '请核对证件；由他人代领的，请选择“受委托人”并写明委托依据。',
    'Please check the card; where somebody else collects, choose “authorised person” and say what authorises him.',
  ),
  'evidence-not-found': says(404, '没有这份材料。', 'There is no such document of yours.'),
  'held-already': says(
    409,
    '“{name}”市里已经有（{held}），不能再向申请人要。',
    'The city holds “{name}” already ({held}); it may not be asked for again.',
    '请直接使用，或者征得同意后调用。本次要求已记入重复索要统计。',
    'Please use it, with the applicant’s consent. This request has been counted.',
  ),
  'material-not-declarable': says(
    422,
    '“{name}”不能用承诺代替，须提交材料。',
    '“{name}” cannot be declared; it has to be given.',
  ),
  'material-not-uploaded': says(
    422,
    '“{name}”没有申请人上传的文件，无从与原件核对。',
    'Nothing was uploaded for “{name}” that could be compared with an original.',
  ),
  'material-trusted-already': says(
    409,
    '“{name}”已经核验过，可信等级为 {trust}。',
    '“{name}” has been verified already; its trust is {trust}.',
  ),
  'not-posted-yet': says(
    409,
    '还没有登记交寄的单号。',
    'No tracking number has been recorded yet.',
    '请先登记承运人和单号，签收后再登记送达。',
    'Record carrier and number first, and the delivery once it has been signed for.',
  ),
  'nothing-held': says(
    409,
    '市里没有（或者不再有）可以代替这份材料的证照或材料。',
    'The city does not hold, or no longer holds, anything in place of this material.',
    '请上传这份材料。',
    'Please upload it.',
  ),
  'tracking-number-wrong': says(
    422,
    '这不是{carrier}的单号。',
    'This is no tracking number of {carrier}.',
    '单号的样子是：{example}。',
    'One looks like this: {example}.',
  ),
}

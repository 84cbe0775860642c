/** Ratings and what becomes of them. */
import { type RefusalText, says } from './text.ts'

export const HALL_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'already-rated': says(
    409,
    '这次服务已于 {on} 评价过，每件、每次只评价一次。',
    'This was rated on {on} already; each case and each visit is rated once.',
    '如果对整改答复仍不满意，可以在答复后追评一次。',
    'Once a bad rating has been answered, you may rate once more.',
  ),
  'already-rated-again': says(
    409,
    '已于 {on} 追评过，追评只能一次。',
    'You rated again on {on}; that can be done once.',
  ),
  'follow-up-out-of-order': says(
    409,
    '差评整改要按次序办：先做“{first}”。',
    'A follow-up goes in order: first comes {first}.',
  ),
  'no-follow-up': says(
    409,
    '这次评价没有正在进行的整改。',
    'There is no follow-up under way for this rating.',
  ),
  'rating-already-appealed': says(
    409,
    '这次评价已于 {on} 申诉过，只能申诉一次。',
    'This rating was appealed on {on}; it can be appealed once.',
  ),
  'rating-already-ruled': says(
    409,
    '这次评价的申诉已于 {on} 裁定。',
    'The appeal of this rating was ruled on already, on {on}.',
  ),
  'rating-appeal-too-late': says(
    409,
    '申诉期限到 {due}，今天是 {today}，已经过了。',
    'The time for an appeal ended on {due}; today is {today}.',
  ),
  'rating-code-over': says(
    410,
    '评价码到 {until} 已经过期。',
    'This rating code was good until {until}.',
    '请登录后在“我的评价”中评价，或者到窗口另取评价码。',
    'Sign in and rate under “My ratings”, or ask at a window for another code.',
  ),
  'rating-code-unknown': says(
    404,
    '没有这个评价码。',
    'There is no such rating code.',
    '请核对单据上的十二位评价码。',
    'Please check the twelve characters on your slip.',
  ),
  'rating-not-answered': says(
    409,
    '差评答复以后才能追评。',
    'You may rate again once your bad rating has been answered.',
  ),
  'rating-not-appealed': says(
    409,
    '这次评价没有申诉，不需要裁定。',
    'This rating has not been appealed, so there is nothing to rule on.',
  ),
  'rating-not-found': says(404, '没有找到这次评价。', 'This rating was not found.'),
  'rating-reason-unknown': says(
    422,
    '所选理由“{reason}”与评价等级不符。',
    'The reason “{reason}” does not go with this level.',
    '请重新选择理由。',
    'Please choose the reasons again.',
  ),
  'rating-ruled-by-own-office': says(
    403,
    '申诉不能由被评价的部门自己裁定。',
    'An appeal is not ruled on by the office that was rated.',
    '请由监察部门的人员裁定。',
    'Let a supervisor of another organ rule on it.',
  ),
  'rating-was-own': says(
    409,
    '这次评价是用您的账号作出的，不能声明非本人评价。',
    'This rating was given from your own account, so it cannot be disowned.',
  ),
  'staff-does-not-rate': says(
    403,
    '评价只能由办事人本人作出，工作人员不能代评。',
    'Only the person who was served rates; staff never do so in their place.',
    '请先退出工作台，再把屏幕交给办事人。',
    'Sign out of the desk first, then hand the screen over.',
  ),
  'words-hold-personal-data': says(
    422,
    '拟公开的内容里还有个人信息：{masked}',
    'The words to be published still hold personal data: {masked}',
    '请隐去后再公开。',
    'Please take it out first.',
  ),
  'words-not-to-publish': says(
    409,
    '没有征得公开同意，或者已经审核过。',
    'There is no consent to publish these words, or they were reviewed already.',
  ),
}

/** Supervision: cards and what is said about them, figures, samples, the bulletin. */
import { type RefusalText, says } from './text.ts'

export const INSIGHT_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'card-already-appealed': says(
    409,
    '这张牌已于 {on} 申诉过，每张牌只能申诉一次。',
    'This card was appealed on {on}; each card is appealed once.',
  ),
  'card-already-ruled': says(
    409,
    '这张牌的申诉已于 {on} 裁定。',
    'The appeal of this card was ruled on already, on {on}.',
  ),
  'card-appeal-too-late': says(
    409,
    '申诉期限到 {due}，今天是 {today}，已经过了。',
    'The time for an appeal ended on {due}; today is {today}.',
    '如有特殊情况，请与监察部门联系。',
    'In exceptional circumstances, speak to the supervision office.',
  ),
  'card-not-appealed': says(
    409,
    '这张牌还没有申诉，不需要裁定。',
    'This card has not been appealed, so there is nothing to rule on.',
  ),
  'card-not-found': says(404, '这件没有这张牌。', 'This case carries no such card.'),
  'card-ruled-by-own-office': says(
    403,
    '申诉不能由被发牌的部门自己裁定。',
    'An appeal is not ruled on by the office that was given the card.',
    '请由监察部门的人员裁定。',
    'Let a supervisor of another organ rule on it.',
  ),
  'case-already-inspected': says(
    409,
    '这件在本次抽查中已经检查过。',
    'This case of the sample has been inspected already.',
  ),
  'case-not-in-sample': says(404, '这件不在本次抽查之列。', 'This case is not part of the sample.'),
  'figures-span-wrong': says(
    422,
    '起止日期不对：要先起后止，且不超过 {days} 天。',
    'The dates do not fit: the first comes first, and they span {days} days at most.',
  ),
  'month-not-begun': says(
    422,
    '{month} 还没有开始，没有通报。',
    '{month} has not begun; there is no bulletin of it.',
  ),
  'nothing-to-sample': says(
    422,
    '这段时间没有办结的办件可抽。',
    'No case was concluded in this time, so there is nothing to draw from.',
    '请换一段时间或者部门。',
    'Choose another time or organ.',
  ),
  'sample-not-found': says(404, '没有找到这次抽查。', 'This sample was not found.'),
}

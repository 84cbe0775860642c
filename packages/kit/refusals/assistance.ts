/** Help, and full agency under a mandate. */
import { fieldSays, type RefusalText, says } from './text.ts'

export const ASSISTANCE_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'agent-does-not-decide': says(
    403,
    '帮办代办员以委托人名义提交，只能先收件，由部门审查；核对原件和当场受理由窗口人员办理。',
    'An assistant hands in for the principal; seeing originals and accepting are for the clerk of a window.',
  ),
  'appointment-in-the-past': fieldSays(
    '约定的日期不能早于今天（{today}）。',
    'The appointment cannot lie before today ({today}).',
  ),
  'help-is-over': says(409, '这个帮办代办已经结束。', 'This help is over.'),
  'help-not-found': says(404, '没有找到这个帮办代办。', 'This request for help was not found.'),
  'help-taken-already': says(
    409,
    '这个申请已经有帮办员承接。',
    'An assistant has taken this request already.',
  ),
  'mandate-begins-too-early': fieldSays(
    '委托起始日不能早于今天（{today}）。',
    'A mandate cannot begin before today ({today}).',
  ),
  'mandate-ends-wrongly': fieldSays(
    '委托终止日要在 {from} 至 {last} 之间，最长一年。',
    'A mandate must end between {from} and {last}: a year at most.',
  ),
  'mandate-missing': says(
    403,
    '没有委托人签署的委托书，不能以委托人名义办理。',
    'Without a mandate signed by the principal nobody may act in his name.',
    '请先请委托人在线签署委托书；委托书只对写明的事项有效。',
    'Ask the principal to sign one online; it holds for the item that it names alone.',
  ),
  'mandate-not-for-guided': says(
    409,
    '帮办由本人办理，不需要委托书；需要代办的，请重新申请代办。',
    'Where somebody is guided he acts himself; full agency is asked for anew.',
  ),
  'mandate-outside-its-days': says(
    403,
    '委托书的期限是 {from} 至 {to}，不在期限内，不能以委托人名义办理。',
    'The mandate is for {from} to {to}; outside those days nobody may act under it.',
  ),
  'mandate-revoked': says(
    403,
    '委托已经终止，不能再以委托人名义办理。',
    'The mandate has ended; nobody may act in the principal’s name under it any more.',
  ),
  'mandate-there-already': says(409, '已有委托书，有效至 {to}。', 'There is a mandate until {to} already.'),
  'signature-is-not-the-name': fieldSays(
    '签名要与您的姓名一致。',
    'The signature must be your own full name.',
  ),
}

import { says } from './text.ts'

/** What substitution and delegation refuse. Alphabetical. */
export const MANDATE_REFUSALS = {
  'handled-it-oneself': says(
    403,
    '您办理过本件的“{step}”，审查和决定要由不同的人作出，不能代为决定。',
    'You handled “{step}” of this case; review and decision are made by different people, so you cannot decide it for another.',
  ),
  'mandate-beyond-own-power': says(
    422,
    '只能把自己有权做的事交给别人。',
    'Only what is within one’s own power can be given to another.',
  ),
  'mandate-days-wrong': says(
    422,
    '起止日期不对：应当先后有序、没有过去，最长 {longest} 天。',
    'The days are wrong: in order, not past, and at most {longest} days.',
  ),
  'mandate-is-not-passed-on': says(
    403,
    '别人交给您的事，不能再转交给他人。',
    'What was given to you to do for another cannot be passed on.',
  ),
  'mandate-is-settled': says(409, '这项代理授权已经处理过了。', 'This is settled already.'),
  'mandate-needs-another': says(
    403,
    '代理授权要由双方以外的人批准。',
    'A stand-in is approved by somebody other than the two it is about.',
  ),
  'mandate-not-found': says(404, '没有这项代理授权。', 'There is no such stand-in.'),
  'outside-mandate': says(
    403,
    '{name}交给您的范围不包括这件事。',
    'What {name} gave you to do does not cover this.',
    '请在“代理授权”页面查看范围和期限。',
    'See the page of stand-ins for its limits and days.',
  ),
}

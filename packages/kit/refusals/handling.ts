import { says } from './text.ts'

/** What changing hands, merging and rectifying refuse. Alphabetical. */
export const HANDLING_REFUSALS = {
  'already-in-these-hands': says(
    409,
    '本件已经由{name}经办。',
    'The case is in the hands of {name} already.',
  ),
  'case-in-other-hands': says(
    409,
    '本件已经转给{name}经办，由其办理这个环节。',
    'This case was handed to {name}, who concludes this step.',
    '需要换人时，请先转办。',
    'To have somebody else do it, hand the case on first.',
  ),
  'colleague-not-found': says(
    422,
    '请选择本部门的一位承办人或者首席代表。',
    'Please choose a handling officer or head of this organ.',
  ),
  'decision-is-not-rectified': says(
    422,
    '许可决定不能用更正来改变。',
    'A decision is not changed by a rectification.',
    '作出的准予决定有错的，依法撤销。',
    'A grant that was wrong is revoked as the law provides.',
  ),
  'kept-case-concluded': says(
    409,
    '继续办理的 {into} 已经办结（{status}），不能再撤销合并。',
    '{into}, in which this case goes on, is concluded ({status}); the merge can no longer be undone.',
    '申请人另有一件事要办的，请重新申请。',
    'If the applicant has another matter, it is applied for anew.',
  ),
  'licence-says-it': says(
    409,
    '这一项写在已经发出的证照上，不能只改登记。',
    'The licence that was issued says this; the record alone cannot be changed.',
    '证照上的笔误请在证照页面更正，内容变了的请办理变更。',
    'A slip on the licence is corrected on its own page; what has changed is applied for.',
  ),
  'merge-gave-up-a-place': says(
    409,
    '{from} 的名额在合并时已经按受理的先后顺序让给后面的人，不能撤销合并。',
    'The place of {from} went to whoever was accepted next when it was merged; the merge cannot be undone.',
    '需要名额的，请重新申请，按受理的先后顺序排队。',
    'Apply anew to stand in the order of acceptance.',
  ),
  'merge-of-another-applicant': says(
    422,
    '{from} 和 {into} 不是同一个申请人，不能合并。',
    '{from} and {into} are of different applicants and cannot be merged.',
  ),
  'merge-of-another-item': says(
    422,
    '{from} 和 {into} 申请的不是同一件事，不能合并。',
    '{from} and {into} are about different matters and cannot be merged.',
  ),
  'merge-the-other-way': says(
    409,
    '{from} 已经受理，{into} 还没有受理，请反过来合并。',
    '{from} is accepted and {into} is not; please merge the other way round.',
  ),
  'merge-with-nothing': says(422, '没有可以合并到的办件。', 'There is no such case to merge into.'),
  'no-rectification-proposed': says(409, '没有等待确认的更正。', 'No rectification waits to be confirmed.'),
  'no-transfer-offered': says(409, '本件没有移送给您所在的部门。', 'This case is not offered to your organ.'),
  'not-merged': says(409, '本件没有并入其他办件。', 'This case was not merged into another.'),
  'nothing-to-rectify': says(422, '更正前后的内容一样。', 'What it should say is what it says already.'),
  'nothing-to-rule-on': says(
    409,
    '移送被退回以后，才需要裁定由谁办理。',
    'A ruling is made only after a transfer was sent back.',
  ),
  'organ-not-found': says(422, '请选择有权办理的部门。', 'Please choose the organ that is competent.'),
  'rectification-needs-another': says(
    403,
    '这项更正是{name}提出的，要由另一个人确认。',
    '{name} proposed this rectification; somebody else has to confirm it.',
  ),
  'rectification-under-way': says(
    409,
    '已经有一项更正等待确认。',
    'A rectification waits to be confirmed already.',
  ),
  'transfer-settled': says(
    409,
    '本件移送后已经确定由{organ}办理，不能再次移送。',
    'It is settled that {organ} handles this case; it is not transferred again.',
  ),
  'transfer-under-way': says(
    409,
    '本件已经移送{organ}，正在等待答复或者裁定。',
    'This case is offered to {organ}; an answer or a ruling is awaited.',
  ),
}

/** What is done together on an investment project: guidance, meetings, drawings, acceptance. */
import { fieldSays, type RefusalText, says } from './text.ts'

export const JOINT_WORK_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'acceptance-not-requested': says(
    409,
    '建设单位还没有申请联合验收。',
    'The owner has not asked for the joint acceptance.',
  ),
  'acceptance-requested-already': says(
    409,
    '已经申请过联合验收。',
    'The joint acceptance has been asked for already.',
  ),
  'assistant-not-of-office': says(
    422,
    '辅导专员要从牵头部门的承办人和首席代表中指定。',
    'The assistant is one of the officers of the lead office.',
  ),
  'comment-needs-its-cause': says(
    422,
    '第一轮应当一次提完意见；这一轮新增的意见要写明由图纸的哪处修改引起。',
    'Comments are told once and in full; a new one in this round names the change of the drawings that calls for it.',
  ),
  'comments-not-answered': says(
    422,
    '还有 {count} 条意见没有答复。',
    '{count} comments have no answer yet.',
    '每条意见都答复后，连同新版图纸一起提交。',
    'Answer each of them, then give the new version.',
  ),
  'comments-not-settled': says(
    422,
    '还有 {count} 条本部门的意见没有说明是否已落实。',
    '{count} comments of your office are not settled yet.',
    '逐条选择“已落实”或者“保留”。',
    'Say of each whether it is resolved or kept.',
  ),
  'drawings-answered-already': says(
    409,
    '本部门已经对第 {version} 版提出过意见。',
    'Your office has answered on version {version} already.',
  ),
  'drawings-no-file': says(422, '还没有上传图纸。', 'No drawing has been uploaded yet.'),
  'drawings-not-yours': says(
    409,
    '没有送本部门审查的图纸。',
    'There are no drawings for your office to review.',
  ),
  'drawings-passed-already': says(
    409,
    '图纸已经通过联合审查。',
    'The drawings have passed the joint review.',
  ),
  'drawings-under-review': says(
    409,
    '各部门正在审查，全部答复或者到期后再提交新版。',
    'The offices are at work; give a new version once all have answered or time is up.',
  ),
  'failed-without-items': says(
    422,
    '不通过的，要写明需要整改的问题和期限。',
    'Where the works do not pass, say what is to be put right and until when.',
  ),
  'guidance-not-requested': says(
    409,
    '建设单位还没有申请前期辅导。',
    'The owner has not asked for guidance.',
  ),
  'guidance-requested-already': says(409, '已经申请过前期辅导。', 'Guidance has been asked for already.'),
  'kept-comment-needs-why': says(422, '保留意见的，要写明理由。', 'Say why a comment is kept.'),
  'list-not-given': says(409, '还没有出具审批事项清单。', 'The list has not been given yet.'),
  'material-named-already': says(
    409,
    '“{material}”已经在清单里，或者已经登记过。',
    '“{material}” is on the list, or has been named already.',
  ),
  'meeting-day-past': says(422, '会议日期（{on}）已经过去。', 'The day of the meeting ({on}) is past.'),
  'meeting-not-found': says(404, '没有找到这次会议。', 'This meeting was not found.'),
  'meeting-not-held-yet': says(
    409,
    '会议在 {on} 召开，之后才能写纪要。',
    'The meeting is on {on}; its minutes come after it.',
  ),
  'meeting-not-invited': says(422, '只能是受邀参加会议的单位。', 'Only those invited to the meeting.'),
  'meeting-over': says(
    409,
    '会议“{subject}”已经结束或者取消。',
    'The meeting “{subject}” is over or was called off.',
  ),
  'minutes-name-nobody': says(422, '请写明参加会议的人员。', 'Name those who were present.'),
  'minutes-not-present': says(
    409,
    '纪要由参加会议的单位签署。',
    'Minutes are signed by those who were present.',
  ),
  'minutes-not-signed': says(409, '纪要还没有全部签署。', 'The minutes are not signed by all yet.'),
  'minutes-not-written': says(409, '会议纪要还没有写。', 'The minutes are not written yet.'),
  'minutes-signed-already': says(409, '贵单位已经签署过。', 'You have signed already.'),
  'not-the-assistant': says(
    403,
    '这件事由辅导专员（{assistant}）办理。',
    'This is for the assistant ({assistant}).',
  ),
  'not-the-lead-office': says(403, '这件事由牵头部门办理。', 'This is for the lead office.'),
  'organ-unknown': says(422, '没有部门“{organ}”。', 'There is no organ “{organ}”.'),
  'passed-with-items': says(
    422,
    '还有 {count} 个问题没有整改到位，不能写“通过”。',
    '{count} things are still to be put right, so the works do not pass.',
  ),
  'point-done-already': says(409, '这件事已经办结。', 'This point is done already.'),
  'point-due-too-early': says(
    422,
    '议定事项的期限（{due}）要晚于会议日期（{on}）。',
    'A point is due ({due}) after the day of the meeting ({on}).',
  ),
  'point-not-yours': says(403, '这件事由责任单位报告办结。', 'This is for whoever the point binds.'),
  'rectification-due-too-early': says(
    422,
    '整改期限（{due}）要晚于验收日期（{on}）。',
    'It is to be put right ({due}) after the day of the visit ({on}).',
  ),
  'rectification-not-open': says(409, '没有等待整改的这项问题。', 'There is no such thing to put right.'),
  'rectification-open': says(
    409,
    '还有问题没有报告整改，报告后再定复验日期。',
    'Something is still to be put right; then the next visit is set.',
  ),
  'visit-concluded-already': says(409, '本部门已经提出过结论。', 'Your office has concluded already.'),
  'visit-day-past': says(422, '验收日期（{on}）已经过去。', 'The day of the visit ({on}) is past.'),
  'visit-needs-two': fieldSays(
    '现场核查要有两名以上工作人员，现在是 {count} 名。',
    'A check on site needs two or more staff; there are {count}.',
  ),
  'visit-not-held-yet': says(
    409,
    '验收在 {on}，之后才能提出结论。',
    'The visit is on {on}; conclude after it.',
  ),
  'visit-not-over': says(409, '这次验收还没有全部结束。', 'This visit is not over yet.'),
  'visit-not-yours': says(409, '这次验收不需要本部门参加。', 'Your office is not expected at this visit.'),
  'works-accepted-already': says(409, '工程已经通过联合验收。', 'The works have been accepted.'),
  'works-not-finished': fieldSays(
    '竣工日期（{completedOn}）还没有到。',
    'The day of completion ({completedOn}) has not come.',
  ),
  'works-not-permitted': says(
    409,
    '“{item}”还没有办结，不能申请联合验收。',
    '“{item}” has not been granted, so the works cannot be accepted.',
  ),
}

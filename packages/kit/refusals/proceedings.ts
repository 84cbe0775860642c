import { says } from './text.ts'

/** What the kinds of steps refuse. Alphabetical. */
export const PROCEEDINGS_REFUSALS = {
  'already-announced': says(
    409,
    '本环节已经发布公示，公示到 {until}。',
    'This step is announced already, until {until}.',
  ),
  'already-signed': says(
    409,
    '您已经签署过本决定（已有 {signed} 人签署，共需 {signers} 人）。',
    'You have signed this decision already ({signed} of {signers} signatures).',
    '每人只签一次，请等待其他人签署。',
    'Each person signs once; please wait for the others.',
  ),
  'announcement-not-found': says(404, '没有这则公示。', 'There is no such announcement.'),
  'announcement-over': says(
    409,
    '公示已于 {until} 结束，不能再提出异议。',
    'The announcement ended on {until}; no objection can be raised any more.',
  ),
  'announcement-runs': says(
    409,
    '公示还没有结束（到 {until} 为止），不能办结。',
    'The announcement runs until {until}; the step cannot be concluded before.',
  ),
  'chair-reviewed-the-case': says(
    422,
    '{name}审查过本申请，不能主持听证或者担任记录人。',
    '{name} reviewed this application, and may neither chair nor record the hearing.',
    '请指定审查人员以外的人员。',
    'Please name someone who did not review it.',
  ),
  'experts-outstanding': says(
    409,
    '还有专家没有出具意见：{experts}。',
    'These experts have not given their opinion: {experts}.',
  ),
  'hearing-already-offered': says(
    409,
    '已经告知过听证权利，申请期限到 {until}。',
    'The right to a hearing has been told; it can be asked for until {until}.',
  ),
  'hearing-may-be-requested': says(
    409,
    '申请人和利害关系人在 {until} 之前可以要求听证，不能办结。',
    'A hearing may be asked for until {until}; the step cannot be concluded before.',
  ),
  'hearing-not-held': says(
    409,
    '已经要求听证，应当在 {heldBy} 前举行；没有笔录不能办结。',
    'A hearing was asked for and is to be held by {heldBy}; without its record the step cannot be concluded.',
  ),
  'hearing-not-offered': says(
    409,
    '“{step}”还没有告知听证权利。',
    'Nobody has been told of the right to a hearing in “{step}”.',
  ),
  'hearing-not-open': says(
    409,
    '现在不能进行这项听证程序。',
    'This part of the hearing is not open now.',
    '请看本件听证进行到哪一步。',
    'Please see how far the hearing is.',
  ),
  'hearing-not-yet': says(
    409,
    '听证定于 {on} 举行，之后才能登记笔录。',
    'The hearing is on {on}; it can be recorded after it.',
  ),
  'hearing-too-late': says(
    409,
    '要求听证的期限已于 {until} 届满。',
    'A hearing could be asked for until {until}.',
  ),
  'hearing-too-late-held': says(
    422,
    '听证应当在 {heldBy} 前举行。',
    'The hearing is to be held by {heldBy}.',
  ),
  'hearing-too-soon': says(
    422,
    '听证通知应当提前告知，最早可以定在 {earliest}。',
    'The hearing has to be told ahead: {earliest} at the earliest.',
  ),
  'no-lower-organ': says(
    422,
    '没有找到申请地址所在区市县的审批局，不能转下级初审。',
    'There is no district approval bureau for the address in this application.',
    '请核对申请表里的地址，或者退回环节。',
    'Please check the address of the form, or return the case to an earlier step.',
  ),
  'not-announced': says(409, '“{step}”还没有发布公示。', '“{step}” has not been announced yet.'),
  'not-asked': says(
    403,
    '“{step}”没有征求贵单位的意见。',
    'Your organ was not asked for its opinion in “{step}”.',
  ),
  'not-on-the-panel': says(422, '{expert}不在本次专家组中。', '{expert} is not on this panel.'),
  'objection-not-open': says(
    409,
    '第 {number} 号异议不存在或者已经答复。',
    'Objection {number} does not exist or has been answered.',
  ),
  'objection-of-applicant': says(
    422,
    '申请人不能对自己的申请提出异议。',
    'An applicant cannot object to the own application.',
  ),
  'objections-open': says(
    409,
    '还有 {count} 条异议没有答复，不能办结。',
    '{count} objections have not been answered; the step cannot be concluded.',
  ),
  'opinion-needs-reasons': says(
    422,
    '附条件或者不同意的，应当写明内容和理由。',
    'Conditions and objections have to be stated, with their reasons.',
  ),
  'opinions-already-requested': says(
    409,
    '本环节已经征求过意见，反馈期限为 {due}。',
    'Opinions have been asked for in this step, to be given by {due}.',
  ),
  'opinions-not-requested': says(
    409,
    '“{step}”还没有征求有关部门意见，不能办结。',
    '“{step}” cannot be concluded: no opinion has been asked for yet.',
    '请先征求意见。',
    'Please ask for the opinions first.',
  ),
  'opinions-outstanding': says(
    409,
    '还没有收到反馈意见：{organs}（反馈期限 {due}）。',
    'These have not answered yet: {organs} (to answer by {due}).',
    '请等待反馈，或者在反馈期限过后再办结。',
    'Please wait for the answers, or for the day to pass.',
  ),
  'organ-objects': says(
    409,
    '{organs}不同意，本环节不能通过。',
    'This step cannot be passed over the objection of {organs}.',
    '请协调后由该部门重新反馈，或者以“不通过”办结。',
    'Please settle it, so that a new opinion is given, or conclude the step as not passed.',
  ),
  'panel-against': says(
    409,
    '专家组结论为不通过，本环节不能通过。',
    'The panel concluded against it; the step cannot be passed.',
  ),
  'panel-already-formed': says(409, '本环节已经组成专家组。', 'A panel has been formed in this step.'),
  'panel-not-concluded': says(
    409,
    '“{step}”还没有专家组结论。',
    '“{step}” has no conclusion of the panel yet.',
  ),
  'panel-not-odd': says(
    422,
    '专家组应当为单数，不少于 {least} 人，不能重复（现有 {found} 人）。',
    'A panel is of an odd number of different people, {least} at least; these are {found}.',
  ),
  'panel-not-open': says(409, '没有正在评审的专家组。', 'There is no panel at work.'),
  'procedure-under-way': says(
    409,
    '“{step}”的程序还没有结束，不能单独恢复计时。',
    'The procedure of “{step}” is not over; the clock goes on when it is.',
  ),
  'signers-disagree': says(
    409,
    '签署意见不一致，不能作出决定。',
    'Those who sign do not agree; no decision can be made.',
    '请退回到前面的环节，写明理由后重新审查。',
    'Please return the case to an earlier step, with the reason, and review it again.',
  ),
  'step-not-behind': says(
    422,
    '不能退回到“{step}”：只能退回到已经办结的环节。',
    'The case cannot be returned to “{step}”: only to a step that was concluded.',
  ),
  'step-of-another-kind': says(
    409,
    '当前环节“{step}”没有这种办理方式。',
    'The step under way, “{step}”, has no such act.',
  ),
}

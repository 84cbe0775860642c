import { says } from './text.ts'

/** What the kinds of steps refuse. Alphabetical. */
export const PROCEEDINGS_REFUSALS = {
  'already-signed': says(
    409,
    '您已经签署过本决定（已有 {signed} 人签署，共需 {signers} 人）。',
    'You have signed this decision already ({signed} of {signers} signatures).',
    '每人只签一次，请等待其他人签署。',
    'Each person signs once; please wait for the others.',
  ),
  'no-lower-organ': says(
    422,
    '没有找到申请地址所在区市县的审批局，不能转下级初审。',
    'There is no district approval bureau for the address in this application.',
    '请核对申请表里的地址，或者退回环节。',
    'Please check the address of the form, or return the case to an earlier step.',
  ),
  'not-asked': says(
    403,
    '“{step}”没有征求贵单位的意见。',
    'Your organ was not asked for its opinion in “{step}”.',
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

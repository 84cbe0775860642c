import { fieldSays } from './text.ts'

/** What fields of a service item's form refuse beyond their type. Alphabetical. */
export const FORM_REFUSALS = {
  'day-in-the-future': fieldSays(
    '日期不能晚于今天（{today}）。',
    'The day cannot be later than today ({today}).',
  ),
  'day-in-the-past': fieldSays(
    '日期不能早于今天（{today}）。',
    'The day cannot be earlier than today ({today}).',
  ),
  'day-not-in-the-future': fieldSays(
    '日期要晚于今天（{today}）。',
    'The day must be later than today ({today}).',
  ),
  'email-not-valid': fieldSays(
    '请填写有效的电子邮箱，如 name@example.com。',
    'Please enter a valid e-mail address, such as name@example.com.',
  ),
  'material-missing': fieldSays('请上传“{name}”。', 'Please upload “{name}”.'),
  'not-corrected': fieldSays('这一处还没有补正：{what}', 'This point is still to be corrected: {what}'),
  'person-not-adult': fieldSays('须年满 {years} 周岁。', 'The person must be at least {years} years old.'),
  'phone-not-valid': fieldSays(
    '请填写 11 位手机号，或带区号的固定电话，如 0411-12345678。',
    'Please enter an 11-digit mobile number, or a landline with its area code, such as 0411-12345678.',
  ),
  'region-not-down-to-level': fieldSays(
    '请把地址选到最后一级。',
    'Please choose the address down to its last level.',
  ),
  'region-unknown': fieldSays(
    '没有这个行政区划，请重新选择。',
    'There is no such region; please choose again.',
  ),
  'row-is-wrong': fieldSays('第 {row} 行“{column}”：{problem}', 'Row {row}, “{column}”: {problem}'),
  'signature-not-the-applicant': fieldSays(
    '请由申请人签名：填写“{name}”。',
    'It is signed by the applicant: please type “{name}”.',
  ),
  'signature-not-ticked': fieldSays('请勾选声明，再签名。', 'Please tick the declaration, then sign.'),
}

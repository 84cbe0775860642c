import { fieldSays } from './text.ts'

/** Codes of a single field, as `fields[].code` of a refusal. Alphabetical. */
export const FIELD_REFUSALS = {
  'character-not-accepted': fieldSays(
    '含有不能使用的字符（第 {position} 个字符），请删去。',
    'Holds a character that cannot be used (character {position}); please remove it.',
  ),
  'not-a-boolean': fieldSays('请选择“是”或“否”。', 'Please choose yes or no.'),
  'not-a-date': fieldSays(
    '请填写真实存在的日期，格式如 2026-03-01。',
    'Please enter a date that exists, such as 2026-03-01.',
  ),
  'not-a-list': fieldSays('请按列表填写。', 'Please give a list.'),
  'not-a-number': fieldSays('请填写数字。', 'Please enter a number.'),
  'not-a-text': fieldSays('请填写文字。', 'Please enter text.'),
  'not-a-whole-number': fieldSays('请填写整数。', 'Please enter a whole number.'),
  'not-an-object': fieldSays('请按规定的结构填写。', 'Please give the structure that is asked for.'),
  'not-expected': fieldSays('没有这一项，请去掉。', 'There is no such field here; please leave it out.'),
  'not-one-of': fieldSays('请从给出的选项中选择：{options}。', 'Please choose one of: {options}.'),
  'not-unique': fieldSays('内容有重复，请去掉重复的。', 'There are duplicates; please remove them.'),
  pattern: fieldSays('格式不对，请按说明填写。', 'The format is not right; please follow the hint.'),
  required: fieldSays('请填写此项。', 'Please fill this in.'),
  'too-deep': fieldSays('结构层次太多，最多 {limit} 层。', 'Nested too deeply; at most {limit} levels.'),
  'too-few': fieldSays('至少要有 {limit} 项。', 'At least {limit} are needed.'),
  'too-large': fieldSays('数值太大，最大为 {limit}。', 'Too large; the largest is {limit}.'),
  'too-long': fieldSays('内容太长，最多 {limit} 个字。', 'Too long; at most {limit} characters.'),
  'too-many': fieldSays('太多了，最多 {limit} 项。', 'Too many; at most {limit}.'),
  'too-short': fieldSays('内容太短，至少 {limit} 个字。', 'Too short; at least {limit} characters.'),
  'too-small': fieldSays('数值太小，最小为 {limit}。', 'Too small; the smallest is {limit}.'),
  'wrong-shape': fieldSays(
    '内容不符合要求，请按说明填写。',
    'This is not what is asked for; please follow the hint.',
  ),
}

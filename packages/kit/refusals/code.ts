import { fieldSays } from './text.ts'

/** Refusals of codes that fail their check; facts: what, position, expected, found. Alphabetical. */
export const CODE_REFUSALS = {
  'code-character-wrong': fieldSays(
    '{what}第 {position} 位应为{expected}，您填写的是“{found}”，请修改。',
    'Character {position} of the {what} should be {expected}, but is “{found}”; please correct it.',
  ),
  'code-check-wrong': fieldSays(
    '{what}校验不通过：按其余各位计算，第 {position} 位应为“{expected}”，您填写的是“{found}”。请对照证件逐位核对。',
    'The {what} fails its check: going by the other characters, character {position} should be “{expected}”, but is “{found}”. Please compare it with the document, character by character.',
  ),
  'code-date-in-future': fieldSays(
    '{what}从第 {position} 位起的日期“{found}”晚于今天（{today}），请核对。',
    'The date “{found}” at character {position} of the {what} is later than today ({today}); please check it.',
  ),
  'code-date-wrong': fieldSays(
    '{what}从第 {position} 位起的日期“{found}”不存在，请核对。',
    'The date “{found}” at character {position} of the {what} does not exist; please check it.',
  ),
  'code-groups-wrong': fieldSays(
    '{what}的格式应为 {expected}，您填写的是“{found}”，请修改。',
    'The {what} is written {expected}, but you entered “{found}”; please correct it.',
  ),
  'code-length-wrong': fieldSays(
    '{what}应为 {expected} 位，您填写了 {found} 位，请核对。',
    'The {what} has {expected} characters, but you entered {found}; please check it.',
  ),
  'code-region-gap': fieldSays(
    '{what}“{found}”从第 {position} 位起缺少上一级区划，请核对。',
    'The {what} “{found}” leaves out a level at character {position}; please check it.',
  ),
  'code-region-unknown': fieldSays(
    '{what}从第 {position} 位起的区划代码“{found}”不存在，请核对。',
    'There is no region “{found}”, which stands at character {position} of the {what}; please check it.',
  ),
}

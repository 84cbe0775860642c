/** Investment projects. */
import { fieldSays, type RefusalText, says } from './text.ts'

export const PROJECTS_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'nothing-to-submit': says(
    409,
    '本阶段现在没有可以提交的申请。',
    'There is nothing to submit in this stage now.',
  ),
  'project-code-not-registered': says(
    422,
    '投资项目代码“{code}”没有登记，不予受理。',
    'No project is registered under the code “{code}”, so the application is not accepted.',
    '请先登记项目取得代码，或核对代码。',
    'Register the project to get its code, or check the code.',
  ),
  'project-code-taken': says(
    409,
    '代码“{code}”已经登记过项目。',
    'A project is registered under the code “{code}” already.',
    '请核对代码；如果项目还没有代码，请留空，由系统赋码。',
    'Check the code; if the project has none yet, leave it empty to be given one.',
  ),
  'project-ends-before-it-begins': fieldSays(
    '竣工日期要晚于开工日期（{start}）。',
    'Completion must come after the start of works ({start}).',
  ),
  'project-has-open-applications': says(
    409,
    '还有 {count} 件申请没有办结：{numbers}。',
    '{count} applications are still open: {numbers}.',
    '请先撤回这些申请，再撤销项目。',
    'Withdraw them first, then take the project back.',
  ),
  'project-not-found': says(404, '没有找到这个项目。', 'This project was not found.'),
  'project-withdrawn': says(409, '这个项目已经撤销登记。', 'This project has been taken back.'),
  'stage-lacks': says(
    422,
    '还有 {count} 处没有填好或者没有上传，补齐后一起提交。',
    '{count} answers or files are still lacking; complete them, then submit all together.',
  ),
  'stage-not-found': says(404, '没有这个审批阶段。', 'There is no such stage.'),
}

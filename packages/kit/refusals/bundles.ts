/** Bundles: several items asked for together. */
import { type RefusalText, says } from './text.ts'

export const BUNDLES_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'bundle-case-not-found': says(404, '没有找到这件事。', 'This bundle was not found.'),
  'bundle-dropped': says(409, '这份草稿已经删除。', 'This draft was dropped.'),
  'bundle-lacks': says(
    422,
    '还有 {count} 处没有填好或者没有上传，补齐后一起提交。',
    '{count} answers or files are still lacking; complete them, then submit all together.',
  ),
  'bundle-not-found': says(404, '没有这个“一件事”。', 'There is no such bundle.'),
  'bundle-submitted': says(
    409,
    '已经提交给部门，不能删除。',
    'It was submitted to the offices and cannot be dropped.',
    '不想办的事项，可以在办件里逐项撤回。',
    'Withdraw the applications that you no longer want, one by one.',
  ),
  'no-enterprise-to-ask-for': says(
    422,
    '这些事项要以企业的名义申请，您的账户里还没有企业。',
    'These items are asked for in the name of an enterprise, and your account has none yet.',
    '请先在“我的账户”里添加企业。',
    'Add the enterprise to your account first.',
  ),
  'nothing-to-correct': says(409, '现在没有要补正的。', 'There is nothing to correct now.'),
  'nothing-to-submit-together': says(409, '现在没有可以提交的事项。', 'There is nothing to submit now.'),
}

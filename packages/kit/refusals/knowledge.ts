/** Questions, answers, and questions often asked. */
import { fieldSays, type RefusalText, says } from './text.ts'

export const KNOWLEDGE_REFUSALS: Readonly<Record<string, RefusalText>> = {
  'answer-rated-already': says(
    409,
    '这次答复您已经评价过了。',
    'You have already said whether this answer helped.',
  ),
  'article-missing': fieldSays('引用《{law}》要写明条款。', 'Name the article of the {law} that you cite.'),
  'faq-names-a-person': fieldSays(
    '“{found}”是个人信息，不能公开，请改写。',
    '“{found}” is personal data and may not be published; please rewrite.',
  ),
  'faq-not-found': says(404, '没有找到这条常见问题。', 'This question often asked was not found.'),
  'faq-published-by-its-author': says(
    409,
    '推荐人不能自己发布，要由另一名事项管理员发布。',
    'Whoever proposed it may not publish it; another catalogue editor does.',
  ),
  'faq-status-forbids': says(
    409,
    '这条常见问题的状态已经变化，不能这样处理。',
    'This question often asked has moved on; this cannot be done with it now.',
    '请刷新后再看。',
    'Reload and look again.',
  ),
  'further-question-used': says(
    409,
    '每个咨询可以追问 {count} 次，已经追问过了。',
    'A question may be asked about {count} time more; that was used.',
    '还有问题，请另提一个咨询。',
    'For anything else, please ask a new question.',
  ),
  'law-not-known': fieldSays('法律法规表里没有“{law}”。', 'The table of laws has no “{law}”.'),
  'question-answered': says(409, '这个咨询已经答复。', 'This question has been answered.'),
  'question-not-found': says(404, '没有找到这个咨询。', 'This question was not found.'),
  'question-passed-back': says(
    409,
    '不能转回已经办过这个咨询的部门。',
    'A question is not passed back to an organ that has had it.',
    '请转给能够答复的部门，或者自己答复。',
    'Pass it to the organ that can answer, or answer it.',
  ),
  'question-too-short': fieldSays(
    '请把问题写清楚，至少 {shortest} 个字。',
    'Please say what you want to know, in at least {shortest} characters.',
  ),
  'question-waits': says(409, '这个咨询还没有答复。', 'This question has not been answered yet.'),
}

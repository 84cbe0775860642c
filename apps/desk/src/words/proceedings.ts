import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export interface ActionWords {
  readonly title: Words
  /** One line beside the title. */
  readonly hint: Words
  /** What will happen, told before it does. */
  readonly what: Words
  readonly submit: Words
  readonly done: Words
}

/** Acts that kinds of steps consist of, and the way back. */
export const PROCEEDINGS_ACTION_WORDS = {
  giveOpinion: {
    title: w('反馈意见', 'Give your opinion'),
    hint: w('其他部门正在征求本部门意见', 'Another organ asks for it'),
    what: w(
      '意见将发给主办部门。环节办结前可以重新反馈，以最后一次为准。',
      'The lead organ receives it. Until the step is concluded you may give another, which takes its place.',
    ),
    submit: w('反馈意见', 'Give opinion'),
    done: w('已反馈意见。', 'The opinion is given.'),
  },
  requestOpinions: {
    title: w('征求意见', 'Ask for opinions'),
    hint: w('发给本环节规定的部门', 'Of the organs this step names'),
    what: w(
      '有关部门在收件箱中收到此件，可以查看申请表和材料，在期限内反馈。',
      'The organs find the case in their inbox, may read the form and the materials, and answer within the time of the step.',
    ),
    submit: w('征求意见', 'Ask'),
    done: w('已征求意见。', 'The opinions are asked for.'),
  },
  returnToStep: {
    title: w('退回环节', 'Return to a step'),
    hint: w('退回已经办结的环节，写明理由', 'An earlier one, with the reason'),
    what: w(
      '退回后，该环节和之后的环节要重新办理；时限继续计算。',
      'That step and those after it are done again; the clock goes on.',
    ),
    submit: w('退回…', 'Return…'),
    done: w('已退回。', 'The case is returned.'),
  },
} as const satisfies Readonly<Record<string, ActionWords>>

export const VERDICT_WORDS = {
  agree: w('同意', 'Agreed'),
  conditions: w('附条件同意', 'Agreed on conditions'),
  object: w('不同意', 'Objected'),
} as const

export const PROCEEDINGS = {
  verdict: w('意见', 'Opinion'),
  verdictMissing: w('请选择意见。', 'Choose an opinion.'),
  opinionText: w('具体意见', 'In words'),
  opinionHint: w(
    '附条件或者不同意的，写明内容和理由（至少五个字）',
    'State conditions or the reasons of an objection',
  ),
  requestText: w('征求意见的内容', 'What you ask about'),
  to: w('退回到', 'Return to'),
  toMissing: w('请选择退回到哪个环节。', 'Choose a step.'),
  missing: ({ zh, en }: Words) => w(`请填写${zh}。`, `Please fill in: ${en.toLowerCase()}.`),
  asked: (due: string) => w(`反馈期限 ${due}`, `to answer by ${due}`),
  waiting: w('待反馈', 'Waiting'),
  silent: w('逾期未反馈，视为同意', 'Did not answer in time: agreed'),
  signatures: (signed: number, all: number) => w(`已签署 ${signed} / ${all}`, `${signed} of ${all} signed`),
  signs: (all: number) => w(`须 ${all} 人签署`, `${all} signatures`),
  signedGrant: w('同意准予', 'Signed to grant'),
  signedRefuse: w('同意不予', 'Signed to refuse'),
  disagree: w(
    '签署意见不一致：不能作出决定，请退回前面的环节。',
    'The signatures differ: no decision can be made; return the case to an earlier step.',
  ),
} as const

/** Rules of the kinds of steps: each needs its own data, and only that. */
import { CLOCK_STOP_WORDS, STEP_KIND_WORDS, type Step } from '@mashang/flow'
import { foundIf, itemRule } from './item-check.ts'
import { daysOf } from './item-guide-rules.ts'

const at = (step: Step, part: string) => `steps.${step.id}.${part}`

export const jointReviewAsksOtherOrgans = itemRule(
  '联合审查环节“{step}”要写明征求哪些部门的意见（organs），并且是本部门以外的部门。',
  'The joint review “{step}” names the organs it asks (organs), all of them others than the item’s own.',
  ({ organ, steps }, { organs }) =>
    steps.flatMap((step) => {
      const asked = step.organs ?? []
      const isJoint = step.kind === 'joint-review'
      const known = asked.length > 0 && asked.every((one) => organs.has(one) && one !== organ)
      return foundIf(isJoint ? !known : asked.length > 0, at(step, 'organs'), { step: step.name })
    }),
)

export const lowerReviewFollowsAnAddress = itemRule(
  '下级初审环节“{step}”要写明按哪个地址字段确定区市县（by-region-of）。',
  'The lower-level review “{step}” names the address that decides which district reviews (by-region-of).',
  ({ fields, steps }) =>
    steps.flatMap((step) => {
      const id = step['by-region-of']
      const isAddress = fields.some((field) => field.id === id && field.type === 'address')
      const isLower = step.kind === 'lower-review'
      return foundIf(isLower ? !isAddress : id !== undefined, at(step, 'by-region-of'), { step: step.name })
    }),
)

export const lowerReviewIsDoneInTime = itemRule(
  '下级初审环节“{step}”的 {within} 超过法定的 {most}。',
  'The lower-level review “{step}” takes {within}, more than the {most} of the law.',
  ({ steps }, { lowerReview }) =>
    steps.flatMap((step) => {
      const [own, most] = [daysOf(step.within), daysOf(lowerReview.days)]
      const isLonger = own.unit === most.unit && own.count > most.count
      return foundIf(step.kind === 'lower-review' && isLonger, at(step, 'within'), {
        step: step.name,
        within: step.within,
        most: lowerReview.days,
      })
    }),
  { law: '行政许可法', article: '第四十三条' },
)

export const onlyADecisionIsSigned = itemRule(
  '环节“{step}”不作决定，不能设签署人数（signers）。',
  'The step “{step}” decides nothing, so nobody signs it (signers).',
  ({ steps }) =>
    steps.flatMap((step) =>
      foundIf(step.signers !== undefined && !step.ends, at(step, 'signers'), { step: step.name }),
    ),
)

export const decisionIsAnOrdinaryStep = itemRule(
  '作出决定的环节“{step}”不能同时是“{kind}”环节，请另设一个环节。',
  'The deciding step “{step}” cannot be a {kind} as well; give that a step of its own.',
  ({ steps }) =>
    steps.flatMap((step) =>
      foundIf(step.ends !== undefined && (step.kind ?? 'review') !== 'review', at(step, 'kind'), {
        step: step.name,
        kind: STEP_KIND_WORDS[step.kind ?? 'review'],
      }),
    ),
)

export const announcementSaysHowLong = itemRule(
  '公示环节“{step}”要写明公示多少天（announcement.days）。',
  'The announcement “{step}” says how many days it lasts (announcement.days).',
  ({ steps }) =>
    steps.flatMap((step) =>
      foundIf(
        (step.kind === 'announcement') !== (step.announcement !== undefined),
        at(step, 'announcement'),
        {
          step: step.name,
        },
      ),
    ),
)

export const procedureMayStopTheClock = itemRule(
  '“{step}”是{kind}环节，“时限”里的“特别程序”（clock-stops）要选上“{stop}”。',
  '“{step}” is a {kind}; the clock stops of the item (clock-stops) have to name “{stop}”.',
  (item) =>
    item.steps.flatMap((step) => {
      const stop = step.kind === 'hearing' || step.kind === 'expert-review' ? step.kind : undefined
      return foundIf(stop !== undefined && !item['clock-stops'].includes(stop), at(step, 'kind'), {
        step: step.name,
        kind: STEP_KIND_WORDS[step.kind ?? 'review'],
        stop: stop && CLOCK_STOP_WORDS[stop],
      })
    }),
  { law: '行政许可法', article: '第四十五条' },
)

export const panelIsOdd = itemRule(
  '专家评审环节“{step}”的专家人数（experts）应当为单数；其他环节不写。',
  'The panel of “{step}” is of an odd number (experts); other steps name none.',
  ({ steps }) =>
    steps.flatMap((step) => {
      const { experts } = step
      const wrong = experts !== undefined && (step.kind !== 'expert-review' || experts % 2 === 0)
      return foundIf(wrong, at(step, 'experts'), { step: step.name })
    }),
)

/**
 * A case in a sentence: status first, as people ask for it.
 */
import { CLOCK_STOP_WORDS, inSentence, type Organ, type ServiceItem, STEP_ROLE_WORDS } from '@mashang/flow'
import { formatDay, type Words } from '@mashang/kit'
import type { ApplicationView } from '../contract/index.ts'
import type { Application } from '../rules/application.ts'
import { clocksOf, intakeClockOf, type Reckoning } from '../rules/time-limit.ts'
import type { Case } from '../store/cases.ts'

const both = (day: string): { zh: string; en: string } => ({
  zh: formatDay(day, 'zh'),
  en: formatDay(day, 'en'),
})

/** Status as a sentence: 正在审查，预计 2026年12月3日（星期四）前办结。 */
export function sentenceOf(
  application: Application,
  item: ServiceItem,
  organ: Organ,
  reckoning: Reckoning,
): Words {
  const clocks = clocksOf(application, item, reckoning)
  const due = clocks && both(clocks.promised.due)
  switch (application.status) {
    case 'submitted': {
      const day = both(intakeClockOf(application, reckoning).due)
      return {
        zh: `已收到，${organ.short.zh}最晚 ${day.zh}告知是否受理。`,
        en: `Received. ${organ.short.en ?? organ.short.zh} will tell you by ${day.en} whether it is accepted.`,
      }
    }
    case 'awaiting-correction':
      return pointsToCorrect(application.correction?.points.length ?? 0)
    case 'clock-stopped': {
      const stop = application.stops.at(-1)
      const words = stop && CLOCK_STOP_WORDS[stop.kind]
      return {
        zh: `正在进行${words?.zh ?? '特别程序'}，这段时间不计入办理期限。`,
        en: `${words?.en ?? 'A special procedure'} is under way; this time does not count.`,
      }
    }
    case 'under-review': {
      const late = clocks && clocks.promised.state === 'overdue'
      const now = late ? undefined : doingOf(application)
      if (now)
        return {
          zh: `${now.zh}，预计 ${due?.zh ?? ''}前办结。`,
          en: `${now.en}; it should be decided by ${due?.en ?? ''}.`,
        }
      return late
        ? {
            zh: `正在审查，已超过承诺期限 ${due?.zh}，正在督办。`,
            en: `Under review, past the promised day (${due?.en}); supervision has been told.`,
          }
        : {
            zh: `正在审查，预计 ${due?.zh ?? ''}前办结。`,
            en: `Under review; it should be decided by ${due?.en ?? ''}.`,
          }
    }
    case 'granted':
      return {
        zh: '准予许可，证照和决定书可以下载。',
        en: 'Granted. The licence and the decision can be downloaded.',
      }
    case 'refused':
      return {
        zh: '不予许可，理由和您的权利写在决定书中。',
        en: 'Refused. The decision states the reasons and your rights.',
      }
    case 'declined':
      return {
        zh: `不予受理，请向${application.ending?.rightOrgan ?? '有权机关'}申请。`,
        en: `Declined: please apply to ${application.ending?.rightOrgan ?? 'the competent organ'}.`,
      }
    case 'not-needed':
      return { zh: '这件事不需要取得许可。', en: 'No licence is needed for this.' }
    case 'withdrawn':
      return { zh: '您已撤回申请。', en: 'You withdrew this application.' }
    case 'merged':
      return mergedSentence(application)
  }
}

function mergedSentence({ handling }: Application): Words {
  const number = handling?.mergedInto?.into.number ?? ''
  return {
    zh: `本件与您的另一件申请重复，已合并到 ${number}，在那里继续办理。`,
    en: `This application repeated another of yours; it was merged into ${number} and goes on there.`,
  }
}

/** What is being done in the step under way, where it is more than a review. */
function doingOf({ proceedings }: Application): Words | undefined {
  if (proceedings?.announcement) {
    const { zh, en } = both(proceedings.announcement.until)
    return { zh: `正在公示（至 ${zh}）`, en: `Announced to the public until ${en}` }
  }
  if (proceedings?.asked)
    return { zh: '正在征求有关部门意见', en: 'Other organs are asked for their opinion' }
  const { hearing } = proceedings ?? {}
  if (hearing && !hearing.requested && !hearing.waived) {
    const { zh, en } = both(hearing.offered.until)
    return { zh: `您可以在 ${zh}前要求听证`, en: `You may ask for a hearing until ${en}` }
  }
  return undefined
}

/** Who has the case now: the organ's office, and the role of the step. */
export function holderOf(application: Application, item: ServiceItem, organ: Organ): Words {
  const office = {
    zh: `${organ.short.zh}${organ['approval-office'].zh}`,
    en: organ.short.en ?? organ.short.zh,
  }
  if (application.status === 'awaiting-correction') return { zh: '等待您补正', en: 'Waiting for you' }
  if (application.concludedAt) return { zh: `${organ.short.zh}（已办结）`, en: `${office.en} (concluded)` }
  const step = item.steps.find((one) => one.id === application.step)
  const role = step && inSentence(STEP_ROLE_WORDS[step.by])
  return role ? { zh: `${office.zh}（${role.zh}）`, en: `${office.en} (${role.en})` } : office
}

/** What is asked to be corrected, while it waits for the applicant. */
export function correctionPointsOf({ application, item }: Case): ApplicationView['correction'] {
  const { correction } = application
  if (!correction || application.status !== 'awaiting-correction') return undefined
  return {
    at: correction.at,
    note: correction.note,
    points: correction.points.map((point) => ({ ...point, label: labelOf(item, point.target) })),
  }
}

/** The name of a field or material that a point is about. */
export function labelOf(item: ServiceItem, target: string): { zh: string; en?: string } {
  const [kind, id] = target.split('.')
  const label =
    kind === 'form'
      ? item.fields.find((field) => field.id === id)?.label
      : item.materials.find((material) => material.id === id)?.name
  return label ?? { zh: target }
}

function pointsToCorrect(points: number) {
  return {
    zh: `需要补正 ${points} 处，请按告知的内容一次补齐。`,
    en:
      points === 1
        ? 'One point needs correcting.'
        : `${points} points need correcting; please complete them all at once.`,
  }
}

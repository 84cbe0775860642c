import type { ApplicationStatus, ClockView } from '@mashang/approvals/contract'
import type { Words } from '@mashang/kit'
import { useView } from '../../frame/view.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'

interface StatusLook {
  readonly words: Words
  readonly tone: 'action' | 'done' | 'soon' | 'seal'
  readonly icon: IconName
}

export const STATUS_LOOKS: Readonly<Record<ApplicationStatus, StatusLook>> = {
  submitted: { words: { zh: '已提交', en: 'Submitted' }, tone: 'action', icon: 'clock' },
  'awaiting-correction': {
    words: { zh: '待您补正', en: 'Needs your correction' },
    tone: 'soon',
    icon: 'warning',
  },
  'under-review': { words: { zh: '审查中', en: 'Under review' }, tone: 'action', icon: 'clock' },
  'clock-stopped': { words: { zh: '特别程序中', en: 'Clock stopped' }, tone: 'soon', icon: 'stop' },
  granted: { words: { zh: '准予许可', en: 'Granted' }, tone: 'done', icon: 'done' },
  refused: { words: { zh: '不予许可', en: 'Refused' }, tone: 'seal', icon: 'cross' },
  declined: { words: { zh: '不予受理', en: 'Declined' }, tone: 'seal', icon: 'cross' },
  'not-needed': { words: { zh: '不需许可', en: 'Not needed' }, tone: 'done', icon: 'done' },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, tone: 'action', icon: 'info' },
  merged: { words: { zh: '已合并', en: 'Merged' }, tone: 'action', icon: 'info' },
}

/** Where a case stands: a word, an icon and a colour. */
export function StatusTag({ status }: { status: ApplicationStatus }) {
  const { language } = useView()
  const { words, tone, icon } = STATUS_LOOKS[status]
  return (
    <span className={`tag tag-${tone} status-tag`}>
      <Icon name={icon} /> {words[language]}
    </span>
  )
}

/** How a clock stands, in words: 还有 6 个工作日. */
export function clockText(
  { state, remaining }: Pick<ClockView, 'state' | 'remaining'>,
  say: (zh: string, en: string) => string,
): string {
  switch (state) {
    case 'met':
      return say('按时办结', 'Met')
    case 'missed':
      return say('超期办结', 'Missed')
    case 'stopped':
      return say('计时已中止', 'Stopped')
    case 'overdue':
      return say(`已超过 ${-remaining} 个工作日`, `${-remaining} working days late`)
    default:
      return remaining === 0
        ? say('今天到期', 'Due today')
        : say(`还有 ${remaining} 个工作日`, `${remaining} working ${remaining === 1 ? 'day' : 'days'} left`)
  }
}

export function clockTone(state: ClockView['state']): StatusLook['tone'] {
  if (state === 'overdue' || state === 'missed') return 'seal'
  if (state === 'soon' || state === 'yellow' || state === 'stopped') return 'soon'
  return state === 'met' ? 'done' : 'action'
}

import {
  AlertOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  PauseCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { useWords } from '../words/words.ts'
import { dayAndTime } from './dates.ts'
import { type DueState, dueShown } from './due.ts'

const SIGNS = {
  clock: ClockCircleOutlined,
  warning: WarningOutlined,
  alarm: AlertOutlined,
  pause: PauseCircleOutlined,
  check: CheckCircleOutlined,
}

interface Props {
  readonly due?: string | undefined
  readonly remaining?: number | undefined
  readonly state: DueState
}

/** 余 3 工作日 · 12-03 */
export function DueLabel({ due, remaining, state }: Props) {
  const { t } = useWords()
  const { words, tone, sign } = dueShown(
    { state, ...(due === undefined ? {} : { due }), ...(remaining === undefined ? {} : { remaining }) },
    dayAndTime(new Date()).day,
  )
  const Sign = sign === 'none' ? undefined : SIGNS[sign]
  return (
    <span className={`due due-${tone}`}>
      {Sign && <Sign aria-hidden="true" />}
      {t(words)}
    </span>
  )
}

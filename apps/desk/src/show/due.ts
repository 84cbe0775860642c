import type { Words } from '@mashang/kit'
import { shortDay } from './dates.ts'

export type DueState = 'none' | 'running' | 'soon' | 'yellow' | 'overdue' | 'stopped' | 'met' | 'missed'

/** What a due date says, with the sign and colour that go with it; colour never speaks alone. */
interface DueShown {
  readonly words: Words
  readonly tone: 'plain' | 'quiet' | 'soon' | 'late' | 'done'
  readonly sign: 'clock' | 'warning' | 'alarm' | 'pause' | 'check' | 'none'
}

/**
 * 余 3 工作日 · 12-03. `remaining` is working days, negative when overdue; `due` and `today` are YYYY-MM-DD.
 */
export function dueShown(
  clock: { readonly due?: string; readonly remaining?: number; readonly state: DueState },
  today: string,
): DueShown {
  const { due, remaining, state } = clock
  if (state === 'none' || due === undefined)
    return { words: { zh: '—', en: '—' }, tone: 'quiet', sign: 'none' }
  const day = shortDay(due, today)
  if (state === 'met')
    return { words: { zh: `按期办结 · ${day}`, en: `On time · ${day}` }, tone: 'done', sign: 'check' }
  if (state === 'missed')
    return { words: { zh: `逾期办结 · ${day}`, en: `Late · ${day}` }, tone: 'late', sign: 'alarm' }
  const left = leftWords(remaining, state)
  const words = { zh: `${left.zh} · ${day}`, en: `${left.en} · ${day}` }
  switch (state) {
    case 'stopped':
      return { words, tone: 'quiet', sign: 'pause' }
    case 'overdue':
      return { words, tone: 'late', sign: 'alarm' }
    case 'soon':
    case 'yellow':
      return { words, tone: 'soon', sign: 'warning' }
    case 'running':
      return { words, tone: 'plain', sign: 'clock' }
  }
}

function leftWords(remaining: number | undefined, state: DueState): Words {
  if (state === 'stopped')
    return remaining === undefined
      ? { zh: '计时已停', en: 'Clock stopped' }
      : { zh: `已停 · 余 ${remaining} 工作日`, en: `Stopped · ${remaining} wd left` }
  if (remaining === undefined)
    return state === 'overdue' ? { zh: '已逾期', en: 'Overdue' } : { zh: '到期', en: 'Due' }
  if (remaining < 0) return { zh: `超 ${-remaining} 工作日`, en: `${-remaining} wd overdue` }
  if (state === 'overdue') return { zh: '已逾期', en: 'Overdue' }
  if (remaining === 0) return { zh: '今日到期', en: 'Due today' }
  return { zh: `余 ${remaining} 工作日`, en: `${remaining} wd left` }
}

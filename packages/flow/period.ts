import type { Refusal, Words } from '@mashang/kit'
import { refuse } from '@mashang/kit'

/** 期限 — a length of time as law gives it: `wd` working days, `d` calendar days. Never one for the other. */
export interface Period {
  readonly unit: 'wd' | 'd'
  readonly count: number
}

/** Reads `20wd` or `45d`; refuses with `period-not-understood`. */
export function parsePeriod(text: string): Period | Refusal {
  const match = /^(\d{1,4})(wd|d)$/.exec(text.trim())
  if (!match) return refuse('period-not-understood', { facts: { found: text } })
  return { unit: match[2] === 'wd' ? 'wd' : 'd', count: Number(match[1]) }
}

/** `20个工作日`, `45日`; `20 working days`, `1 day`. */
export function periodInWords({ unit, count }: Period): Words {
  const noun = unit === 'wd' ? 'working day' : 'day'
  return {
    zh: `${count}${unit === 'wd' ? '个工作日' : '日'}`,
    en: `${count} ${noun}${count === 1 ? '' : 's'}`,
  }
}

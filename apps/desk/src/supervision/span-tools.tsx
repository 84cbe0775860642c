import { legalDayOf } from '@mashang/kit'
import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { TextInput } from '../show/text-input.tsx'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'

export interface Dates {
  readonly from: string
  readonly to: string
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** The whole of a month, `back` months ago, or of this year. */
function monthBack(back: number): Dates {
  const [year = 0, month = 1] = legalDayOf(new Date()).split('-').map(Number)
  const number = year * 12 + month - 1 - back
  const [y, m] = [Math.floor(number / 12), (number % 12) + 1]
  return { from: `${y}-${String(m).padStart(2, '0')}-01`, to: lastDay(y, m) }
}

function thisYear(): Dates {
  const year = legalDayOf(new Date()).slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The days asked about, kept in the address, so that a link can say them and going back finds them; else this year. */
export function useDates(): readonly [Dates, (dates: Dates) => void] {
  const [search, setSearch] = useSearchParams()
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  const dates = DAY.test(from) && DAY.test(to) ? { from, to } : thisYear()
  const change = (next: Dates) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        after.set('from', next.from)
        after.set('to', next.to)
        after.delete('page')
        return after
      },
      { replace: true },
    )
  return [dates, change]
}

/** From a day to a day, with the times that are asked for most. */
export function SpanTools({ dates, onChange }: { readonly dates: Dates; onChange(dates: Dates): void }) {
  const { t } = useWords()
  return (
    <div className="span-tools">
      <TextInput
        label={t(INSIGHT.from)}
        type="date"
        value={dates.from}
        onType={(from) => from && onChange({ ...dates, from })}
      />
      <TextInput
        label={t(INSIGHT.to)}
        type="date"
        value={dates.to}
        onType={(to) => to && onChange({ ...dates, to })}
      />
      <span className="span-quick">
        <Button onClick={() => onChange(monthBack(0))}>{t(INSIGHT.thisMonth)}</Button>
        <Button onClick={() => onChange(monthBack(1))}>{t(INSIGHT.lastMonth)}</Button>
        <Button onClick={() => onChange(thisYear())}>{t(INSIGHT.thisYear)}</Button>
      </span>
    </div>
  )
}

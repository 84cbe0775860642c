import { insightRoutes } from 'virtual:contract'
import { FilePdfOutlined } from '@ant-design/icons'
import { legalDayOf } from '@mashang/kit'
import { Select } from 'antd'
import { useState } from 'react'
import { addressOf } from '../api/route.ts'
import { Labelled } from '../show/labelled.tsx'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'

/** The bulletin of a month, as PDF. */
export function BulletinTab() {
  const { t } = useWords()
  const months = lastMonths(legalDayOf(new Date()))
  const [month, setMonth] = useState(months[0] ?? '')
  return (
    <section className="bulletin-sheet">
      <p>{t(INSIGHT.bulletinWhat)}</p>
      <Labelled label={t(INSIGHT.month)}>
        {(id) => (
          <Select
            id={id}
            className="tool-select"
            value={month}
            options={months.map((value) => ({ value, label: value }))}
            onChange={setMonth}
          />
        )}
      </Labelled>
      <a
        className="pdf-link"
        href={addressOf(insightRoutes.getBulletin.path, {}, { month })}
        target="_blank"
        rel="noreferrer"
      >
        <FilePdfOutlined aria-hidden="true" /> {t(INSIGHT.open)}
      </a>
    </section>
  )
}

function lastMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) => {
    const number = year * 12 + month - 1 - back
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

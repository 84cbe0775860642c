import { DiffOutlined, MinusSquareOutlined, PlusSquareOutlined } from '@ant-design/icons'
import type { CatalogueRow, ItemOpened } from '@mashang/approvals/contract'
import { compareItems, ELEMENT_WORDS, type ItemDifference } from '@mashang/flow'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { Panel } from '../case/facts/panel.tsx'
import { Labelled } from '../show/labelled.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { TABS } from '../words/item-tabs.ts'
import { ITEM_STATUS } from '../words/items.ts'
import { useWords } from '../words/words.ts'
import { checkQuery } from './items-query.ts'

/** Any two versions side by side, difference by difference, by element. */
export function ItemCompare({ opened }: { readonly opened: ItemOpened }) {
  const { t } = useWords()
  const { row, versions } = opened
  const others = versions.filter(({ version }) => version !== row.version)
  const [before, setBefore] = useState(
    (others.find(({ version }) => version < row.version) ?? others[0])?.version,
  )
  const [after, setAfter] = useState(row.version)
  if (before === undefined) return <Empty title={t(TABS.oneVersion)} />
  return (
    <>
      <div className="compare-choice">
        <VersionSelect label={t(TABS.before)} versions={versions} value={before} onValue={setBefore} />
        <VersionSelect label={t(TABS.after)} versions={versions} value={after} onValue={setAfter} />
      </div>
      <Differences code={row.code} before={before} after={after} />
    </>
  )
}

interface SelectProps {
  readonly label: string
  readonly versions: readonly CatalogueRow[]
  readonly value: number
  onValue(version: number): void
}

function VersionSelect({ label, versions, value, onValue }: SelectProps) {
  const { t } = useWords()
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          options={versions.map(({ version, status }) => ({
            value: version,
            label: `${t(CASE.version(version))} · ${t(ITEM_STATUS[status])}`,
          }))}
          onChange={onValue}
        />
      )}
    </Labelled>
  )
}

function Differences({ code, before, after }: { code: string; before: number; after: number }) {
  const { t } = useWords()
  const [a, b] = [useQuery(checkQuery(code, before)), useQuery(checkQuery(code, after))]
  const error = a.error ?? b.error
  if (error) return <Failure error={error} onRetry={() => void Promise.all([a.refetch(), b.refetch()])} />
  if (!a.data || !b.data) return <Loading />
  const found = compareItems(a.data.definition, b.data.definition)
  if (found.length === 0) return <Empty title={t(TABS.noDifference)} />
  const elements = [...new Set(found.map(({ element }) => element))]
  return (
    <>
      <p className="quiet" role="status">
        {t(TABS.differences(found.length))}
      </p>
      {elements.map((element) => (
        <Panel key={element} title={t(ELEMENT_WORDS[element] ?? { zh: element })}>
          <ul className="differences">
            {found
              .filter((one) => one.element === element)
              .map((one) => (
                <Difference key={`${one.kind}/${one.path}/${one.words.zh}`} difference={one} />
              ))}
          </ul>
        </Panel>
      ))}
    </>
  )
}

const SIGNS = { added: PlusSquareOutlined, removed: MinusSquareOutlined, changed: DiffOutlined } as const
const TONES = { added: 'due-done', removed: 'due-late', changed: 'due-soon' } as const

/** Added, removed or changed: by a sign and a word, not by colour alone. */
function Difference({ difference: { kind, words } }: { readonly difference: ItemDifference }) {
  const { t } = useWords()
  const Sign = SIGNS[kind]
  return (
    <li>
      <span className={`due ${TONES[kind]}`}>
        <Sign aria-hidden="true" /> {t(TABS[kind])}
      </span>
      <span>{t(words)}</span>
    </li>
  )
}

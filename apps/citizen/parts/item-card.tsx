import type { ItemCard } from '@mashang/approvals/contract'
import { HANDLING_WORDS, periodText } from '@mashang/ui'
import type { ReactNode } from 'react'
import { Said, useView } from '../frame/view.tsx'
import { Icon } from './icon.tsx'

/** One item of a list: its name, whose it is, and what it costs in time and trips. */
export function ItemLine({ item, level = 2 }: { item: ItemCard; level?: 2 | 3 }) {
  const { text, say } = useView()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li className="item-line">
      <Heading className="item-name">
        <a href={`/items/${encodeURIComponent(item.code)}`}>
          <Marked text={text(item.name)} words={item.matched ?? []} />
        </a>
      </Heading>
      {item.summary ? (
        <p className="item-summary">
          <Marked text={text(item.summary)} words={item.matched ?? []} />
        </p>
      ) : null}
      <ItemTags item={item} />
      <p className="item-organ">
        <Icon name="department" />
        <span className="unseen">{say('办理部门：', 'Organ: ')}</span>
        <Said of={item.organ.name} />
      </p>
    </li>
  )
}

/** Kind, promised days, visits, online or not: always in this order. */
export function ItemTags({ item }: { item: ItemCard }) {
  const { language, say } = useView()
  const spot = item.handling === 'on-the-spot'
  return (
    <ul className="tags" aria-label={say('办理特点', 'At a glance')}>
      <li className={spot ? 'tag tag-done' : 'tag'}>{HANDLING_WORDS[item.handling][language]}</li>
      <li className="tag">
        {spot
          ? say('当场办结', 'Done at once')
          : say(`承诺 ${periodText(item.promised, 'zh')}`, `Within ${periodText(item.promised, 'en')}`)}
      </li>
      <li className="tag">{visitsText(item.visits, say)}</li>
      <li className={item.online ? 'tag tag-action' : 'tag'}>
        {item.online ? say('可网上办', 'Online') : say('窗口办', 'At a window')}
      </li>
      {item.fee ? <li className="tag">{say('收费', 'Fee')}</li> : null}
    </ul>
  )
}

export function visitsText(visits: number, say: (zh: string, en: string) => string): string {
  if (visits === 0) return say('不用跑', 'No visit')
  return say(`最多跑 ${visits} 次`, visits === 1 ? 'One visit' : `${visits} visits at most`)
}

/** Online depth I–IV in plain words. */
export function depthText(depth: number, say: (zh: string, en: string) => string): string {
  const words: Readonly<Record<number, string>> = {
    1: say('Ⅰ级：网上查询', 'I: information online'),
    2: say('Ⅱ级：网上预审', 'II: checked online first'),
    3: say('Ⅲ级：网上申请', 'III: apply online'),
    4: say('Ⅳ级：全程网办', 'IV: wholly online'),
  }
  return words[depth] ?? String(depth)
}

/** Shows the words that a search found. */
function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const found = words.filter((word) => word !== '' && text.toLowerCase().includes(word.toLowerCase()))
  if (found.length === 0) return text
  const longestFirst = [...found].sort((a, b) => b.length - a.length).map(escaped)
  const parts = text.split(new RegExp(`(${longestFirst.join('|')})`, 'gi'))
  let at = 0
  return parts.map((part, index) => {
    at += part.length
    return index % 2 === 1 ? <mark key={`${at}-${part}`}>{part}</mark> : part
  })
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

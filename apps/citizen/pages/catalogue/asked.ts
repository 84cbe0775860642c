import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { OutputOf, PageRequest, QueryOf } from '@mashang/kit'
import { one } from '../../frame/route.ts'
import type { View } from '../../frame/view.tsx'

export type EntryList = OutputOf<(typeof approvalsEndpoints)['listEntries']>
export type Entry = EntryList['entries'][number]
export type EntryCounts = OutputOf<(typeof approvalsEndpoints)['countEntries']>

/** What is asked of the catalogue, as it stands in the address; empty where it is not narrowed. */
export interface Asked {
  readonly text: string
  readonly organ: string
  readonly type: '' | Entry['type']
  readonly class: '' | Entry['class']
  readonly fee: '' | 'true' | 'false'
  /** Entries alone, or every handled line. */
  readonly only: '' | 'entries'
  /** The whole list was asked for. */
  readonly all: boolean
  readonly page: number
}

export const NOTHING_ASKED: Asked = {
  text: '',
  organ: '',
  type: '',
  class: '',
  fee: '',
  only: '',
  all: false,
  page: 1,
}

const CHOICES = {
  type: ['licence', 'public-service'],
  class: ['wholly-online', 'one-visit', 'fewer-visits'],
  fee: ['true', 'false'],
  only: ['entries'],
} as const

/** One of the choices, or none: an address that was typed wrongly lists everything. */
function chosen<N extends keyof typeof CHOICES>(query: PageRequest['query'], name: N) {
  const given = one(query, name)
  const choices: readonly (typeof CHOICES)[N][number][] = CHOICES[name]
  return choices.find((choice) => choice === given) ?? ''
}

export function askedOf(query: PageRequest['query']): Asked {
  const page = Number(one(query, 'page'))
  return {
    text: one(query, 'text').trim().slice(0, 100),
    organ: one(query, 'organ').slice(0, 60),
    type: chosen(query, 'type'),
    class: chosen(query, 'class'),
    fee: chosen(query, 'fee'),
    only: chosen(query, 'only'),
    all: one(query, 'all') === 'true',
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** Whether a list was asked for, rather than the catalogue's first page. */
export function asksForAList({ text, organ, type, class: visits, fee, all }: Asked): boolean {
  return all || [text, organ, type, visits, fee].some((value) => value !== '')
}

export function queryOf(asked: Asked): QueryOf<(typeof approvalsEndpoints)['listEntries']> {
  return {
    ...(asked.text ? { text: asked.text } : {}),
    ...(asked.organ ? { organ: asked.organ } : {}),
    ...(asked.type ? { type: asked.type } : {}),
    ...(asked.class ? { class: asked.class } : {}),
    ...(asked.fee ? { fee: asked.fee === 'true' } : {}),
    ...(asked.only ? { entriesOnly: true } : {}),
    page: asked.page,
  }
}

export function hrefOf(asked: Asked): string {
  const query = new URLSearchParams()
  for (const name of ['text', 'organ', 'type', 'class', 'fee', 'only'] as const) {
    if (asked[name]) query.set(name, asked[name])
  }
  if (!asksForAList({ ...asked, all: false })) query.set('all', 'true')
  if (asked.page > 1) query.set('page', String(asked.page))
  return `/catalogue?${query}`
}

/** Of a list. */
export function typeText(type: Entry['type'], { say }: Pick<View, 'say'>): string {
  return type === 'licence' ? say('行政许可', 'Licences') : say('公共服务', 'Public services')
}

/** Of one line. */
export function kindText(type: Entry['type'], { say }: Pick<View, 'say'>): string {
  return type === 'licence' ? say('行政许可', 'Licence') : say('公共服务', 'Public service')
}

export function classText(visits: Entry['class'], { say }: Pick<View, 'say'>): string {
  const words = {
    'wholly-online': say('全程网办', 'Wholly online'),
    'one-visit': say('只跑一次', 'One visit'),
    'fewer-visits': say('少跑', 'Fewer visits'),
  }
  return words[visits]
}

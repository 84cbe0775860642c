import type { INBOX_VIEWS } from '@mashang/approvals/contract'

export type InboxView = (typeof INBOX_VIEWS)[number]

/** What the list shows; it lives in the address, so that it can be kept, sent and gone back to. */
export interface InboxFilter {
  readonly view: InboxView
  readonly item?: string
  readonly organ?: string
  readonly text?: string
}

/** In the order of the tabs; a test keeps it alike with the contract. */
export const VIEWS = [
  'to-do',
  'intake',
  'awaiting-correction',
  'review',
  'decision',
  'opinions',
  'stopped',
  'overdue',
  'to-deliver',
  'concluded',
  'all',
] as const satisfies readonly InboxView[]

export function filterFrom(search: URLSearchParams): InboxFilter {
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'to-do'
  const of = (name: string, most: number) => {
    const value = search.get(name)?.trim().slice(0, most)
    return value ? { [name]: value } : {}
  }
  return { view, ...of('item', 42), ...of('organ', 60), ...of('text', 60) }
}

/** The filter as the query of an address; the default view is left out. */
export function searchOf(filter: InboxFilter): URLSearchParams {
  const search = new URLSearchParams()
  if (filter.view !== 'to-do') search.set('view', filter.view)
  for (const name of ['item', 'organ', 'text'] as const) {
    const value = filter[name]?.trim()
    if (value) search.set(name, value)
  }
  return search
}

export function isFiltered({ item, organ, text }: InboxFilter): boolean {
  return item !== undefined || organ !== undefined || text !== undefined
}

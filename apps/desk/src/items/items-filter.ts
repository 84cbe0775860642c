/** What the list of items shows, as its address says. */
export interface ItemsFilter {
  readonly text?: string
  readonly status?: string
  readonly organ?: string
  readonly page?: number
}

export function itemsFrom(search: URLSearchParams): ItemsFilter {
  const of = (name: string) => {
    const value = search.get(name)?.trim()
    return value ? { [name]: value } : {}
  }
  const page = Number(search.get('page') ?? 1)
  return {
    ...of('text'),
    ...of('status'),
    ...of('organ'),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

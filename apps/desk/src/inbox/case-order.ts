/** The list a case was opened from, so that the case page knows the next one and the way back. */
interface CaseOrder {
  /** Address of the list. */
  readonly from: string
  readonly ids: readonly string[]
}

const KEY = 'case-order'

export function rememberOrder(order: CaseOrder): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(order))
  } catch {
    // Without storage a case simply has no neighbours.
  }
}

export function recallOrder(): CaseOrder {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (isOrder(kept)) return kept
  } catch {
    // What cannot be read is forgotten.
  }
  return { from: '/inbox', ids: [] }
}

export function neighbours(
  order: CaseOrder,
  id: string,
): { readonly before?: string; readonly after?: string } {
  const at = order.ids.indexOf(id)
  if (at < 0) return {}
  const before = order.ids[at - 1]
  const after = order.ids[at + 1]
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

function isOrder(kept: unknown): kept is CaseOrder {
  const order = kept as CaseOrder | null
  return typeof order?.from === 'string' && order.from.startsWith('/') && Array.isArray(order.ids)
}

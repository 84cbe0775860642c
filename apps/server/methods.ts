/** What an endpoint or a page says of its address. */
interface Addressed {
  readonly path: string
  readonly method: string
}

/**
 * The methods that an address takes: none where there is no such address. Asked only for what no route took, so that a
 * refusal needs no routes of its own, of which there would be more than of all others.
 */
export function methodsByAddress(rows: Iterable<Addressed>): (url: string) => readonly string[] {
  const byLength = new Map<number, { readonly parts: readonly string[]; readonly method: string }[]>()
  for (const { path, method } of rows) {
    const parts = path.split('/')
    const alike = byLength.get(parts.length) ?? []
    alike.push({ parts, method })
    byLength.set(parts.length, alike)
  }
  return (url) => {
    const asked = url.replace(/[?#].*$/s, '').split('/')
    const fitting = (byLength.get(asked.length) ?? []).filter(({ parts }) =>
      parts.every((part, at) => (part.startsWith(':') ? asked[at] !== '' : part === asked[at])),
    )
    return [...new Set(fitting.map(({ method }) => method))]
  }
}

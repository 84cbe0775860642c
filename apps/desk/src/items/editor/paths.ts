/** Places in a definition: `materials.0.name.zh`. Pure; nothing is changed in place. */

export type Rec = Readonly<Record<string, unknown>>

export function isRec(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return isRec(at) ? at[key] : undefined
  }, root)
}

/** The root with another value at a place; an empty one leaves no trace. */
export function withValue(root: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.')
  const below = rest.length > 0
  if (Array.isArray(root)) {
    const list = [...root]
    list[Number(key)] = below ? withValue(list[Number(key)], rest.join('.'), value) : value
    return list
  }
  const { [key]: before, ...others } = isRec(root) ? root : {}
  const after = below ? withValue(before, rest.join('.'), value) : value
  if (after === undefined || (isRec(after) && Object.keys(after).length === 0)) return others
  // In its old place, so that what is compared and shown keeps its order.
  return isRec(root) && key in root ? { ...root, [key]: after } : { ...others, [key]: after }
}

export function listAt(root: unknown, path: string): readonly unknown[] {
  const value = valueAt(root, path)
  return Array.isArray(value) ? value : []
}

/** Members of a list with their numbers and a key for each place. */
export function numbered<T>(
  list: readonly T[],
): readonly { readonly key: string; readonly at: number; readonly member: T }[] {
  return list.map((member, at) => ({ key: `place ${at}`, at, member }))
}

/** A list with one of its members moved up or down by one. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by
  if (to < 0 || to >= list.length) return list
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(to, 0, one)
  return next
}

/** `materials.plan.copies` → `materials.0.copies`: rules name members by their ids, controls by their numbers. */
export function placed(root: unknown, path: string): string {
  const keys: string[] = []
  let at: unknown = root
  for (const key of path.split('.')) {
    if (isRec(at) && !(key in at) && Array.isArray(at.fields)) {
      keys.push('fields')
      at = at.fields
    }
    const found = Array.isArray(at) ? at.findIndex((one) => isRec(one) && (one.id ?? one.value) === key) : -1
    const name = found >= 0 ? String(found) : key
    keys.push(name)
    at = Array.isArray(at) ? at[Number(name)] : isRec(at) ? at[name] : undefined
  }
  return keys.join('.')
}

/** An id for a new member: `field-3`, the first that is free. */
export function freeId(list: readonly unknown[], stem: string): string {
  const taken = new Set(list.flatMap((one) => (isRec(one) ? [String(one.id)] : [])))
  for (let number = list.length + 1; ; number++)
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}

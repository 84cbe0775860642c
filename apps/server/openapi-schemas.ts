type Json = Readonly<Record<string, unknown>>

/** Schemas that stand in several places, told once under `components/schemas` and referred to by name. */
export interface SharedSchemas {
  /** The schema with every shared part in it put out to `components`. */
  referring(schema: unknown): unknown
  readonly components: Readonly<Record<string, unknown>>
}

/** A smaller part is quicker read where it stands than looked up. */
const LEAST_CHARACTERS = 300

/** Finds what is shared among named schemas; the first place of each gives it its name. */
export function sharedSchemas(named: readonly (readonly [string, unknown])[]): SharedSchemas {
  const places = new Map<string, string[]>()
  for (const [name, schema] of named) collect(schema, name, places)
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const [text, [first = 'Schema', ...others]] of places) {
    if (others.length === 0) continue
    let name = first
    for (let number = 2; taken.has(name); number++) name = `${first}${number}`
    taken.add(name)
    names.set(text, name)
  }
  const referring = (value: unknown, isWhole = false): unknown => {
    if (Array.isArray(value)) return value.map((one) => referring(one))
    if (!isObject(value)) return value
    const name = isWhole ? undefined : names.get(JSON.stringify(value))
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, referring(member)]))
  }
  const components = [...names].map(([text, name]) => [name, referring(JSON.parse(text), true)] as const)
  return {
    referring: (schema) => referring(schema),
    components: Object.fromEntries(components.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function collect(value: unknown, name: string, places: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, name, places)
    return
  }
  if (!isObject(value)) return
  if (value.type === 'object' || value.anyOf !== undefined) {
    const text = JSON.stringify(value)
    if (text.length >= LEAST_CHARACTERS) {
      const known = places.get(text)
      places.set(text, [...(known ?? []), name])
      // What is inside one that is shared anyway is not shared by that alone.
      if (known) return
    }
  }
  for (const [key, member] of Object.entries(value)) {
    if (key !== 'properties') collect(member, name, places)
    else
      for (const [one, schema] of Object.entries(member as Json)) collect(schema, name + capital(one), places)
  }
}

/** `own-organ` → `OwnOrgan`. */
export function capital(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

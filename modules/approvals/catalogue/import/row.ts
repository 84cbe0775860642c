import type { Words } from '@mashang/kit'

/** One row of a file: a definition as far as the file gives one, or why it gives none. */
export interface ImportRow {
  /** Counted from 1, as the file counts: items of a list, lines of a JSONL, rows of a sheet. */
  readonly row: number
  readonly code: string
  readonly name: string
  /** Name of the organ where the file gives a name and not an id of this city. */
  readonly organName: string
  readonly definition: Readonly<Record<string, unknown>>
  /** Why the row is refused; nothing of it is taken then. */
  readonly problem?: Words
}

/** A file that was read to its end. */
export interface ReadFile {
  readonly format: string
  readonly rows: readonly ImportRow[]
}

export function refusedRow(
  row: number,
  problem: Words,
  given: { code?: string; name?: string } = {},
): ImportRow {
  return { row, code: given.code ?? '', name: given.name ?? '', organName: '', definition: {}, problem }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Ids of the city's profile by the names that people write. */
export interface KnownNames {
  readonly organs: ReadonlyMap<string, string>
  readonly themes: ReadonlyMap<string, string>
  readonly windows: ReadonlyMap<string, string>
}

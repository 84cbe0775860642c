/** 导入 — takes a file of items as drafts: every row accounted for, nothing invented, nothing published. */
import { type Actor, isRefusal, type Refusal, type Words } from '@mashang/kit'
import type { Finding, ImportReport } from '../../contract/index.ts'
import { COMPLETENESS, checkDraft } from '../../rules/draft-check.ts'
import type { ItemSurroundings } from '../../rules/item-check.ts'
import type { ItemEntry } from '../item-entries.ts'
import { digestOfDefinition, type ItemState } from '../item-state.ts'
import { type Profile, surroundingsOf } from '../profile.ts'
import { type ItemChange, type ItemWriting, loadStates, writeItems } from '../write-items.ts'
import { readBytes } from './read-bytes.ts'
import { readFile } from './read-file.ts'
import type { ImportRow, KnownNames } from './row.ts'
import { unfitFor } from './unfit.ts'

interface Importing {
  readonly writing: ItemWriting
  readonly profile: Profile
}

export interface ImportFile {
  readonly name: string
  readonly body: AsyncIterable<Uint8Array>
}

/** Told after each slice of rows. */
export type ImportProgress = (progress: { readonly done: number; readonly total: number }) => void

/** Rows of one slice: written, then told. */
const SLICE = 500
const ATTEMPTS = 5

/**
 * Imports a file of our own format (YAML, JSON), of the template (XLSX, CSV) or of the two public shapes. Refuses with
 * `import-file-broken`, `import-format-unknown` or `file-too-large`, having taken nothing; a row that is broken is
 * told in the report and stops no other.
 */
export async function importItems(
  { writing, profile }: Importing,
  file: ImportFile,
  actor: Actor,
  onProgress: ImportProgress = () => {},
): Promise<ImportReport | Refusal> {
  const started = performance.now()
  const bytes = await readBytes(file.body)
  if (isRefusal(bytes)) return bytes
  const read = await readFile(bytes, namesOf(profile))
  if (isRefusal(read)) return read
  const tally = new Tally(surroundingsOf(profile, writing.clock.now()))
  const rows = read.rows.filter((row) => !tally.refuseIfUnfit(row))
  for (let start = 0; start < rows.length; start += SLICE) {
    const refused = await takeSlice(writing, rows.slice(start, start + SLICE), {
      file: file.name,
      actor,
      tally,
    })
    if (refused) return refused
    onProgress({ done: Math.min(start + SLICE, rows.length), total: rows.length })
  }
  const seconds = Math.round(performance.now() - started) / 1000
  return { file: file.name, format: read.format, rows: read.rows.length, ...tally.result(), seconds }
}

/** Organs by name, short name and id; themes by name and id; windows by number and id. */
function namesOf({ organs, themes, windows }: Profile): KnownNames {
  return {
    organs: new Map(organs.flatMap(({ id, name, short }) => [name.zh, short.zh, id].map((one) => [one, id]))),
    themes: new Map(themes.flatMap(({ id, name }) => [name.zh, id].map((one) => [one, id]))),
    windows: new Map(windows.flatMap(({ id, number }) => [number, id].map((one) => [one, id]))),
  }
}

interface Slice {
  readonly file: string
  readonly actor: Actor
  readonly tally: Tally
}

async function takeSlice(
  writing: ItemWriting,
  rows: readonly ImportRow[],
  { file, actor, tally }: Slice,
): Promise<Refusal | undefined> {
  const codes = [...new Set(rows.map(({ code }) => code))]
  for (let attempt = 1; ; attempt++) {
    const sorted = sort(rows, await loadStates(writing.db, codes), file)
    const refused = await writeItems(writing, sorted.changes, actor)
    if (!refused) {
      tally.add(sorted)
      return undefined
    }
    if (refused.code !== 'case-changed' || attempt === ATTEMPTS) return refused
  }
}

interface Sorted {
  readonly changes: readonly ItemChange[]
  readonly imported: readonly ImportRow[]
  readonly unchanged: readonly ImportRow[]
  readonly refused: readonly (readonly [ImportRow, Words])[]
}

/** What each row does to what is there. */
function sort(rows: readonly ImportRow[], states: ReadonlyMap<string, ItemState>, file: string): Sorted {
  const imported: ImportRow[] = []
  const unchanged: ImportRow[] = []
  const refused: (readonly [ImportRow, Words])[] = []
  const entries = new Map<string, ItemEntry[]>()
  for (const row of rows) {
    const version = row.definition.version as number
    const digest = digestOfDefinition(row.definition)
    const there = states.get(row.code)?.versions.find((one) => one.version === version)
    if (there?.digest === digest) unchanged.push(row)
    else if (there && there.status !== 'draft') refused.push([row, PUBLISHED])
    else {
      imported.push(row)
      const ofItem = entries.get(row.code) ?? []
      ofItem.push(importedEntry(row, version, digest, file))
      entries.set(row.code, ofItem)
    }
  }
  const changes = [...entries].map(([code, list]): ItemChange => {
    const before = states.get(code) ?? { code, revision: 0, versions: [] }
    return { before, entries: list }
  })
  return { changes, imported, unchanged, refused }
}

const PUBLISHED: Words = {
  zh: '这个版本已经公布，内容不同，公布后的版本不能更改（publishedVersionsNeverChange）。请提高版本号。',
  en: 'This version is published with other content, and a published version never changes (publishedVersionsNeverChange). Raise its version.',
}

function importedEntry(row: ImportRow, version: number, digest: string, source: string): ItemEntry {
  const { code, name, organName, definition } = row
  const organ = typeof definition.organ === 'string' ? definition.organ : ''
  return {
    kind: 'imported',
    content: { code, version, source, digest, definition, organ, organName, name },
  }
}

interface Group {
  readonly rule: string
  readonly words: Finding['words']
  count: number
  readonly rows: Set<number>
}

/** Counts rows as they come out, and what the checks find in them. */
class Tally {
  readonly #around: ItemSurroundings
  readonly #groups = new Map<string, Group>()
  readonly #refused: ImportReport['refused'] = []
  /** Code and version → digest, of the rows of this file. */
  readonly #seen = new Map<string, string>()
  #imported = 0
  #unchanged = 0

  constructor(around: ItemSurroundings) {
    this.#around = around
  }

  /** Refuses a row that is no item at all, or a second one of the same code and version; its twin is unchanged. */
  refuseIfUnfit(row: ImportRow): boolean {
    const unfit = row.problem ?? unfitFor(row)
    if (unfit) return this.#refuse(row, unfit)
    const key = `${row.code} ${row.definition.version}`
    const digest = digestOfDefinition(row.definition)
    const twin = this.#seen.get(key)
    if (twin === undefined) {
      this.#seen.set(key, digest)
      return false
    }
    if (twin !== digest) return this.#refuse(row, TWICE)
    this.#unchanged++
    return true
  }

  add({ imported, unchanged, refused }: Sorted): void {
    this.#imported += imported.length
    this.#unchanged += unchanged.length
    for (const [row, words] of refused) this.#refuse(row, words)
    for (const row of [...imported, ...unchanged])
      for (const finding of checkDraft(row.definition, this.#around)) this.#find(row.row, finding)
  }

  result(): Pick<ImportReport, 'imported' | 'unchanged' | 'refused' | 'findings'> {
    const findings = [...this.#groups.values()]
      .sort((a, b) => b.rows.size - a.rows.size || (a.rule < b.rule ? -1 : 1))
      .map(({ rule, count, words, rows }) => ({ rule, count, words, rows: [...rows].sort((a, b) => a - b) }))
    const refused = [...this.#refused].sort((a, b) => a.row - b.row)
    return { imported: this.#imported, unchanged: this.#unchanged, refused, findings }
  }

  #refuse({ row, code, name }: ImportRow, reason: Words): true {
    this.#refused.push({ row, code, name, reason })
    return true
  }

  /** One line of the report for each rule; for what is missing, one for each element. */
  #find(row: number, { rule, path, words }: Finding): void {
    const element = path.split('.')[0]
    const key = rule === COMPLETENESS ? `${rule} ${element} ${path === element}` : rule
    const group: Group = this.#groups.get(key) ?? { rule, words, count: 0, rows: new Set<number>() }
    group.count++
    group.rows.add(row)
    this.#groups.set(key, group)
  }
}

const TWICE: Words = {
  zh: '同一文件中前面已有相同编码和版本、但内容不同的事项。',
  en: 'The file has an item of the same code and version, with other content, further up.',
}

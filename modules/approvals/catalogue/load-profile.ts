import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Bundle,
  Carrier,
  CatalogueSheet,
  City,
  CityFees,
  CityLimits,
  Law,
  LicenceLaw,
  Organ,
  ProjectStages,
  RatingLaw,
  ServiceItem,
  Theme,
  Window,
} from '@mashang/flow'
import { isRefusal, type Refusal, refuse, textOf, type Validated, validatorOf } from '@mashang/kit'
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { type Static, type TSchema, Type } from 'typebox'
import { lineOfPath } from './line-of-path.ts'
import type { EntryLine, ItemFile, Profile } from './profile.ts'

/**
 * Reads a city profile. Refuses with `profile-broken`, whose `fields` name every mistake of every file: `path` is
 * `file:line path`, the facts of the refusal repeat the first; or with `profile-not-found`.
 */
export async function loadProfile(folder: string): Promise<Profile | Refusal> {
  const found = await listFiles(folder)
  if (!found) return refuse('profile-not-found', { facts: { folder } })
  const reading = new Reading(folder)
  const [city, limits, licences, themes, windows, laws, carriers, regions, organs, calendars, items, sheets] =
    await Promise.all([
      reading.one('city.yaml', City),
      reading.one('limits.yaml', CityLimits),
      reading.one('licences.yaml', LicenceLaw),
      reading.one('themes.yaml', Type.Array(Theme)),
      reading.one('windows.yaml', Type.Array(Window)),
      reading.one('laws.yaml', Type.Array(Law)),
      reading.one('carriers.yaml', Type.Array(Carrier)),
      reading.one('regions.json', Type.Record(Type.String(), Type.String())),
      reading.each(found.organs, Type.Array(Organ)),
      reading.each(found.calendars, Type.Unknown()),
      reading.each(found.items, ServiceItem),
      reading.each(found.sheets, CatalogueSheet),
    ])
  const projectStages = await reading.one('project-stages.yaml', ProjectStages)
  const ratings = await reading.one('ratings.yaml', RatingLaw)
  const fees = await reading.one('fees.yaml', CityFees)
  const bundles = await reading.each(found.bundles, Bundle)
  const itemFiles = items.map(({ file, value }): ItemFile => ({ file, item: value }))
  reading.refuseTwice('themes.yaml', themes ?? [], (theme) => theme.id)
  reading.refuseTwice('windows.yaml', windows ?? [], (window) => window.id)
  reading.refuseTwice('laws.yaml', laws ?? [], (law) => `law ${law.name}`)
  for (const { file, value } of organs) reading.refuseTwice(file, value, (organ) => `organ ${organ.id}`)
  for (const { file, item } of itemFiles) reading.refuseTwice(file, [item], (one) => one.code)
  for (const { file, value } of sheets)
    reading.refuseTwice(file, value.entries, (line) => `entry ${line.code}`)
  for (const { file, value } of bundles) reading.refuseTwice(file, [value], (one) => `bundle ${one.id}`)
  const broken = reading.refusal()
  if (
    broken ||
    !city ||
    !limits ||
    !licences ||
    !themes ||
    !windows ||
    !laws ||
    !carriers ||
    !regions ||
    !projectStages ||
    !ratings ||
    !fees
  )
    return broken ?? refuse('profile-not-found', { facts: { folder } })
  return {
    city,
    limits,
    licences,
    fees,
    themes,
    windows,
    laws,
    carriers,
    organs: organs.flatMap(({ value }) => value),
    regions: new Map(Object.entries(regions)),
    calendars: calendars.map(({ value }) => value),
    items: itemFiles,
    projectStages,
    bundles: bundles.map(({ file, value }) => ({ file, bundle: value })),
    ratings,
    entries: sheets.flatMap(({ file, value: { organ, entries } }) =>
      entries.map((line): EntryLine => ({ file, entry: { ...line, organ } })),
    ),
  }
}

/** Files of the folders that hold any number of them, in order of their names. */
async function listFiles(folder: string) {
  try {
    await readdir(folder)
  } catch {
    return undefined
  }
  const list = async (name: string, ending: string) => {
    const files = await readdir(join(folder, name)).catch(() => [])
    return files
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => `${name}/${file}`)
  }
  const [organs, calendars, items, sheets, bundles] = await Promise.all([
    list('organs', '.yaml'),
    list('calendars', '.json'),
    list('service-items', '.yaml'),
    list('catalogue', '.yaml'),
    list('bundles', '.yaml'),
  ])
  return { organs, calendars, items, sheets, bundles }
}

interface Mistake {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Reads files and collects their mistakes, so that all are told at once. */
class Reading {
  readonly #folder: string
  readonly #mistakes: Mistake[] = []
  /** Where each id was first seen. */
  readonly #ids = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async each<S extends TSchema>(files: readonly string[], schema: S) {
    const check = validatorOf(schema)
    const values = await Promise.all(files.map((file) => this.#read(file, check)))
    return files.flatMap((file, i) => {
      const value = values[i]
      return value === undefined ? [] : [{ file, value: value as Static<S> }]
    })
  }

  async one<S extends TSchema>(file: string, schema: S): Promise<Static<S> | undefined> {
    return this.#read(file, validatorOf(schema)) as Promise<Static<S> | undefined>
  }

  async #read(file: string, check: (value: unknown) => Validated<unknown>): Promise<unknown> {
    let text: string
    try {
      text = await readFile(join(this.#folder, file), 'utf8')
    } catch {
      this.#mistakes.push({ file, line: 1, path: '', code: 'file-not-there', facts: {} })
      return undefined
    }
    const parsed = parseText(file, text)
    if (!parsed.ok) {
      const { line, why } = parsed
      this.#mistakes.push({ file, line, path: '', code: 'file-not-read', facts: { why } })
      return undefined
    }
    const checked = check(parsed.value)
    if (!isRefusal(checked)) return checked.value
    for (const { path, code, facts } of checked.fields ?? []) {
      this.#mistakes.push({ file, line: lineOfPath(text, path), path, code, facts })
    }
    return undefined
  }

  refuseTwice<T>(file: string, list: readonly T[], idOf: (one: T) => string): void {
    for (const one of list) {
      const id = idOf(one)
      const other = this.#ids.get(id)
      if (other) {
        const facts = { id: id.replace(/^(organ|entry|law|bundle) /, ''), other }
        this.#mistakes.push({ file, line: 1, path: '', code: 'named-twice', facts })
      } else this.#ids.set(id, file)
    }
  }

  refusal(): Refusal | undefined {
    const mistakes = this.#mistakes.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    const first = mistakes[0]
    if (!first) return undefined
    const fields = mistakes.map(({ file, line, path, code, facts }) => ({
      path: `${file}:${line}${path ? ` ${path}` : ''}`,
      code,
      facts,
    }))
    const { file, line, path, code, facts } = first
    return refuse('profile-broken', {
      facts: {
        folder: this.#folder,
        count: fields.length,
        file,
        line,
        path: path || '—',
        problem: { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') },
      },
      fields,
    })
  }
}

type Parsed = { readonly ok: true; readonly value: unknown } | { ok: false; line: number; why: string }

// js-yaml reads a profile in a quarter of the time that the yaml package takes, which finds the lines of mistakes.
function parseText(file: string, text: string): Parsed {
  try {
    return {
      ok: true,
      value: file.endsWith('.json') ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA }),
    }
  } catch (error) {
    if (error instanceof YAMLException) {
      return { ok: false, line: (error.mark?.line ?? 0) + 1, why: error.reason }
    }
    const why = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(why)?.[1]
    return { ok: false, line: position ? text.slice(0, Number(position)).split('\n').length : 1, why }
  }
}

import {
  type Bundle,
  type Carrier,
  type CatalogueEntry,
  type City,
  type CityFees,
  type CityLimits,
  FIELD_RULES,
  type Law,
  type LicenceLaw,
  type Organ,
  type ProjectStages,
  type RatingLaw,
  type ServiceItem,
  type Theme,
  type Window,
} from '@mashang/flow'
import type { ItemSurroundings } from '../rules/item-check.ts'

/** One file of the profile with what it holds; the path is relative to the profile's folder. */
export interface ItemFile {
  readonly file: string
  readonly item: ServiceItem
}

/** One line of the catalogue and the file it stands in, relative to the profile's folder. */
export interface EntryLine {
  readonly file: string
  readonly entry: CatalogueEntry
}

/** One file of the profile with a bundle of items; the path is relative to the profile's folder. */
export interface BundleFile {
  readonly file: string
  readonly bundle: Bundle
}

/** A city as data: everything in one folder of `definitions/`. */
export interface Profile {
  readonly city: City
  readonly limits: CityLimits
  /** What becomes of licences once they are issued. */
  readonly licences: LicenceLaw
  /** How payments are taken. */
  readonly fees: CityFees
  readonly organs: readonly Organ[]
  readonly themes: readonly Theme[]
  readonly windows: readonly Window[]
  readonly laws: readonly Law[]
  readonly carriers: readonly Carrier[]
  /** Region code (6, 9 or 12 digits) → name, for the four levels 市/区/街道/社区. */
  readonly regions: ReadonlyMap<string, string>
  /** The files of `calendars/`, as they stand. */
  readonly calendars: readonly unknown[]
  readonly items: readonly ItemFile[]
  readonly projectStages: ProjectStages
  /** What is asked for together: none where a city keeps no bundles. */
  readonly bundles: readonly BundleFile[]
  /** 好差评. */
  readonly ratings: RatingLaw
  /** The whole catalogue as a list; none where a city keeps no such list. */
  readonly entries: readonly EntryLine[]
}

/** Digits of a region code at each level, widest first. */
const LEVELS = [6, 9, 12] as const

/** Names from the city down to the region, undefined for a code the city does not have. */
export function regionNames({ city, regions }: Pick<Profile, 'city' | 'regions'>, code: string) {
  if (!regions.has(code)) return undefined
  const codes = [city.region, ...LEVELS.map((digits) => code.slice(0, digits))]
  const chain = codes.filter((one, i) => one.length <= code.length && codes.indexOf(one) === i)
  return chain.flatMap((one) => regions.get(one) ?? [])
}

/** The regions one level down, in order of their codes. */
export function regionsBelow({ city, regions }: Pick<Profile, 'city' | 'regions'>, parent: string) {
  const digits = parent === city.region ? 6 : LEVELS.find((one) => one > parent.length)
  const prefix = parent === city.region ? parent.slice(0, 4) : parent
  const below = [...regions].filter(
    ([code]) => code.length === digits && code.startsWith(prefix) && code !== parent,
  )
  return below.sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name]) => ({ code, name }))
}

/** What an item of this city is checked against, at an instant. */
export function surroundingsOf(profile: Profile, now: Date): ItemSurroundings {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map((one) => one.id))
  return {
    now,
    regionNames: (code) => regionNames(profile, code),
    organs: ids(profile.organs),
    themes: ids(profile.themes),
    windows: ids(profile.windows),
    siteCheckPeople: profile.limits['site-check-people'],
    lowerReview: profile.limits['lower-review'],
    fieldRules: new Set(Object.keys(FIELD_RULES)),
  }
}

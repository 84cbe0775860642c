import { calendarOf, isRefusal, type Refusal } from '@mashang/kit'
import { type Profile, regionNames, regionsBelow } from './catalogue/profile.ts'
import type { CityData, Regions } from './inside.ts'

/** The city's profile as cases use it: organs by id, a calendar that counts, regions by code. */
export function cityOf(profile: Profile): CityData | Refusal {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) return calendar
  const { city, limits, licences } = profile
  return {
    name: city.name,
    region: city.region,
    hotline: city.hotline,
    demo: city.demo,
    documentWord: city['document-word'],
    limits,
    licences,
    calendar,
    regions: regionsOf(profile),
    organs: new Map(profile.organs.map((organ) => [organ.id, organ])),
    carriers: profile.carriers,
    windows: new Map(profile.windows.map((window) => [window.id, window])),
  }
}

function regionsOf(profile: Profile): Regions {
  const below = new Map<string, ReturnType<typeof regionsBelow>>()
  return {
    names: (code) => regionNames(profile, code),
    children: (parent) => {
      if (!profile.regions.has(parent)) return undefined
      const kept = below.get(parent) ?? regionsBelow(profile, parent)
      below.set(parent, kept)
      return kept
    },
  }
}

import { isRefusal } from '@mashang/kit'
import { loadProfile, regionNames } from '../../approvals/index.ts'
import type { CityOfProjects } from '../testing/index.ts'

/** The demo city, as the module is given it. */
export async function dalian(): Promise<
  CityOfProjects & { readonly items: ReadonlySet<string>; readonly laws: ReadonlySet<string> }
> {
  const profile = await loadProfile(new URL('../../../definitions/dalian/', import.meta.url).pathname)
  if (isRefusal(profile)) throw new Error(JSON.stringify(profile))
  return {
    stages: profile.projectStages,
    organs: profile.organs,
    region: profile.city.region,
    regionNames: (code) => regionNames(profile, code),
    calendars: profile.calendars,
    items: new Set(profile.items.map(({ item }) => item.code)),
    laws: new Set(profile.laws.map(({ name }) => name)),
  }
}

import { readdir, readFile } from 'node:fs/promises'
import type { Law, Organ, ProjectStages } from '@mashang/flow'
import { parse } from 'yaml'
import type { CityOfProjects } from '../testing/index.ts'

const FOLDER = new URL('../../../definitions/dalian/', import.meta.url)

async function read<T>(path: string): Promise<T> {
  return parse(await readFile(new URL(path, FOLDER), 'utf8')) as T
}

async function readEach<T>(folder: string): Promise<readonly T[]> {
  const names = await readdir(new URL(folder, FOLDER))
  return Promise.all(names.map((name) => read<T>(folder + name)))
}

/** The demo city, as the module is given it, with what its stages refer to. */
export async function dalian(): Promise<
  CityOfProjects & { readonly items: ReadonlySet<string>; readonly laws: ReadonlySet<string> }
> {
  const [stages, organs, calendars, regions, laws, items, city] = await Promise.all([
    read<ProjectStages>('project-stages.yaml'),
    readEach<readonly Organ[]>('organs/'),
    readEach<unknown>('calendars/'),
    read<Readonly<Record<string, string>>>('regions.json'),
    read<readonly Law[]>('laws.yaml'),
    readEach<{ readonly code: string }>('service-items/'),
    read<{ readonly region: string }>('city.yaml'),
  ])
  return {
    stages,
    organs: organs.flat(),
    calendars,
    region: city.region,
    regionNames: (code) =>
      regions[code] === undefined
        ? undefined
        : [
            city.region,
            ...[6, 9, 12].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits)),
          ]
            .map((one) => regions[one] ?? '')
            .filter((name, at, all) => all.indexOf(name) === at),
    items: new Set(items.map(({ code }) => code)),
    laws: new Set(laws.map(({ name }) => name)),
  }
}

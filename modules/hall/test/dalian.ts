import { readdir, readFile } from 'node:fs/promises'
import type { Organ, RatingLaw } from '@mashang/flow'
import { type Calendar, calendarOf, isRefusal } from '@mashang/kit'
import { parse } from 'yaml'

const FOLDER = new URL('../../../definitions/dalian/', import.meta.url)

async function readEach<T>(folder: string): Promise<readonly T[]> {
  const names = await readdir(new URL(folder, FOLDER))
  return Promise.all(
    names.map(async (name) => parse(await readFile(new URL(folder + name, FOLDER), 'utf8')) as T),
  )
}

/** Calendar, organs and ratings of the demo city. */
export async function dalian(): Promise<{
  readonly calendar: Calendar
  readonly organs: readonly Organ[]
  readonly law: RatingLaw
}> {
  const [organs, years, ratings] = await Promise.all([
    readEach<readonly Organ[]>('organs/'),
    readEach<unknown>('calendars/'),
    readFile(new URL('ratings.yaml', FOLDER), 'utf8'),
  ])
  const calendar = calendarOf(years)
  if (isRefusal(calendar)) throw new Error(JSON.stringify(calendar))
  return { calendar, organs: organs.flat(), law: parse(ratings) as RatingLaw }
}

import { readdirSync, readFileSync } from 'node:fs'
import type { Organ } from '@mashang/flow'
import { type Calendar, calendarOf, isRefusal } from '@mashang/kit'
import { parse } from 'yaml'

const FOLDER = new URL('../../../definitions/dalian/', import.meta.url)

function readEach<T>(folder: string): readonly T[] {
  return readdirSync(new URL(folder, FOLDER)).map(
    (name) => parse(readFileSync(new URL(folder + name, FOLDER), 'utf8')) as T,
  )
}

/** Calendar and organs of the demo city. */
export function dalian(): { readonly calendar: Calendar; readonly organs: readonly Organ[] } {
  const calendar = calendarOf(readEach<unknown>('calendars/'))
  if (isRefusal(calendar)) throw new Error(JSON.stringify(calendar))
  return { calendar, organs: readEach<readonly Organ[]>('organs/').flat() }
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Calendar, calendarOf, type Refusal, refuse } from '@mashang/kit'

/** Of the profile only the calendars: an item that is broken must not keep anyone from counting days. */
export async function readCalendar(city: string): Promise<Calendar | Refusal> {
  const folder = join(city, 'calendars')
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return refuse('profile-not-found', { facts: { folder: city } })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  try {
    return calendarOf(texts.map((text): unknown => JSON.parse(text)))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('calendar-invalid', { facts: { reason: error.message } })
  }
}

/**
 * 电子监察 — looks at every case whose day has come: silent acceptance, reminder, yellow card, red card.
 */
import { type Actor, isRefusal, legalDayOf } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { silenceIsAcceptance } from '../rules/intake.ts'
import { cardsAreEventsOnce } from '../rules/supervision.ts'
import { clocksOf, intakeClockOf, isOverdue } from '../rules/time-limit.ts'
import { type Case, findCase, reckoningOf, writeCase } from '../store/cases.ts'

const WATCHER: Actor = { kind: 'system', id: 'approvals.watch-deadlines', name: '' }
const TOGETHER = 200

/** Writes what supervision has to write today; the number of cases it wrote to. Safe to run twice, or twice at once. */
export async function watchDeadlines(inside: Inside): Promise<number> {
  const today = legalDayOf(inside.clock.now())
  let written = 0
  let after = { day: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const due = await inside.db
      .selectFrom('application')
      .select(['id', 'watch_day'])
      .where('watch_day', 'is not', null)
      .where('watch_day', '<=', today)
      .where((on) => on(on.refTuple('watch_day', 'id'), '>', on.tuple(after.day, after.id)))
      .orderBy('watch_day')
      .orderBy('id')
      .limit(TOGETHER)
      .execute()
    for (const { id } of due) if (await watchOne(inside, id)) written++
    const last = due.at(-1)
    if (!last?.watch_day || due.length < TOGETHER) return written
    after = { day: last.watch_day, id: last.id }
  }
}

async function watchOne(inside: Inside, id: string): Promise<boolean> {
  const found = await findCase(inside, id)
  if (!found) return false
  const entries = entriesDue(inside, found)
  if (entries.length === 0) return false
  const after = await writeCase(inside, { before: found, entries, actor: WATCHER })
  // Somebody acted in between: what is due then is found on the next round.
  return !isRefusal(after)
}

function entriesDue(inside: Inside, { application, item }: Case): readonly NewEntry[] {
  const reckoning = reckoningOf(inside)
  if (application.status === 'submitted') {
    const { due } = intakeClockOf(application, reckoning)
    const entries = silenceIsAcceptance(application, { due, overdue: isOverdue({ due }, reckoning.now) })
    return isRefusal(entries) ? [] : entries
  }
  const clocks = clocksOf(application, item, reckoning)
  return clocks && application.status === 'under-review'
    ? cardsAreEventsOnce(application, clocks, reckoning)
    : []
}

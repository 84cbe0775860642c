/**
 * 证照期限 — every day: renewals that nobody decided before the expiry count as granted, and holders are reminded.
 */
import { type Actor, addDays, formatDay, isRefusal, legalDayOf } from '@mashang/kit'
import type { Inside } from '../../inside.ts'
import { findCase, writeCase } from '../../store/cases.ts'
import { addresseeOf } from '../rules/reading.ts'
import {
  expiryIsToldOnce,
  limitToAsk,
  renewalIsAskedAheadOfExpiry,
  silenceIsRenewal,
} from '../rules/renewal.ts'
import { findLicence, type HeldLicence, writeLicence } from '../store/licences.ts'

const WATCHER: Actor = { kind: 'system', id: 'approvals.watch-licences', name: '' }
const TOGETHER = 200
/** Days after an expiry within which a round that was missed is made up for. */
const LOOK_BACK = 60
const NO_ID = '00000000-0000-0000-0000-000000000000'

export interface LicencesWatched {
  readonly renewed: number
  readonly told: number
}

/** Safe to run twice, or twice at once: what was written is not written again. */
export async function watchLicences(inside: Inside): Promise<LicencesWatched> {
  return { renewed: await renewBySilence(inside), told: await tellOfExpiry(inside) }
}

async function renewBySilence(inside: Inside): Promise<number> {
  const today = legalDayOf(inside.clock.now())
  const due = await inside.db
    .selectFrom('licence')
    .innerJoin('licence_case', 'licence_case.licence_id', 'licence.id')
    .innerJoin('application', 'application.id', 'licence_case.application_id')
    .select(['licence.id', 'licence.valid_to', 'licence.ending', 'application.id as application'])
    .where('licence.ending', 'is', null)
    .where('licence.valid_to', '<', today)
    .where('licence.valid_to', '>=', addDays(today, -LOOK_BACK))
    .where('licence_case.situation', '=', 'renewal')
    .where('licence_case.in_time', '=', true)
    .where('application.concluded_at', 'is', null)
    .execute()
  let renewed = 0
  for (const row of due) {
    const found = await findCase(inside, row.application)
    if (!found) continue
    const licence = { to: row.valid_to, ending: row.ending }
    const entries = silenceIsRenewal(found.application, licence, today)
    if (entries.length === 0) continue
    const written = await writeCase(inside, { before: found, entries, actor: WATCHER })
    if (!isRefusal(written)) renewed++
  }
  return renewed
}

async function tellOfExpiry(inside: Inside): Promise<number> {
  const today = legalDayOf(inside.clock.now())
  let told = 0
  let after = { day: '0001-01-01', id: NO_ID }
  for (;;) {
    const due = await inside.db
      .selectFrom('licence')
      .select(['id', 'tell_day'])
      .where('tell_day', 'is not', null)
      .where('tell_day', '<=', today)
      .where((on) => on(on.refTuple('tell_day', 'id'), '>', on.tuple(after.day, after.id)))
      .orderBy('tell_day')
      .orderBy('id')
      .limit(TOGETHER)
      .execute()
    for (const { id } of due) if (await tellOne(inside, id, today)) told++
    const last = due.at(-1)
    if (!last?.tell_day || due.length < TOGETHER) return told
    after = { day: last.tell_day, id: last.id }
  }
}

/** Journaled first, then told: a message that is lost is better than one that comes every day. */
async function tellOne(inside: Inside, id: string, today: string): Promise<boolean> {
  const before = await findLicence(inside, id)
  const due = before && expiryIsToldOnce(before.licence, inside.city.licences.renewal, today)
  if (!due) return false
  const written = await writeLicence(inside, {
    id,
    before,
    entries: [{ kind: 'expiry-told', content: due }],
    actor: WATCHER,
  })
  if (isRefusal(written)) return false
  await inside.tellHolder(addresseeOf(written.licence), await reminderOf(inside, written))
  return true
}

async function reminderOf(inside: Inside, { licence }: HeldLicence): Promise<string> {
  const { city, catalogue } = inside
  const to = licence.to ?? ''
  const item = licence.item && (await catalogue.getVersion(licence.item.code, licence.item.version))
  const law = city.licences.renewal
  const { days } = item ? limitToAsk(item, law) : { days: law['ask-before'] }
  const lastDay = renewalIsAskedAheadOfExpiry(to, days, city.calendar)
  const ask =
    legalDayOf(inside.clock.now()) <= lastDay
      ? `需要继续使用的，请在${formatDay(lastDay, 'zh')}前申请延续`
      : '需要继续使用的，请尽快申请延续'
  return `您的${licence.title}（${licence.number}）有效期至${formatDay(to, 'zh')}。${ask}：${inside.publicUrl}/licences`
}

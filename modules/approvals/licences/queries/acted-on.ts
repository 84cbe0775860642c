/**
 * Which licences an application may act on: offered to choose from, filled in from, and checked when it is submitted.
 */
import { checkField, type FieldValue, type FormValues, type ServiceItem } from '@mashang/flow'
import { formatDay, isRefusal, legalDayOf, type Refusal, textOf } from '@mashang/kit'
import type { ActedOn, Applicant, OfferedLicence } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import { findCase } from '../../store/cases.ts'
import type { Holder } from '../../store/held.ts'
import { licenceFieldOf, situationOf, theHolderActsOnAStandingLicence } from '../rules/acted-on.ts'
import { lateRenewalsAreTakenAsTheCitySays } from '../rules/renewal.ts'
import { findLicenceByNumber, getLicence, type HeldLicence } from '../store/licences.ts'

/** More of one type than this nobody holds; the rest can be typed by number. */
const MOST_OFFERED = 50

/** The licence that a form names, checked; undefined where the item acts on none. */
export async function licenceActedOn(
  inside: Inside,
  item: ServiceItem,
  applicant: Applicant,
  form: FormValues,
): Promise<ActedOn | Refusal | undefined> {
  const field = licenceFieldOf(item)
  if (!field || !situationOf(item)) return undefined
  const number = String(form[field.id] ?? '').trim()
  const code = applicant.kind === 'person' ? applicant.idCard : applicant.uscc
  return check(inside, item, await findLicenceByNumber(inside, number), { number, code })
}

async function check(
  inside: Inside,
  item: ServiceItem,
  held: HeldLicence | undefined,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<ActedOn | Refusal> {
  const today = legalDayOf(inside.clock.now())
  const situation = situationOf(item) ?? 'change'
  const open = held ? await listOpenCases(inside, held.id) : []
  const refused = theHolderActsOnAStandingLicence(held?.licence, { item, code, number, today, open })
  if (refused) return refused
  if (!held) throw new Error('a licence that is not there was refused')
  const acted = { id: held.id, number: held.licence.number, situation }
  if (situation !== 'renewal') return acted
  const { calendar, licences } = inside.city
  const asked = lateRenewalsAreTakenAsTheCitySays(held.licence, item, licences.renewal, { calendar, today })
  return isRefusal(asked) ? asked : { ...acted, inTime: asked.inTime }
}

/** Cases that act on a licence and are not concluded. */
function listOpenCases({ db }: Inside, licenceId: string) {
  return db
    .selectFrom('licence_case')
    .innerJoin('application', 'application.id', 'licence_case.application_id')
    .select(['licence_case.situation', 'application.number', 'application.id'])
    .where('licence_case.licence_id', '=', licenceId)
    .where('application.concluded_at', 'is', null)
    .execute()
}

/** The holder's licences of the type that an item concerns, each with whether and how it may be chosen. */
export async function offerLicences(
  inside: Inside,
  item: ServiceItem,
  holder: Holder,
): Promise<OfferedLicence[]> {
  const { code, personId, verified, kind } = holder
  const rows = await inside.db
    .selectFrom('licence')
    .select('id')
    .where('holder_code', '=', code)
    .where('type', '=', item.concerns ?? '')
    // Acting for an enterprise is only said until it is proved: till then one is offered what one was granted;
    // a person is offered what no other account was granted.
    .where((on) =>
      kind === 'enterprise'
        ? verified
          ? on.lit(true)
          : on('person_id', '=', personId)
        : on.or([on('person_id', '=', personId), on('person_id', 'is', null)]),
    )
    .orderBy('id', 'desc')
    .limit(MOST_OFFERED)
    .execute()
  const offered: OfferedLicence[] = []
  for (const { id } of rows) {
    const held = await getLicence(inside, id)
    const { number, title, to } = held.licence
    const checked = await check(inside, item, held, { number, code })
    offered.push({
      number,
      title,
      ...(to ? { to } : {}),
      open: !isRefusal(checked),
      note: isRefusal(checked) ? whyNot(checked) : whatToKnow(inside, item, held, checked),
    })
  }
  return offered
}

function whyNot({ code, facts }: Refusal): OfferedLicence['note'] {
  return { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') }
}

function whatToKnow(
  { city, clock }: Inside,
  item: ServiceItem,
  { licence }: HeldLicence,
  acted: ActedOn,
): OfferedLicence['note'] {
  const { to } = licence
  const until = {
    zh: to ? `有效期至${formatDay(to, 'zh')}。` : '长期有效。',
    en: to ? `Valid until ${formatDay(to, 'en')}.` : 'Valid without an end.',
  }
  if (acted.situation !== 'renewal' || !to) return until
  const today = legalDayOf(clock.now())
  const asked = lateRenewalsAreTakenAsTheCitySays(licence, item, city.licences.renewal, {
    calendar: city.calendar,
    today,
  })
  if (isRefusal(asked)) return until
  const last = { zh: formatDay(asked.lastDay, 'zh'), en: formatDay(asked.lastDay, 'en') }
  return asked.inTime
    ? {
        zh: `${until.zh}在${last.zh}前提出，届满前没有决定的，视为准予延续。`,
        en: `${until.en} Asked for by ${last.en}, it counts as renewed if nobody decides before it expires.`,
      }
    : {
        zh: `${until.zh}应当在${last.zh}前提出，现在已经晚了：仍会受理，但届满前没有决定的，不视为准予延续。`,
        en: `${until.en} It should have been asked for by ${last.en}: it is still taken, but it does not count as renewed if nobody decides in time.`,
      }
}

/** A form begun from a licence: the licence itself, and what its own application said that this form asks again. */
export async function formFromLicence(
  inside: Inside,
  item: ServiceItem,
  { number, holder, now }: { readonly number: string; readonly holder: string; readonly now: Date },
): Promise<Record<string, FieldValue>> {
  const field = licenceFieldOf(item)
  const held = field && (await findLicenceByNumber(inside, number))
  if (!field || held?.licence.holder.code !== holder) return {}
  const application = held.licence.certificates.findLast((print) => print.application)?.application
  const before = application ? (await findCase(inside, application))?.application.form : undefined
  const form: Record<string, FieldValue> = {}
  const context = { now, regionNames: inside.city.regions.names }
  for (const one of item.fields) {
    const value = before?.[one.id]
    // What no longer fits is asked anew.
    if (value !== undefined && !one.when && !checkField(one, value, context)) form[one.id] = value
  }
  return { ...form, [field.id]: held.licence.number }
}

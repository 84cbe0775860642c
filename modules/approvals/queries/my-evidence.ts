/**
 * 我的材料 — what the city holds about somebody: since when, from where, and who used it for which case.
 */
import { legalDayOf } from '@mashang/kit'
import type { EvidenceView } from '../contract/index.ts'
import { getOrgan, type Inside, type Person } from '../inside.ts'
import { licenceStatusOn } from '../licences/rules/status.ts'
import { type Holder, holderOf } from '../store/held.ts'

type Uses = EvidenceView['uses']
type Line = Omit<EvidenceView, 'offered' | 'uses'>

/** Everything that is held about a person and the enterprises he acts for, newest first. */
export async function listMyEvidence(inside: Inside, personId: string): Promise<EvidenceView[]> {
  const person = await inside.findPerson(personId)
  if (!person) return []
  const lines = [...(await listLicences(inside, person)), ...(await listKept(inside, person))]
  const ids = lines.map(({ id }) => id)
  const [withheld, uses] = await Promise.all([listWithheld(inside, ids), listUses(inside, ids)])
  return lines
    .map((line) => ({ ...line, offered: !withheld.has(line.id), uses: uses.get(line.id) ?? [] }))
    .sort((a, b) => (a.since < b.since ? 1 : -1))
}

export async function findEvidence(
  inside: Inside,
  personId: string,
  id: string,
): Promise<EvidenceView | undefined> {
  return (await listMyEvidence(inside, personId)).find((one) => one.id === id)
}

function holdersOf(person: Person): readonly (Holder & { readonly name: string })[] {
  return [
    { ...holderOf(person, { kind: 'person' }), name: person.name },
    ...person.enterprises.map(({ uscc, name }) => ({
      ...holderOf(person, { kind: 'enterprise', uscc }),
      name,
    })),
  ]
}

/** Licences issued in this person's cases, and those of enterprises that he is known to act for. */
async function listLicences(inside: Inside, person: Person): Promise<Line[]> {
  const known = holdersOf(person).filter(({ kind, verified }) => kind === 'enterprise' && verified)
  const rows = await inside.db
    .selectFrom('licence')
    .selectAll()
    .where((on) =>
      on.or([
        on('person_id', '=', person.id),
        ...(known.length > 0
          ? [
              on(
                'holder_code',
                'in',
                known.map(({ code }) => code),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    what: 'licence',
    title: { zh: row.title, en: row.title },
    number: row.number,
    holder: row.holder,
    trust: 'A',
    since: row.valid_from,
    ...(row.valid_to ? { validTo: row.valid_to } : {}),
    status: licenceStatusOn({ to: row.valid_to, ending: row.ending }, legalDayOf(inside.clock.now())),
    organ: organRef(inside, row.organ),
    ...(row.application_id ? { application: { id: row.application_id } } : {}),
  }))
}

async function listKept(inside: Inside, person: Person): Promise<Line[]> {
  const holders = holdersOf(person)
  const rows = await inside.db
    .selectFrom('evidence')
    .selectAll()
    .where(
      'holder_code',
      'in',
      holders.map(({ code }) => code),
    )
    .orderBy('seen_on', 'desc')
    .limit(200)
    .execute()
  return rows
    .filter(
      (row) =>
        row.person_id === person.id ||
        holders.some(
          ({ kind, code, verified }) => kind === 'enterprise' && verified && code === row.holder_code,
        ),
    )
    .map((row) => ({
      id: row.id,
      what: 'evidence',
      title: row.title,
      holder: holders.find(({ code }) => code === row.holder_code)?.name ?? '',
      trust: row.trust,
      since: row.seen_on,
      ...(row.valid_to ? { validTo: row.valid_to } : {}),
      status: licenceStatusOn({ to: row.valid_to }, legalDayOf(inside.clock.now())),
      organ: organRef(inside, row.organ),
      application: { id: row.application_id, number: row.application_number },
    }))
}

async function listWithheld(inside: Inside, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await inside.db
    .selectFrom('evidence_withheld')
    .select('source_id')
    .where('source_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.source_id))
}

async function listUses(inside: Inside, ids: readonly string[]): Promise<ReadonlyMap<string, Uses>> {
  if (ids.length === 0) return new Map()
  const rows = await inside.db
    .selectFrom('evidence_use')
    .selectAll()
    .where('source_id', 'in', [...ids])
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  const uses = new Map<string, Uses>()
  for (const row of rows) {
    const item = await inside.catalogue.getVersion(row.item_code, row.item_version)
    const list = uses.get(row.source_id) ?? []
    list.push({
      application: row.application_id,
      number: row.application_number,
      item: item.name,
      organ: organRef(inside, item.organ),
      at: row.at.toISOString(),
      consent: row.consent,
    })
    uses.set(row.source_id, list)
  }
  return uses
}

export function organRef({ city }: Pick<Inside, 'city'>, id: string) {
  const { name, short } = getOrgan(city, id)
  return { id, name, short }
}

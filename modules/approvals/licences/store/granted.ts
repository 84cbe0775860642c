/**
 * 准予 — what a grant does to a licence: begins one, or renews, changes, has reissued or cancels the one it acts on. Once
 * for each case, however often it is asked for.
 */
import { type Actor, isRefusal, legalDayOf, licenceIdOf } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { ActedOn, LicenceEntries } from '../../contract/index.ts'
import type { IssuedLicence } from '../../documents/document-data.ts'
import { getOrgan, type Inside } from '../../inside.ts'
import { licenceIdFor, validUntil } from '../../rules/issue.ts'
import type { Case } from '../../store/cases.ts'
import { takeDocumentNumber } from '../../store/numbers.ts'
import { type Granted, whatAGrantWrites } from '../rules/granted.ts'
import type { Licence } from '../rules/licence.ts'
import { eachPrintRaisesTheVersion } from '../rules/print.ts'
import { findLicence, getLicence, type HeldLicence, newCode, writeLicence } from './licences.ts'

type Shows = LicenceEntries['issued']['shows']

const ISSUER: Actor = { kind: 'system', id: 'approvals.issue-documents', name: '' }

/** The print that a granted case calls for; undefined where none is printed. */
export async function licenceOfGrant(
  inside: Inside,
  found: Case,
  at: string,
  shows: Shows,
): Promise<IssuedLicence | undefined> {
  const { licence: acted } = found.application
  if (acted) return actOn(inside, found, acted, shows)
  if (found.item.result.licence === undefined) return undefined
  const held = (await findLicence(inside, licenceIdFor(found.id))) ?? (await begin(inside, found, at, shows))
  return printedBy(held, found.id)
}

/** The print of a licence that came of this case. */
function printedBy({ id, licence }: HeldLicence, application: string): IssuedLicence | undefined {
  const print = licence.certificates.find((one) => one.application === application)
  if (!print) return undefined
  const { code, identifier, from, to, shows, version } = print
  const { number, title } = licence
  return { id, number, title, identifier, code, version, from, ...(to ? { to } : {}), shows }
}

async function actOn(
  inside: Inside,
  found: Case,
  acted: ActedOn,
  shows: Shows,
): Promise<IssuedLicence | undefined> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const held = await getLicence(inside, acted.id)
    if (held.licence.actedOnBy.includes(found.id)) return printedBy(held, found.id)
    const entry = entryOf(held.licence, found, acted, shows)
    if (!entry) return undefined
    const written = await writeLicence(inside, {
      id: held.id,
      before: held,
      entries: [entry],
      actor: ISSUER,
    })
    if (!isRefusal(written)) return printedBy(written, found.id)
  }
  throw new Error(`licence ${acted.number} is written to without an end`)
}

function entryOf(
  licence: Licence,
  { id, application, item }: Case,
  acted: ActedOn,
  shows: Shows,
): NewEntry | undefined {
  const granted: Granted = {
    application: id,
    applicationNumber: application.number,
    situation: acted.situation,
    silently: application.decision?.silently ?? false,
    valid: item.result.valid,
    shows,
    reasons: application.decision?.reasons ?? '',
    ...(acted.situation === 'cancellation'
      ? {}
      : { print: { identifier: eachPrintRaisesTheVersion(licence), code: newCode() } }),
  }
  return whatAGrantWrites(licence, granted)
}

async function begin(inside: Inside, found: Case, at: string, shows: Shows): Promise<HeldLicence> {
  const id = licenceIdFor(found.id)
  const { application, item } = found
  const organ = getOrgan(inside.city, item.organ)
  const year = legalDayOf(at).slice(0, 4)
  const word = `${inside.city.documentWord}${organ['document-word']}许证字`
  const number = await takeDocumentNumber(inside.db, id, word, year)
  const from = legalDayOf(at)
  const { applicant } = application
  const type = item.result.licence ?? 'licence'
  const content: LicenceEntries['issued'] = {
    number,
    identifier: licenceIdOf({
      type: type.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''),
      issuer: organ.uscc ?? inside.city.region,
      serial: application.number.replaceAll('-', ''),
      version: 1,
    }),
    code: newCode(),
    type,
    title: item.result.name.zh,
    holder: {
      kind: applicant.kind,
      name: applicant.name,
      code: applicant.kind === 'person' ? applicant.idCard : applicant.uscc,
    },
    personId: applicant.personId,
    application: found.id,
    item: application.item,
    organ: organ.id,
    from,
    ...(item.result.valid ? { to: validUntil(from, item.result.valid) } : {}),
    shows,
  }
  const written = await writeLicence(inside, { id, entries: [{ kind: 'issued', content }], actor: ISSUER })
  if (!isRefusal(written)) return written
  if (written.code !== 'case-changed')
    throw new Error(`licence ${number} could not be journaled: ${written.code}`)
  return getLicence(inside, id)
}

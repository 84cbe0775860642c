/**
 * 文书 — follows the journals of licences: prints what was corrected or taken over, writes the letters about a licence,
 * and tells its holder. At least once, and the second time finds the first.
 */
import { DOCUMENT_TITLES, type IssuedData, type LicenceLetters } from '@mashang/document'
import { formatDay, legalDayOf, maskIdCard } from '@mashang/kit'
import type { Entry, Subscriber } from '@mashang/store'
import type { LicenceEntries, LicenceEntryKind } from '../../contract/index.ts'
import { issueOnce } from '../../documents/issue-once.ts'
import { getOrgan, type Inside } from '../../inside.ts'
import { documentIdOf } from '../../rules/issue.ts'
import { rightsAgainst } from '../../rules/rights.ts'
import { articleOf } from '../../rules/time-limit.ts'
import { type Licence, licenceOf } from '../rules/licence.ts'
import { addresseeOf } from '../rules/reading.ts'
import { LICENCE_STATUS_WORDS } from '../rules/words.ts'
import { getLicence } from '../store/licences.ts'

const KINDS: readonly LicenceEntryKind[] = [
  'taken-over',
  'corrected',
  'revocation-proposed',
  'revocation-dropped',
  'revoked',
  'withdrawn',
  'cancelled',
  'forfeited',
]

const LETTERS: Partial<Record<LicenceEntryKind, keyof LicenceLetters>> = {
  'revocation-proposed': 'revocation-notice',
  revoked: 'revocation-decision',
  withdrawn: 'taking-back-decision',
  cancelled: 'cancellation-decision',
}

export function licenceLetters(inside: Inside): Subscriber {
  return {
    name: 'approvals.licence-letters',
    streams: ['licence'],
    kinds: KINDS,
    handle: async (entry) => {
      const { entries } = await getLicence(inside, entry.caseId)
      const licence = licenceOf(entries.filter(({ revision }) => revision <= entry.revision))
      if (!licence) throw new Error(`there is no licence ${entry.caseId}`)
      const kind = entry.kind as LicenceEntryKind
      const letter = LETTERS[kind]
      if (letter) await write(inside, licence, entry, letter)
      if (kind === 'taken-over' || kind === 'corrected') await print(inside, licence, entry)
      const words = wordsFor(inside, licence, entry)
      if (words) await inside.tellHolder(addresseeOf(licence), words)
    },
  }
}

/** What every document about a licence carries. */
function baseOf(inside: Inside, licence: Licence, entry: Entry, number: string, code: string) {
  const organ = getOrgan(inside.city, licence.organ)
  const { holder } = licence
  return {
    organ: organ.name.zh,
    caseNumber: licence.number,
    caseName: '证照编号',
    documentNumber: number,
    applicant: {
      name: holder.name,
      code: holder.kind === 'person' ? maskIdCard(holder.code) : holder.code,
    },
    itemName: licence.title,
    date: legalDayOf(entry.at),
    verification: { code },
    contact: { unit: organ['approval-office'].zh, phone: organ.phone, address: organ.address.zh },
  }
}

const shownOf = ({ number, title }: Licence) => [
  { label: '证照', text: title },
  { label: '证照编号', text: number },
]

async function print(inside: Inside, licence: Licence, entry: Entry): Promise<void> {
  const certificate = licence.certificates.at(-1)
  if (!certificate) return
  await issueOnce(inside, {
    id: documentIdOf(entry.caseId, entry.revision, 'licence'),
    kind: 'licence',
    organ: getOrgan(inside.city, licence.organ),
    at: entry.at,
    code: certificate.code,
    data: (number, code) => {
      const base = baseOf(inside, licence, entry, number, code)
      return {
        ...base,
        licenceName: licence.title,
        licenceNumber: licence.number,
        copy: '正本',
        identifier: certificate.identifier,
        holder: base.applicant,
        details: licence.shows.map(({ label, text }) => ({ label, value: text })),
        validFrom: licence.from,
        validUntil: licence.to,
      }
    },
    content: {
      title: { zh: licence.title, en: licence.title },
      revision: entry.revision,
      shows: shownOf(licence),
      licence: entry.caseId,
      certificate: certificate.version,
    },
  })
}

async function write<K extends keyof LicenceLetters>(
  inside: Inside,
  licence: Licence,
  entry: Entry,
  kind: K,
): Promise<void> {
  await issueOnce(inside, {
    id: documentIdOf(entry.caseId, entry.revision, kind),
    kind,
    organ: getOrgan(inside.city, licence.organ),
    at: entry.at,
    data: (number, code) =>
      MAKERS[kind](inside, licence, entry, baseOf(inside, licence, entry, number, code)),
    content: {
      title: DOCUMENT_TITLES[kind],
      revision: entry.revision,
      shows: shownOf(licence),
      licence: entry.caseId,
    },
  })
}

type Base = ReturnType<typeof baseOf>
type Makers = {
  readonly [K in keyof LicenceLetters]: (
    inside: Inside,
    licence: Licence,
    entry: Entry,
    base: Base,
  ) => IssuedData[K]
}

/** The ground of law, the reasons, and the licence they are about. */
function grounded(
  inside: Inside,
  licence: Licence,
  entry: Entry,
  kind: 'cancelled' | 'revoked' | 'withdrawn',
) {
  const { ground: id, reasons } = entry.content as LicenceEntries['revoked']
  const ground = inside.city.licences.grounds[kind].find((one) => one.id === id)
  return {
    licence: {
      name: licence.title,
      number: licence.number,
      validFrom: licence.from,
      ...(licence.to ? { validUntil: licence.to } : {}),
    },
    ground: ground?.words.zh ?? id,
    basis: ground ? articleOf(ground.basis) : '',
    reasons: [reasons],
  }
}

const MAKERS: Makers = {
  'revocation-notice': (inside, licence, entry, base) => ({
    ...base,
    ...grounded(inside, licence, entry, 'revoked'),
    answerBy: (entry.content as LicenceEntries['revocation-proposed']).answerBy,
    heardUnder: articleOf(inside.city.licences.statement.basis),
    how: [`网上提出：${inside.publicUrl}/licences/${entry.caseId}`, '书面提出：送交或者寄交本机关'],
  }),
  'revocation-decision': (inside, licence, entry, base) => ({
    ...base,
    ...grounded(inside, licence, entry, 'revoked'),
    statements: licence.statementsHeard,
    rights: rightsAgainst(inside.city),
  }),
  'taking-back-decision': (inside, licence, entry, base) => ({
    ...base,
    ...grounded(inside, licence, entry, 'withdrawn'),
    compensation: (entry.content as LicenceEntries['withdrawn']).compensation,
    rights: rightsAgainst(inside.city),
  }),
  'cancellation-decision': (inside, licence, entry, base) => ({
    ...base,
    ...grounded(inside, licence, entry, 'cancelled'),
    rights: rightsAgainst(inside.city),
  }),
}

/** What the holder is told by message; what was printed for him needs none. */
function wordsFor(inside: Inside, { title, number }: Licence, entry: Entry): string | undefined {
  const where = `${inside.publicUrl}/licences/${entry.caseId}`
  switch (entry.kind as LicenceEntryKind) {
    case 'revocation-proposed': {
      const { answerBy } = entry.content as LicenceEntries['revocation-proposed']
      return `发证机关拟撤销您的${title}（${number}）。您可以在${formatDay(answerBy, 'zh')}前陈述申辩：${where}`
    }
    case 'revocation-dropped':
      return `发证机关决定不撤销您的${title}（${number}），继续有效：${where}`
    case 'revoked':
    case 'withdrawn':
    case 'cancelled':
    case 'forfeited': {
      const status = LICENCE_STATUS_WORDS[entry.kind as 'revoked'].zh
      return `您的${title}（${number}）${status}，决定书和救济途径见：${where}`
    }
    default:
      return undefined
  }
}

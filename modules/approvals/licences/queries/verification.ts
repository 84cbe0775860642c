/**
 * 核验 — what anyone may know of a print of a licence, or of a document: read from its index, several at once.
 */
import type { LicenceEnding } from '@mashang/flow'
import { formatDay, legalDayOf, maskName } from '@mashang/kit'
import { together } from '@mashang/store'
import { sql } from 'kysely'
import { keep } from '../../catalogue/kept.ts'
import type { Verification } from '../../contract/index.ts'
import { getOrgan, type Inside, type IssuedElsewhere } from '../../inside.ts'
import { fullWords } from '../../queries/issued.ts'
import { signatureProofOf } from '../../queries/signature-view.ts'
import { articleOf } from '../../rules/time-limit.ts'
import { findCase } from '../../store/cases.ts'
import type { Shown } from '../../store/tables.ts'
import { licenceStatusOn } from '../rules/status.ts'

/** What can be verified, by code, by number or by the file itself. */
export interface Issued {
  find(typed: string): Promise<Verification | undefined>
  findFile(digest: string): Promise<Verification | undefined>
}

interface Standing {
  readonly licence_id: string
  readonly version: number
  readonly printed: number
  readonly current: string
  readonly valid_to: string | null
  readonly ending: LicenceEnding | null
  readonly ending_ground: string | null
  readonly ended_at: Date | null
  readonly renewed_at: Date | null
}

interface PrintRow extends Standing {
  readonly code: string
  readonly identifier: string
  readonly print_from: string
  readonly print_to: string | null
  readonly issued_at: Date
  readonly revision: number
  readonly number: string
  readonly title: string
  readonly holder: string
  readonly holder_kind: string
  readonly organ: string
  readonly file: string | null
}

interface DocumentRow extends Partial<Standing> {
  readonly id: string
  readonly application_id: string | null
  readonly kind: string
  readonly code: string
  readonly number: string
  readonly title: { readonly zh: string; readonly en?: string }
  readonly organ: string
  readonly issued_on: Date
  readonly shows: readonly Shown[]
  readonly file: string
  /** 更正 — what took its place, and when. */
  readonly replacing: string | null
  readonly replaced_at: Date | null
}

/** Where entries stand in the log does not change once they stand there; checkpoints grow within the second. */
const PLACES_KEPT = 50_000
const FOR_GOOD = 24 * 3_600_000

export function createIssued(inside: Inside): Issued {
  const prints = together<string, PrintRow | undefined>({
    work: (codes) => readPrints(inside, codes),
    atOnce: 2,
    sizes: [1, 2, 4, 8, 16, 32],
  })
  const places = createPlaces(inside)
  const ofPrint = async (row: PrintRow) =>
    printed(inside, row, await places('licence', row.licence_id, row.revision))
  const ofDocument = async (row: DocumentRow): Promise<Verification> => {
    const [log, signed] = await Promise.all([places('document', row.id, 1), signedOf(inside, row)])
    const found = documented(inside, row, log, signed)
    const isVoid = row.kind === 'fee-receipt' && (await inside.fees.isReceiptVoid(row.id))
    return isVoid ? { ...found, status: 'voided' } : found
  }
  const elsewhere = async (found: IssuedElsewhere | undefined) =>
    found && fromElsewhere(inside, found, await places(found.stream, found.caseId, found.revision))
  return {
    find: async (typed) => {
      const plain = typed.normalize('NFKC').toUpperCase()
      const code = plain.replaceAll(/[^0-9A-Z]/g, '').replace(/(.{4})(?=.)/g, '$1-')
      const print = await prints.do(code)
      if (print) return ofPrint(print)
      const document = await readDocument(inside, 'code', code)
      if (document) return ofDocument(document)
      const numbered = await inside.db
        .selectFrom('licence')
        .select('code')
        .where('number', '=', typed.trim())
        .executeTakeFirst()
      const current = numbered && (await prints.do(numbered.code))
      if (current) return ofPrint(current)
      return elsewhere(await inside.findIssuedElsewhere({ code }))
    },
    findFile: async (digest) => {
      const row = await readDocument(inside, 'file', digest)
      return row ? ofDocument(row) : elsewhere(await inside.findIssuedElsewhere({ file: digest }))
    },
  }
}

const STANDING = sql`l.id as licence_id, l.version, l.identifier as current, l.valid_to, l.ending, l.ending_ground,
  l.ended_at, (select last.issued_at from approvals.certificate last
    where last.licence_id = l.id and last.version = l.version) as renewed_at`

async function readPrints(
  { db }: Inside,
  codes: readonly string[],
): Promise<readonly (PrintRow | undefined)[]> {
  const { rows } = await sql<PrintRow>`
    select c.code, c.version as printed, c.identifier, c.valid_from as print_from, c.valid_to as print_to,
      c.issued_at, c.revision, l.number, l.title, l.holder, l.holder_kind, l.organ, ${STANDING},
      (select d.file from approvals.document d where d.licence_id = l.id and d.kind = 'licence'
        and coalesce(d.certificate, 1) = c.version limit 1) as file
    from approvals.certificate c join approvals.licence l on l.id = c.licence_id
    where c.code = any(${codes}::text[])`.execute(db)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.map((code) => byCode.get(code))
}

async function readDocument(
  { db }: Inside,
  by: 'code' | 'file',
  value: string,
): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`
    select d.id, d.kind, d.application_id, d.code, d.number, d.title, d.organ, d.issued_at as issued_on, d.shows, d.file,
      d.replaced_at, (select n.number from approvals.document n where n.id = d.replaced_by) as replacing,
      coalesce(d.certificate, 1) as printed, ${STANDING}
    from approvals.document d left join approvals.licence l on l.id = d.licence_id and d.kind = 'licence'
    where ${sql.ref(`d.${by}`)} = ${value}`.execute(db)
  return rows[0]
}

/** Where the entry of a print or document stands in the public log. */
function createPlaces({ log, journal }: Inside) {
  const leaves = keep(
    async (key) => {
      const [stream = '', id = '', revision = '1'] = key.split('/')
      const leaf = await log.reader.findLeaf(id, Number(revision))
      const entries = leaf === undefined ? [] : await journal.read(stream, id)
      const digest = entries.find((entry) => entry.revision === Number(revision))?.digest
      return leaf === undefined || digest === undefined ? undefined : { leaf, digest }
    },
    { believedFor: FOR_GOOD, most: PLACES_KEPT, unless: (place) => place === undefined },
  )
  const checkpoints = keep(() => log.reader.findCheckpoint(), { believedFor: 1000, staleFor: 1000, most: 1 })
  return async (stream: string, id: string, revision: number): Promise<Verification['log']> => {
    const place = await leaves.get(`${stream}/${id}/${revision}`)
    const checkpoint = place && (await checkpoints.get(''))
    return place && checkpoint ? { ...place, checkpoint } : undefined
  }
}

function printed(inside: Inside, row: PrintRow, log: Verification['log']): Verification {
  const { print_from: from, print_to: to } = row
  return {
    code: row.code,
    kind: 'licence',
    title: { zh: row.title, en: row.title },
    number: row.number,
    organ: organOf(inside, row.organ),
    issuedAt: row.issued_at.toISOString(),
    ...standingOf(inside, row),
    shows: [
      { label: '持证人', text: row.holder_kind === 'enterprise' ? row.holder : maskName(row.holder) },
      {
        label: '有效期',
        text: to ? `${formatDay(from, 'zh')}至 ${formatDay(to, 'zh')}` : `${formatDay(from, 'zh')}起长期有效`,
      },
      { label: '电子证照标识', text: row.identifier },
    ],
    fileDigest: row.file ?? undefined,
    log,
    demo: inside.city.demo,
  }
}

/** Documents of an application say who signed that, where somebody did. */
async function signedOf(inside: Inside, { application_id }: DocumentRow): Promise<Verification['signed']> {
  const found = application_id ? await findCase(inside, application_id) : undefined
  return found && signatureProofOf(inside, found.application)
}

function documented(
  inside: Inside,
  row: DocumentRow,
  log: Verification['log'],
  signed: Verification['signed'],
): Verification {
  return {
    code: row.code,
    kind: 'document',
    title: fullWords(row.title),
    number: row.number,
    organ: organOf(inside, row.organ),
    issuedAt: row.issued_on.toISOString(),
    ...(isStanding(row) ? standingOf(inside, row) : documentStanding(row)),
    shows: [...row.shows],
    signed,
    fileDigest: row.file,
    log,
    demo: inside.city.demo,
  }
}

/** A document stands until a rectified one takes its place. */
function documentStanding({ replacing, replaced_at }: DocumentRow): Standings {
  if (!replacing || !replaced_at) return { status: 'valid' }
  return { status: 'replaced', corrected: { on: legalDayOf(replaced_at), number: replacing } }
}

/** A document that another module issued, as anyone may know of it. */
function fromElsewhere(inside: Inside, found: IssuedElsewhere, log: Verification['log']): Verification {
  return {
    code: found.code,
    kind: 'document',
    title: fullWords(found.title),
    number: found.number,
    organ: organOf(inside, found.organ),
    issuedAt: found.issuedAt,
    status: 'valid',
    shows: [...found.shows],
    fileDigest: found.file,
    log,
    demo: inside.city.demo,
  }
}

function isStanding(row: Partial<Standing>): row is Standing {
  return row.licence_id !== undefined && row.licence_id !== null
}

type Standings = Pick<Verification, 'status'> &
  Partial<Pick<Verification, 'replaced' | 'ended' | 'corrected'>>

/** What the print is worth today, what replaced it, and on what ground of law the licence was ended. */
function standingOf(inside: Inside, row: Standing): Standings {
  const licence = licenceStatusOn({ to: row.valid_to, ending: row.ending }, legalDayOf(inside.clock.now()))
  const ground =
    row.ending && inside.city.licences.grounds[row.ending].find(({ id }) => id === row.ending_ground)
  const ended: Pick<Standings, 'ended'> = row.ended_at
    ? {
        ended: {
          on: legalDayOf(row.ended_at),
          ...(ground ? { ground: ground.words, article: articleOf(ground.basis) } : {}),
        },
      }
    : {}
  if (row.printed >= row.version) return { status: licence, ...ended }
  const on = legalDayOf(row.renewed_at ?? inside.clock.now())
  const to = row.valid_to ? { to: row.valid_to } : {}
  return { status: 'replaced', replaced: { on, identifier: row.current, licence, ...to }, ...ended }
}

function organOf({ city }: Inside, id: string): Verification['organ'] {
  const organ = getOrgan(city, id)
  return { id: organ.id, name: organ.name, short: organ.short }
}

import { type Handlers, maskName, type Refusal, refuse, type Stream, type Who } from '@mashang/kit'
import type { ApplicationRow, applicationEndpoints, TrackView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { standingOf } from '../rules/reading.ts'
import { type Case, findCase, reckoningOf } from '../store/cases.ts'
import { findWrittenNumber } from '../store/numbers.ts'
import { clockViewsOf, headOf, journalOf, stepsOf, viewOf } from './application-view.ts'
import { aLicenceIsPaidForFirst, openIssued } from './open-document.ts'
import { rowsOf } from './rows.ts'
import { holderOf } from './sentences.ts'

type Queries = Pick<
  Handlers<typeof applicationEndpoints>,
  | 'listMyApplications'
  | 'getApplication'
  | 'getReceipt'
  | 'openFile'
  | 'openDocument'
  | 'trackApplication'
  | 'trackByCode'
>

/** What the applicant, and whoever holds a receipt, may read. */
export function applicationQueries(inside: Inside): Queries {
  return {
    listMyApplications: async ({ who }) => ({ applications: await listMine(inside, who) }),
    getApplication: async ({ who, params, language }) => {
      const found = await findCase(inside, params.id)
      return found && standingOf(who, found.application, found.item)
        ? viewOf(inside, found, who, language)
        : refuse('case-not-found')
    },
    getReceipt: async ({ who, params }) => {
      const found = await findCase(inside, params.id)
      if (!found || standingOf(who, found.application, found.item) !== 'applicant')
        return refuse('case-not-found')
      const receipt = await inside.log.receiptOf(params.id, 1)
      return receipt ? { sequenced: true, receipt } : { sequenced: false }
    },
    openFile: ({ who, params }) => openFile(inside, who, params.id, params.digest),
    openDocument: async ({ who, params }) => {
      const found = await findCase(inside, params.id)
      const standing = found && standingOf(who, found.application, found.item)
      // Who is asked for an opinion reads the form and the materials, not what the office has written.
      if (!found || !standing || standing === 'asked') return refuse('case-not-found')
      const kept =
        standing === 'applicant' ? await aLicenceIsPaidForFirst(inside, found.id, params.document) : undefined
      return kept ?? openIssued(inside, found, params.document)
    },
    trackApplication: async ({ input, language }) => {
      const number = findWrittenNumber(input.number)
      const found = number ? await findByNumber(inside, number) : undefined
      const phone = input.phone.normalize('NFKC').replaceAll(/\D/g, '')
      // A wrong number and a wrong phone get the same answer, so that numbers cannot be tried out.
      if (!found || found.application.applicant.phone !== phone) return refuse('track-not-found')
      return trackView(inside, found, language)
    },
    trackByCode: async ({ params, language }) => {
      const found = /^[0-9a-f-]{36}$/.test(params.code) ? await findCase(inside, params.code) : undefined
      return found ? trackView(inside, found, language) : refuse('track-not-found')
    },
  }
}

async function listMine(inside: Inside, who: Who): Promise<ApplicationRow[]> {
  const rows = await inside.db
    .selectFrom('application')
    .selectAll()
    .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rowsOf(inside, rows, false)
}

async function findByNumber(inside: Inside, number: string): Promise<Case | undefined> {
  const row = await inside.db
    .selectFrom('application')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row && findCase(inside, row.id)
}

/** Where it is and why, without a word of who applied or what was filled in. */
async function trackView(inside: Inside, found: Case, language: 'zh' | 'en'): Promise<TrackView> {
  const reckoning = reckoningOf(inside)
  const owed = (await inside.fees.findOwed([found.id])).get(found.id)
  const { number, item, organ, status, sentence, submittedAt } = headOf(inside, found, reckoning, owed)
  return {
    number,
    item: item.name,
    organ,
    status,
    sentence,
    holder: holderOf(found.application, found.item, getOrgan(inside.city, found.item.organ)),
    submittedAt,
    ...clockViewsOf(inside, found, reckoning, language),
    steps: stepsOf(found, true).map((step) => ({ ...step, by: step.by?.map(maskName) })),
    journal: journalOf(found, 'applicant').map((line) => ({
      ...line,
      by: maskName(line.by),
      detail: undefined,
    })),
  }
}

async function openFile(inside: Inside, who: Who, id: string, digest: string): Promise<Stream | Refusal> {
  const found = await findCase(inside, id)
  const standing = found && standingOf(who, found.application, found.item)
  if (!found || !standing || standing === 'supervisor') return refuse('case-not-found')
  const file = everyFileOf(found).find((one) => one.digest === digest)
  const opened = file && (await inside.files.open(digest))
  if (!file || !opened) return refuse('file-not-found', { facts: { digest } })
  return {
    type: file.type,
    filename: file.name,
    size: opened.size,
    inline: true,
    etag: digest,
    body: opened.body,
  }
}

/** Files of a case, those replaced by a correction too: the office may compare. */
function everyFileOf({ entries }: Case) {
  return entries.flatMap((entry) => {
    const { materials = [] } = entry.content as {
      materials?: readonly { files: readonly { digest: string; name: string; type: string }[] }[]
    }
    return materials.flatMap((given) => given.files)
  })
}

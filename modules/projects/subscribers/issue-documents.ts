/** Issues what an entry of a project calls for: numbered, sealed, signed, stored, journaled; however often it is read. */
import { createHash } from 'node:crypto'
import { DOCUMENT_TITLES } from '@mashang/document'
import { actorOf, isRefusal, legalDayOf } from '@mashang/kit'
import type { Entry, Subscriber } from '@mashang/store'
import { addEntries } from '../commands/follow.ts'
import type { ProjectDocumentKind } from '../contract/index.ts'
import { type Calling, PAPERS } from '../documents/papers.ts'
import type { Inside } from '../inside.ts'
import { type Project, projectOf } from '../rules/project.ts'
import { newCode, numberOnce } from '../store/numbers.ts'

const CALLED_FOR: Readonly<Record<string, ProjectDocumentKind>> = {
  'guidance-listed': 'guidance-list',
  'minutes-signed': 'meeting-minutes',
  'drawings-passed': 'joint-review',
  'works-accepted': 'joint-acceptance',
}

/** The characters of each kind in its number. */
const WORDS: Readonly<Record<ProjectDocumentKind, string>> = {
  'guidance-list': '辅',
  'meeting-minutes': '纪',
  'joint-review': '联审',
  'joint-acceptance': '联验',
}

const ISSUER = actorOf({ kind: 'system', id: 'projects.issue-documents' })

export function issueDocuments(inside: Inside): Subscriber {
  return {
    name: 'projects.issue-documents',
    streams: ['project'],
    kinds: Object.keys(CALLED_FOR),
    handle: async (entry) => {
      const kind = CALLED_FOR[entry.kind]
      if (kind) await issueFor(inside, entry, kind)
    },
  }
}

async function issueFor(inside: Inside, entry: Entry, kind: ProjectDocumentKind): Promise<void> {
  const { caseId, revision, at, content } = entry
  const entries = await inside.journal.read('project', caseId)
  // As it stood at the entry that calls for it, and as it stands: what was issued is not issued again.
  const project = projectOf(entries.filter((one) => one.revision <= revision))
  const now = projectOf(entries)
  if (!project || now?.documents.some(({ of }) => of === revision)) return
  if (kind === 'meeting-minutes' && !isFinalBy(project, revision)) return
  const id = idMadeOf(caseId, revision, kind)
  const organ = organFor(inside, project, kind)
  const word = `${inside.documentWord}${organ['document-word']}${WORDS[kind]}字`
  const number = await numberOnce(inside.db, id, word, at)
  const code = newCode()
  const { pdf, digest } = await inside.documents.issue(
    kind,
    {
      ...baseOf(project, { number, code, at }),
      organ: organ.name.zh,
      ...PAPERS[kind](inside, calling(project, content)),
    },
    new Date(at),
  )
  const stored = await inside.files.put({
    name: `${kind}.pdf`,
    body: chunksOf(pdf),
    maxBytes: 100 * 1_048_576,
    accepts: ['application/pdf'],
  })
  if (isRefusal(stored))
    throw new Error(`a document of our own was refused by the file store: ${stored.code}`)
  const issued = {
    id,
    kind,
    of: revision,
    number,
    code,
    title: DOCUMENT_TITLES[kind],
    organ: organ.id,
    dated: at,
  }
  await addEntries(inside, caseId, ISSUER, ({ documents }) =>
    documents.some(({ of }) => of === revision)
      ? []
      : [{ kind: 'document-issued', content: { ...issued, file: digest, size: pdf.length } }],
  )
}

const calling = (project: Project, content: unknown): Calling => ({ project, content })

function isFinalBy({ meetings }: Project, revision: number): boolean {
  return meetings.some(({ minutes }) => minutes?.final === revision)
}

function organFor({ organs, stages }: Inside, project: Project, kind: ProjectDocumentKind) {
  const id =
    kind === 'joint-review'
      ? stages['drawing-review'].lead
      : kind === 'joint-acceptance'
        ? stages.acceptance.lead
        : (project.guidance?.assistant?.organ ?? stages.stages[0]?.lead ?? '')
  const organ = organs.get(id)
  if (!organ) throw new Error(`the profile has no organ “${id}”`)
  return organ
}

function baseOf(
  { owner, facts, code: projectCode }: Project,
  { number, code, at }: { readonly number: string; readonly code: string; readonly at: string },
) {
  return {
    caseNumber: projectCode?.code ?? '',
    caseName: '项目代码',
    documentNumber: number,
    applicant: { name: owner.name, code: owner.uscc, codeName: '统一社会信用代码' },
    projectName: String(facts.name),
    date: legalDayOf(at),
    verification: { code },
  }
}

/** A UUID (version 8) made of what it is for: issuing twice finds the first. */
function idMadeOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update(['project-document', ...parts].join('\u0000'))
    .digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Files and documents of a project, and what an office is waited for. */
import type { Text } from '@mashang/flow'
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, type Stream } from '@mashang/kit'
import type { jointEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { getCaseFor } from '../store/cases.ts'
import { DRAWINGS_SHEET } from '../store/drawings-sheet.ts'

type Papers = Pick<
  Handlers<typeof jointEndpoints>,
  'openProjectFile' | 'openProjectDocument' | 'listProjectDuties'
>

export function papers(inside: Inside): Papers {
  return {
    openProjectFile: async ({ who, params }) => {
      const found = await getCaseFor(inside, params.id, who)
      if (isRefusal(found)) return found
      const given = (found.project.drawings?.rounds ?? []).flatMap(({ files }) => files)
      // What waits in the draft is the owner's alone.
      const draft =
        found.standing === 'owner'
          ? ((await inside.sheets.find(found.id, DRAWINGS_SHEET)).files.drawings ?? [])
          : []
      const file = [...given, ...draft].find(({ digest }) => digest === params.digest)
      return file ? streamOf(inside, file.digest, file.name, file.type) : refuse('file-not-found')
    },
    openProjectDocument: async ({ who, params }) => {
      const found = await getCaseFor(inside, params.id, who)
      if (isRefusal(found)) return found
      const document = found.project.documents.find(({ id }) => id === params.document)
      return document
        ? streamOf(inside, document.file, `${document.number}.pdf`, 'application/pdf')
        : refuse('document-not-found')
    },
    listProjectDuties: async ({ who }) => {
      const today = legalDayOf(inside.clock.now())
      const rows = await inside.db
        .selectFrom('duty')
        .innerJoin('project', 'project.id', 'duty.project_id')
        .select(['project.id', 'name', 'code', 'secret', 'duty.kind', 'detail', 'due'])
        .where('organ', '=', who.kind === 'staff' ? who.organ : '')
        .orderBy((on) => on.fn.coalesce('due', on.val('9999')))
        .orderBy('project.id')
        .limit(500)
        .execute()
      return {
        duties: rows.map(({ id, name, code, secret, kind, detail, due }) => ({
          project: { id, name, code: code ?? '', secret },
          kind,
          detail,
          due: due ?? undefined,
          late: due !== null && due < today,
        })),
      }
    },
  }
}

async function streamOf(
  { files }: Inside,
  digest: string,
  filename: string,
  type: string,
): Promise<Stream | Refusal> {
  const opened = await files.open(digest)
  if (!opened) return refuse('file-not-found')
  return { type, filename, size: opened.size, inline: true, etag: digest, body: opened.body }
}

/** What anyone may know of a document of a project that is not secret; of a secret one nothing. */
export interface IssuedForProject {
  readonly stream: 'project'
  readonly caseId: string
  readonly revision: number
  readonly code: string
  readonly number: string
  readonly title: Text
  readonly organ: string
  readonly issuedAt: string
  readonly file: string
  readonly shows: readonly { readonly label: string; readonly text: string }[]
}

/** 核验: by the code of the QR, or by the digest of the file. */
export async function findIssued(
  { db }: Pick<Inside, 'db'>,
  by: { readonly code: string } | { readonly file: string },
): Promise<IssuedForProject | undefined> {
  const [column, value] = 'code' in by ? (['document.code', by.code] as const) : (['file', by.file] as const)
  const row = await db
    .selectFrom('document')
    .innerJoin('project', 'project.id', 'document.project_id')
    .select(['project_id', 'document.revision', 'document.code', 'number', 'title', 'organ', 'file'])
    .select(['issued_at', 'name', 'project.code as project_code', 'owner'])
    .where(column, '=', value)
    .where('secret', '=', false)
    .executeTakeFirst()
  return (
    row && {
      stream: 'project',
      caseId: row.project_id,
      revision: row.revision,
      code: row.code,
      number: row.number,
      title: row.title,
      organ: row.organ,
      issuedAt: row.issued_at.toISOString(),
      file: row.file,
      shows: [
        { label: '建设单位', text: row.owner },
        { label: '项目名称', text: row.name },
        { label: '项目代码', text: row.project_code ?? '' },
      ],
    }
  )
}

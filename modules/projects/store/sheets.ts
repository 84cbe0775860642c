import type { FormValues } from '@mashang/flow'
import type { ProjectFile } from '../contract/index.ts'
import type { Inside } from '../inside.ts'

export interface SheetRow {
  readonly projectId: string
  readonly stage: string
  readonly answers: FormValues
  readonly files: Readonly<Record<string, readonly ProjectFile[]>>
  /** 0 before anything was kept. */
  readonly revision: number
  readonly savedAt?: string
}

/** What was filled in for a stage; empty before anything was. */
export async function findSheet(
  { db }: Pick<Inside, 'db'>,
  projectId: string,
  stage: string,
): Promise<SheetRow> {
  const row = await db
    .selectFrom('sheet')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('stage', '=', stage)
    .executeTakeFirst()
  if (!row) return { projectId, stage, answers: {}, files: {}, revision: 0 }
  const { answers, files, revision, saved_at } = row
  return { projectId, stage, answers, files, revision, savedAt: saved_at.toISOString() }
}

type Change = Partial<Pick<SheetRow, 'answers' | 'files'>>
const TRIES = 20

/** Writes a change on what is there; uploads that arrive at once are put one after another. */
export async function saveSheet(
  inside: Inside,
  { projectId, stage }: SheetRow,
  change: (row: SheetRow) => Change,
): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const row = await findSheet(inside, projectId, stage)
    const { answers = row.answers, files = row.files } = change(row)
    const values = {
      answers: JSON.stringify(answers),
      files: JSON.stringify(files),
      revision: row.revision + 1,
      saved_at: inside.clock.now().toISOString(),
    }
    const written = await inside.db
      .insertInto('sheet')
      .values({ project_id: projectId, stage, ...values })
      .onConflict((on) =>
        on.columns(['project_id', 'stage']).doUpdateSet(values).where('sheet.revision', '=', row.revision),
      )
      .returning('stage')
      .executeTakeFirst()
    if (written) return
  }
  throw new Error(`the sheet of ${projectId} was written by others ${TRIES} times over`)
}

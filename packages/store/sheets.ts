import type { FormValues, SheetFile } from '@mashang/flow'
import { type Kysely, sql } from 'kysely'

/** 一次填报 — what was filled in before several applications are submitted: plain rows, each question and file once. */
export interface SheetRow {
  readonly caseId: string
  /** Which sheet of the case. */
  readonly part: string
  readonly answers: FormValues
  readonly files: Readonly<Record<string, readonly SheetFile[]>>
  /** 0 before anything was kept. */
  readonly revision: number
  readonly savedAt?: string
}

export interface Sheets {
  /** What was filled in; empty before anything was. */
  find(caseId: string, part: string): Promise<SheetRow>
  /** Writes a change on what is there; uploads that arrive at once are put one after another. */
  save(row: SheetRow, change: (row: SheetRow) => Partial<Pick<SheetRow, 'answers' | 'files'>>): Promise<void>
}

interface Place {
  /** `schema.table`, with answers, files, revision and saved_at beside its key. */
  readonly table: string
  /** The two columns of its key. */
  readonly caseId: string
  readonly part: string
}

interface Stored {
  readonly answers: FormValues
  readonly files: SheetRow['files']
  readonly revision: number
  readonly saved_at: Date
}

const TRIES = 20

/** Sheets of one module, in a table of its own schema. */
export function createSheets(db: Kysely<unknown>, clock: { now(): Date }, place: Place): Sheets {
  const table = sql.table(place.table)
  const [caseColumn, partColumn] = [sql.ref(place.caseId), sql.ref(place.part)]
  const find = async (caseId: string, part: string): Promise<SheetRow> => {
    const { rows } = await sql<Stored>`
      select answers, files, revision, saved_at from ${table}
      where ${caseColumn} = ${caseId} and ${partColumn} = ${part}`.execute(db)
    const row = rows[0]
    if (!row) return { caseId, part, answers: {}, files: {}, revision: 0 }
    const { answers, files, revision, saved_at } = row
    return { caseId, part, answers, files, revision, savedAt: saved_at.toISOString() }
  }
  return {
    find,
    async save({ caseId, part }, change) {
      for (let tried = 0; tried < TRIES; tried++) {
        const row = await find(caseId, part)
        const { answers = row.answers, files = row.files } = change(row)
        const { rows } = await sql`
          insert into ${table} as sheet (${caseColumn}, ${partColumn}, answers, files, revision, saved_at)
          values (${caseId}, ${part}, ${JSON.stringify(answers)}, ${JSON.stringify(files)}, ${row.revision + 1},
            ${clock.now().toISOString()})
          on conflict (${caseColumn}, ${partColumn}) do update set
            answers = excluded.answers, files = excluded.files, revision = excluded.revision,
            saved_at = excluded.saved_at
          where sheet.revision = ${row.revision}
          returning sheet.revision`.execute(db)
        if (rows.length > 0) return
      }
      throw new Error(`the sheet of ${caseId} was written by others ${TRIES} times over`)
    },
  }
}

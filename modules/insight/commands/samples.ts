import { createHash } from 'node:crypto'
import { actorOf, canonicalJson, type Handlers, isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import { rootOfNote } from '@mashang/proof'
import type { NewEntry } from '@mashang/store'
import { sql } from 'kysely'
import type { InspectionEntries, insightEndpoints, Sample } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import { drawnIn } from '../queries/samples.ts'
import { type SampleState, sampleOf } from '../rules/inspection.ts'
import {
  aCaseOfASampleIsInspectedOnce,
  aReportSpansItsDays,
  aSampleIsDrawnByTheLog,
} from '../rules/sample.ts'
import { saveSample } from '../store/summaries.ts'

const STREAM = 'inspection'
const LONGEST = 366

type SampleCommands = Pick<
  Handlers<typeof insightEndpoints>,
  'listSamples' | 'drawSample' | 'recordInspection'
>

/** 抽查: drawn by the public log, looked at one by one, each finding journaled. */
export function sampleCommands(inside: Inside): SampleCommands {
  return {
    listSamples: async ({ query }) => {
      const all = inside.db.selectFrom('sample').selectAll().orderBy('drawn_at', 'desc')
      const rows = await (query.month ? drawnIn(all, query.month) : all.limit(50)).execute()
      return { samples: await Promise.all(rows.map(({ id, state }) => viewOf(inside, id, state))) }
    },
    drawSample: async ({ who, input, key }) => {
      const wrong = aReportSpansItsDays(input.from, input.to, LONGEST)
      if (wrong) return wrong
      const log = rootOfNote(await inside.findCheckpoint())
      if (isRefusal(log)) return log
      const { from, to, organ, size, ofEachOrgan } = input
      const population = await concludedIn(inside, from, to, organ)
      if (population.length === 0) return refuse('nothing-to-sample', { facts: { from, to } })
      const content: InspectionEntries['drawn'] = {
        from,
        to,
        ...(organ === undefined ? {} : { organ }),
        ofEachOrgan,
        population: population.length,
        log,
        cases: aSampleIsDrawnByTheLog(log.root, population, size, ofEachOrgan),
      }
      return write(inside, { id: uuidv7(), who, key, input, kind: 'drawn', content, before: [] })
    },
    recordInspection: async ({ who, params, input, key }) => {
      const before = await inside.journal.read(STREAM, params.id)
      const sample = sampleOf(before)
      if (!sample) return refuse('sample-not-found')
      const found = aCaseOfASampleIsInspectedOnce(sample, input)
      if (isRefusal(found)) {
        const again = await inside.journal.findAnswer(
          actorOf(who).id,
          key,
          digestOf({ id: params.id, input }),
        )
        return again && !isRefusal(again) ? viewOf(inside, params.id, sample) : found
      }
      return write(inside, { id: params.id, who, key, input: { id: params.id, input }, ...found, before })
    },
  }
}

interface Write extends NewEntry {
  readonly id: string
  readonly who: Parameters<typeof actorOf>[0]
  readonly key: string
  readonly input: unknown
  readonly before: Awaited<ReturnType<Inside['journal']['read']>>
}

async function write(inside: Inside, one: Write): Promise<Sample | Refusal> {
  const { id, who, key, input, kind, content, before } = one
  const at = inside.clock.now().toISOString()
  const actor = actorOf(who)
  const after = sampleOf([...before, { kind, content, revision: before.length + 1, at, actor }])
  if (!after) throw new Error('a sample that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected: before.length,
    at,
    actor,
    entries: [{ kind, content }],
    alongside: [saveSample(inside.db, id, after)],
    once: { key, bodyDigest: digestOf(input), answer: { id } },
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended') return viewOf(inside, id, after)
  const known = (appended.answer as { id: string }).id
  const repeated = sampleOf(await inside.journal.read(STREAM, known))
  if (!repeated) throw new Error('a sample that was answered with exists')
  return viewOf(inside, known, repeated)
}

async function concludedIn({ db }: Inside, from: string, to: string, organ: string | undefined) {
  let query = db
    .selectFrom('case')
    .select(['id', 'organ'])
    .where('concluded_on', '>=', from)
    .where('concluded_on', '<=', to)
  if (organ !== undefined) query = query.where('organ', '=', organ)
  return query.execute()
}

async function viewOf(inside: Inside, id: string, state: SampleState): Promise<Sample> {
  const { drawnAt, by, from, to, organ, ofEachOrgan, population, log } = state
  const { rows } = await sql<{ id: string; number: string; organ: string; name: { zh: string; en: string } }>`
    select id, number, organ, item_name as name from insight."case"
    where id = any(${state.cases}::uuid[])`.execute(inside.db)
  const known = new Map(rows.map((row) => [row.id, row]))
  return {
    id,
    drawnAt,
    by,
    from,
    to,
    ...(organ === undefined ? {} : { organ: organName(inside, organ) }),
    ofEachOrgan,
    population,
    log,
    cases: state.cases.flatMap((one) => {
      const row = known.get(one)
      if (!row) return []
      const inspection = state.inspections[one]
      return [
        {
          id: one,
          number: row.number,
          organ: organName(inside, row.organ),
          item: row.name,
          ...(inspection ? { inspection } : {}),
        },
      ]
    }),
  }
}

function digestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}

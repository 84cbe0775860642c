import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { readConfig } from '../../apps/server/config.ts'
import { createLogger } from '../../apps/server/logger.ts'
import { MIGRATIONS } from '../../apps/server/modules.ts'
import { type RunningServer, startServer } from '../../apps/server/start.ts'
import { aFlight } from '../../bench/parts/submission.ts'
import { aClock, identityForTest, type TestIdentity } from '../../modules/identity/testing/index.ts'
import type { MachineScope, StaffRole } from '../../packages/kit/index.ts'
import { isRefusal } from '../../packages/kit/index.ts'
import { testDatabase } from '../../packages/store/testing/index.ts'

/** Headers of one caller: the session's cookie with its CSRF token, or an API key. */
export type Headers = Readonly<Record<string, string>>

/** The whole server with its real modules, listening; on a database of its own. */
export interface ServedCity {
  readonly url: string
  readonly port: number
  readonly server: RunningServer
  readonly people: TestIdentity
  /** Lines of the log. */
  readonly logged: readonly string[]
  aCitizen(): Promise<Headers>
  anOfficer(roles: readonly StaffRole[], organ?: string): Promise<Headers>
  aKey(scopes: readonly MachineScope[]): Promise<{ readonly id: string; readonly headers: Headers }>
  /** How many rows there are of everything a request of this kind could leave behind. */
  countAll(): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

export async function serveCity(environment: Readonly<Record<string, string>> = {}): Promise<ServedCity> {
  const database = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-robust-'))
  const logged: string[] = []
  const config = readConfig({
    PORT: '0',
    DATA: folder,
    DATABASE_URL: database.url,
    DEMO: 'true',
    RATE_PER_MINUTE: '0',
    ...environment,
  })
  const log = createLogger('info', { write: (line: string) => void logged.push(line) })
  const server = await startServer(config, { log })
  const clock = aClock(new Date().toISOString())
  const people = identityForTest(server.store.db, {}, clock)
  const headersOf = async ({ token }: { token: string }): Promise<Headers> => {
    const session = await people.identity.sessionOf(token)
    if (session === 'expired') throw new Error('the session is over')
    return { cookie: `mashang-session=${token}`, 'x-csrf-token': session.csrfToken }
  }
  const url = server.url ?? ''
  await untilReady(url)
  logged.length = 0
  return {
    url,
    port: Number(new URL(url).port),
    server,
    people,
    logged,
    aCitizen: async () => headersOf(await people.aCitizen()),
    anOfficer: async (roles, organ = 'sports-bureau') =>
      headersOf(await people.aStaffMember({ roles: [...roles], organ })),
    async aKey(scopes) {
      const { who } = await people.aStaffMember({ roles: ['administrator'] })
      const issued = await people.as(who).addKey({ input: { name: 'a gateway', scopes: [...scopes] } })
      if (isRefusal(issued)) throw new Error(issued.code)
      return { id: issued.listed.id, headers: { authorization: `Bearer ${issued.key}` } }
    },
    async countAll() {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*) from journal.entry where stream = 'application') as entries,
        (select count(*) from journal.answer where key like 'robust-%') as answers,
        (select count(*) from approvals.application) as applications,
        (select count(*) from approvals.draft) as drafts,
        (select count(*) from approvals.uploaded_file) as files`.execute(server.store.db)
      return rows[0] ?? {}
    },
    async stop() {
      await server.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A server that has just started on a busy machine refuses until its event loop has caught up. */
async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/identity/me`)
    await answer.text()
    if (answer.ok) return
    await sleep(50)
  }
}

export const PDF = Buffer.from('%PDF-1.4\n% a plan\n%%EOF\n')

export function upload(city: ServedCity, headers: Headers, name: string, bytes: Buffer): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return fetch(`${city.url}/api/approvals/files`, { method: 'POST', headers: { ...headers }, body: form })
}

export function send(
  city: ServedCity,
  method: string,
  path: string,
  headers: Headers,
  body?: unknown,
): Promise<Response> {
  const json = { 'content-type': 'application/json' }
  return fetch(city.url + path, {
    method,
    headers: { ...(body === undefined ? {} : json), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A kite-flying application by a person, as it is accepted. */
export async function anApplication(city: ServedCity, headers: Headers) {
  const answer = await upload(city, headers, '方案.pdf', PDF)
  const { digest } = (await answer.json()) as { digest: string }
  return {
    item: '2102-TY-XK-0001',
    applicant: { kind: 'person' },
    form: aFlight('王小明'),
    materials: [{ material: 'plan', files: [{ digest, name: '方案.pdf' }] }],
  }
}

export type AnApplication = Awaited<ReturnType<typeof anApplication>>

/** The status, with the code where it is a refusal. */
export async function codeOf(answer: Response): Promise<string> {
  const text = await answer.text()
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
  return isProblem ? `${answer.status} ${(JSON.parse(text) as { code: string }).code}` : String(answer.status)
}

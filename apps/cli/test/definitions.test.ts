import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mashang, mashangJson } from './mashang.ts'

const CITY = join(import.meta.dirname, '..', '..', '..', 'definitions', 'dalian')
const KITE = 'service-items/kite-flying-permit.yaml'

let folder: string
let city: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-cli-city-'))
  city = join(folder, 'dalian')
  await cp(CITY, city, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(city, file), 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${file} has no ${String(from)}`)
  await writeFile(join(city, file), changed)
}

describe('mashang definitions check', () => {
  it('passes the city that comes with the program', async () => {
    const told = await mashangJson(['definitions', 'check'])
    expect(told).toMatchObject({ exit: 0, ok: true, findings: [] })
    expect(Number(told.items)).toBeGreaterThanOrEqual(30)
  })

  it('names the rule and the place of everything that keeps an item from being published', async () => {
    await change(KITE, 'visits: 0', 'visits: 2')
    await change(KITE, 'path: [review, decide]', 'path: [review, site-check, decide]')
    const { exit, findings } = await mashangJson(['definitions', 'check', city])
    expect(exit).toBe(1)
    const found = (findings as { path: string; rule: string }[]).map(({ path, rule }) => [
      path.split(' ')[0],
      rule,
    ])
    expect(found).toContainEqual([KITE, 'visitsHaveAReason'])
    expect(found).toContainEqual([KITE, 'examplesLeadWhereTheySay'])
  })

  it('names file and line of what cannot be read', async () => {
    await change(KITE, 'depth: 4', 'depth: 7')
    const { exit, out } = await mashang(['definitions', 'check', city])
    expect(exit).toBe(1)
    expect(out).toMatch(/✗ service-items\/kite-flying-permit\.yaml:\d+ depth {2}/)
  })

  it('refuses a calendar whose years leave a gap', async () => {
    await rm(join(city, 'calendars', '2015.json'))
    const { exit, findings } = await mashangJson(['definitions', 'check', city])
    expect([exit, findings]).toMatchObject([1, [{ rule: 'calendar-invalid' }]])
  })

  it('says so where there is no such folder', async () => {
    const { exit, out } = await mashang(['definitions', 'check', join(folder, 'nowhere')])
    expect(exit).toBe(1)
    expect(out).toContain('profile-not-found')
  })
})

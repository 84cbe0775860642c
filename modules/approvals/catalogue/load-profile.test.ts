import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRefusal, type Refusal, textOf } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadProfile } from './load-profile.ts'

const DALIAN = fileURLToPath(new URL('../../../definitions/dalian/', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A copy of the profile with one file changed, and what loading it is refused with. */
async function refusalOf(file: string, change: (text: string) => string): Promise<Refusal> {
  const copy = await mkdtemp(join(folder, 'copy-'))
  await cp(DALIAN, copy, { recursive: true })
  const text = await readFile(join(copy, file), 'utf8').catch(() => '')
  await writeFile(join(copy, file), change(text))
  const loaded = await loadProfile(copy)
  if (!isRefusal(loaded)) throw new Error('the profile was loaded')
  return loaded
}

const KITE = 'service-items/kite-flying-permit.yaml'

describe('loading a city profile', () => {
  it('names file, line and place of what a schema refuses, and all mistakes at once', async () => {
    const text = await readFile(join(DALIAN, KITE), 'utf8')
    const line = (of: string) => text.split('\n').findIndex((one) => one.startsWith(of)) + 1
    const refusal = await refusalOf(KITE, (kite) =>
      kite.replace('depth: 4', 'depth: 5').replace('handling: promised', 'handling: maybe'),
    )
    expect(refusal.code).toBe('profile-broken')
    expect(refusal.fields?.map(({ path, code }) => [path, code])).toEqual([
      [`${KITE}:${line('handling:')} handling`, 'not-one-of'],
      [`${KITE}:${line('depth:')} depth`, 'too-large'],
    ])
    for (const language of ['zh', 'en'] as const) {
      const said = textOf(refusal.code, refusal.facts, language)
      expect(said).toContain(KITE)
      expect(said).toContain(String(refusal.facts.line))
      expect(said).not.toContain('…')
    }
  })

  it('points at the entry that lacks something', async () => {
    const refusal = await refusalOf(KITE, (kite) => kite.replace('    copies: 1\n', ''))
    const lines = (await readFile(join(DALIAN, KITE), 'utf8')).split('\n')
    const line = lines.indexOf('  - id: identity') + 1
    expect(refusal.fields).toEqual([
      { path: `${KITE}:${line} materials.0.copies`, code: 'required', facts: {} },
    ])
  })

  it('says where a file cannot be read', async () => {
    const broken = await refusalOf('themes.yaml', (themes) => `${themes}\n- { id: x, name: [ }\n`)
    expect(broken.fields).toHaveLength(1)
    expect(broken.fields?.[0]).toMatchObject({ code: 'file-not-read' })
    expect(Number(/^themes.yaml:(\d+)$/.exec(broken.fields?.[0]?.path ?? '')?.[1])).toBeGreaterThan(60)
    const json = await refusalOf('regions.json', (regions) => regions.slice(0, -10))
    expect(json.fields?.[0]).toMatchObject({ code: 'file-not-read' })
  })

  it('refuses a key that stands twice in a file', async () => {
    const refusal = await refusalOf('city.yaml', (city) => `${city}\nid: dalian\n`)
    expect(refusal.fields?.[0]).toMatchObject({ code: 'file-not-read' })
  })

  it('refuses an id or a code that two files use', async () => {
    const kite = await readFile(join(DALIAN, KITE), 'utf8')
    const items = await refusalOf('service-items/zz-another-kite.yaml', () => kite)
    expect(items.fields).toEqual([
      {
        path: 'service-items/zz-another-kite.yaml:1',
        code: 'named-twice',
        facts: { id: '2102-TY-XK-0001', other: KITE },
      },
    ])
    const organs = await refusalOf('organs/other.yaml', (other) => other.replace('id: tobacco', 'id: health'))
    expect(organs.fields?.[0]).toMatchObject({ code: 'named-twice', facts: { id: 'health' } })
    const twice = (line: string) => (text: string) =>
      `${text}${text.split('\n').find((one) => one.includes(line))}\n`
    const laws = await refusalOf('laws.yaml', twice('name: 公司法'))
    expect(laws.fields?.[0]).toMatchObject({ code: 'named-twice', facts: { id: '公司法' } })
    const entries = await refusalOf('catalogue/sports-bureau.yaml', twice('2102-TY-XK-0001'))
    expect(entries.fields?.[0]).toMatchObject({ code: 'named-twice', facts: { id: '2102-TY-XK-0001' } })
  })

  it('tells which file is missing, and which folder', async () => {
    const copy = await mkdtemp(join(folder, 'copy-'))
    await cp(DALIAN, copy, { recursive: true })
    await rm(join(copy, 'limits.yaml'))
    expect(await loadProfile(copy)).toMatchObject({
      code: 'profile-broken',
      fields: [{ path: 'limits.yaml:1', code: 'file-not-there' }],
    })
    expect(await loadProfile(join(folder, 'nowhere'))).toMatchObject({ code: 'profile-not-found' })
  })
})

import { createCipheriv, createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { textOf } from '../refusal-texts.ts'
import { CODE_KINDS, type CodeKindName, checkCode } from './check-code.ts'
import { dealCodeOf } from './deal-code.ts'
import { idCardOf } from './id-card.ts'
import { licenceIdOf } from './licence-id.ts'
import { projectCodeOf } from './project-code.ts'
import { usccOf } from './uscc.ts'

const now = new Date('2026-03-01T04:00:00Z')
const check = (kind: CodeKindName, text: string) => checkCode(kind, text, { now })

const VECTORS: readonly (readonly [CodeKindName, string])[] = [
  ['uscc', '91350100M000100Y43'],
  ['organisation', 'D2143569-X'],
  ['id-card', '11010519491231002X'],
  ['id-card', '440524188001010014'],
  ['project', '2017-210200-70-03-000001'],
  ['project', '2111-522323-04-01-342068'],
  ['project', '2509-140602-89-05-864976'],
  ['project', '2411-130202-89-01-637015'],
  ['project', '2603-141124-89-05-346948'],
  ['project', '2509-320193-89-01-544060'],
  ['deal', 'A02-123100007847653857-20161012-000015-Q'],
  ['region', '210200'],
]

describe('a code that passes its check is accepted', () => {
  it.each(VECTORS)('%s %s', (kind, code) => {
    expect(check(kind, code)).toMatchObject({ valid: true, code })
  })

  it('in lower case, full width and with blanks too, and gives its one written form', () => {
    for (const [kind, code] of VECTORS) {
      const typed = ` ${code.toLowerCase()}`.replace('1', '１').replaceAll('-', '–')
      expect(check(kind, typed), typed).toMatchObject({ valid: true, code })
    }
  })
})

describe('a code that fails its check is refused with the position and the expected character', () => {
  it.each([
    ['uscc', '91350100M000100Y44', 'code-check-wrong', 18, '3'],
    ['uscc', '91350100M000100I43', 'code-character-wrong', 16, undefined],
    ['uscc', '91A50100M000100Y43', 'code-character-wrong', 3, undefined],
    ['organisation', 'D2143569-1', 'code-check-wrong', 9, 'X'],
    ['id-card', '110105194912310021', 'code-check-wrong', 18, 'X'],
    ['id-card', '110105194913310021', 'code-date-wrong', 7, undefined],
    ['id-card', '110105202702290021', 'code-date-wrong', 7, undefined],
    ['id-card', '000105194912310021', 'code-region-unknown', 1, undefined],
    ['id-card', '11010519491231O02X', 'code-character-wrong', 15, undefined],
    ['project', '2111-522323-04-01-342069', 'code-check-wrong', 24, '8'],
    ['project', '2113-522323-04-01-342068', 'code-date-wrong', 1, undefined],
    ['deal', 'A02-123100007847653857-20161012-000015-R', 'code-check-wrong', 40, 'Q'],
    ['deal', 'A02-12310000784765385*-20161012-000015-Q', 'code-character-wrong', 22, undefined],
    ['region', '990000', 'code-region-unknown', 1, undefined],
    ['region', '210002', 'code-region-gap', 3, undefined],
  ] as const)('%s %s: %s at %s', (kind, code, refusal, position, expected) => {
    const result = check(kind, code)
    if (!isRefusal(result)) throw new Error(`${code} was accepted`)
    expect(result.code).toBe(refusal)
    expect(result.facts.position).toBe(position)
    if (expected !== undefined) expect(result.facts.expected).toBe(expected)
    expect(result.rule).toMatch(/^[a-z]\w+$/)
    expect(result.article).toBeTruthy()
    for (const language of ['zh', 'en'] as const) {
      expect(textOf(result.code, result.facts, language)).not.toMatch(/[…{}]/)
    }
  })

  it('names the inner check of a credit code whose outer one holds', () => {
    // The organisation code ends in 1 where it should end in 4; the last character is right for that.
    const wrong = check('uscc', wrongInside())
    expect(wrong).toMatchObject({
      code: 'code-check-wrong',
      facts: { position: 17, expected: '4', found: '1' },
    })
  })

  it('refuses any other length', () => {
    for (const kind of CODE_KINDS) {
      for (const text of ['', '1', '1'.repeat(500)]) {
        const result = check(kind, text)
        expect(isRefusal(result), `${kind} ${text}`).toBe(true)
      }
    }
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODE_KINDS), fc.string({ unit: 'binary' }), (kind, text) => {
        const result = check(kind, text)
        if (isRefusal(result))
          expect(textOf(result.code, result.facts, 'zh')).toContain(wordsOf(result.facts.what))
      }),
    )
  })
})

describe('any one wrong character is found', () => {
  const DIGITS = '0123456789'
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length })
  const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const letters = (length: number) =>
    fc.string({ unit: fc.constantFrom(...USCC), minLength: length, maxLength: length })
  const birth = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })

  const uscc = fc.tuple(letters(2), digits(6), letters(8)).map((parts) => usccOf(parts.join('')))
  const samples: Record<string, fc.Arbitrary<string>> = {
    uscc,
    'id-card': fc
      .tuple(birth, digits(3))
      .map(([day, serial]) =>
        idCardOf(`210202${day.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`),
      ),
    project: digits(15).map((rest) => projectCodeOf(`2603${rest}`)),
    deal: fc
      .tuple(uscc, fc.integer({ min: 1, max: 999_999 }))
      .map(([code, serial]) => dealCodeOf({ type: 'A02', uscc: code, day: '2026-03-01', serial })),
    licence: fc
      .tuple(letters(12), uscc, letters(9), fc.integer({ min: 1, max: 999 }))
      .map(([type, issuer, serial, version]) => licenceIdOf({ type, issuer, serial, version })),
  }

  it.each(Object.keys(samples))('in a code of the kind %s', (kind) => {
    const sample = samples[kind] ?? fc.constant('')
    fc.assert(
      fc.property(sample, fc.nat(), fc.nat(), (code, at, by) => {
        expect(check(kind as CodeKindName, code)).toMatchObject({ valid: true, code })
        const position = at % code.length
        const found = code.charAt(position)
        const alphabet = (DIGITS.includes(found) ? DIGITS : USCC.slice(10)).replace(found, '')
        const other = alphabet.charAt(by % alphabet.length)
        const changed = code.slice(0, position) + other + code.slice(position + 1)
        expect(isRefusal(check(kind as CodeKindName, changed)), changed).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('in an identity number two neighbours changed over as well', () => {
    expect(check('id-card', '440524188001010014')).toMatchObject({ valid: true })
    expect(isRefusal(check('id-card', '440524188001010041'))).toBe(true)
  })
})

const publicData = process.env.MASHANG_PUBLIC_DATA ?? '../shared/data'
const vectorFile = join(publicData, 'uscc-vectors.tsv')

describe('social credit codes of the public data', () => {
  it.skipIf(!existsSync(vectorFile))(`agrees with ${vectorFile} (skipped where the folder is absent)`, () => {
    const lines = readFileSync(vectorFile, 'utf8').trim().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines) {
      // `valid` says whether the code passes GB 32100; a few that fail were issued all the same.
      const [code = '', valid] = line.split('\t')
      expect(!isRefusal(check('uscc', code)), code).toBe(valid === '1')
    }
  })
})

describe('SM3 and SM4 of this Node are those of the standard', () => {
  it('SM3("abc")', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })

  it('SM4-ECB of one block', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(Buffer.concat([cipher.update(block), cipher.final()]).toString('hex')).toBe(
      '681edf34d206965e86b3e94f536e4246',
    )
  })
})

function wrongInside(): string {
  for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
    const code = `91350100M000100Y1${last}`
    const result = check('uscc', code)
    if (isRefusal(result) && result.facts.position === 17) return code
  }
  throw new Error('no last character makes the outer check hold')
}

function wordsOf(what: unknown): string {
  return (what as { zh: string }).zh
}

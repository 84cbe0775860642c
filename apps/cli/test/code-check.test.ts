import { describe, expect, it } from 'vitest'
import { mashang, mashangJson } from './mashang.ts'

/** One code of each kind that passes, and the same with one character changed. */
const VECTORS = [
  ['uscc', '91350100M000100Y43', '91350100M000100Y44', 18, '3'],
  ['organisation', 'D2143569-X', 'D2143569-1', 9, 'X'],
  ['id-card', '11010519491231002X', '110105194912310021', 18, 'X'],
  ['project', '2111-522323-04-01-342068', '2111-522323-04-01-342067', 24, '8'],
  ['deal', 'A02-123100007847653857-20161012-000015-Q', 'A02-123100007847653857-20161012-000015-R', 40, 'Q'],
] as const

describe('mashang code check', () => {
  it.each(VECTORS)(
    '%s: takes %s, and says where %s is wrong',
    async (kind, right, wrong, position, expected) => {
      const told = await mashangJson(['code', 'check', kind, right, wrong])
      expect(told).toMatchObject({
        exit: 1,
        ok: false,
        codes: [
          { given: right, valid: true },
          {
            given: wrong,
            valid: false,
            problem: { code: 'code-check-wrong', facts: { position, expected } },
          },
        ],
      })
    },
  )

  it('takes the older project codes, which have no check character', async () => {
    const { exit, out } = await mashang(['code', 'check', 'project', '2017-210200-70-03-000001'])
    expect([exit, out]).toEqual([0, expect.stringContaining('✓ 2017-210200-70-03-000001  有效')])
  })

  it('reads regions, padded or not', async () => {
    const padded = await mashangJson(['code', 'check', 'region', '210200000000'])
    expect(padded).toMatchObject({ exit: 0, code: '210200', parts: { level: 'city' } })
  })

  it('checks licence ids with their ISO 7064 character', async () => {
    const stem = '1.2.156.3005.2.11100000000013338W001.12210200MB0000000X.20261123000001.001.'
    const wrong = await mashangJson(['code', 'check', 'licence', `${stem}0`])
    const { expected } = (wrong.problem as { facts: { expected: string } }).facts
    expect(await mashang(['code', 'check', 'licence', stem + expected])).toMatchObject({ exit: 0 })
  })

  it('reads many from the standard input, and fails if one of them does', async () => {
    const input = '11010519491231002X\r\n\n440524188001010014\n440524188001010015\n'
    const { exit, out } = await mashang(['code', 'check', 'id-card', '-'], { input })
    expect(exit).toBe(1)
    const marks = out
      .trim()
      .split('\n')
      .map((line) => line.charAt(0))
    expect(marks).toEqual(['✓', '✓', '✗'])
  })

  it('tells the standard and the rule it rests on, in English where asked', async () => {
    const { exit, err } = await mashang(['code', 'check', 'uscc', '91350100M000100Y44', '--lang', 'en'])
    expect(exit).toBe(1)
    expect(err).toContain('character 18 should be “3”')
    expect(err).toContain('GB 32100-2015')
  })
})

import { describe, expect, it } from 'vitest'
import { newItemsGoOnCounting } from './item-code.ts'

const KNOWN = [
  { code: '2102-TY-XK-0001', organ: 'sports-bureau' },
  { code: '2102-TY-XK-0007', organ: 'sports-bureau' },
  { code: '2102-SJ-FW-0003', organ: 'market-regulation' },
  { code: 'A-CODE-OF-ELSEWHERE', organ: 'sports-bureau' },
]

describe('newItemsGoOnCounting', () => {
  it.each([
    ['the next number of the organ and kind', 'sports-bureau', 'licence', '2102-TY-XK-0008'],
    ['the prefix of the organ with another kind', 'sports-bureau', 'public-service', '2102-TY-FW-0001'],
    ['a prefix of its own for an organ without items', 'water-affairs', 'licence', '2102-WA-XK-0001'],
    ['two letters of an organ of one word', 'health', 'confirmation', '2102-HE-QR-0001'],
  ] as const)('gives %s', (_, organ, type, code) => {
    expect(newItemsGoOnCounting(KNOWN, { organ, type, region: '210200' })).toBe(code)
  })
})

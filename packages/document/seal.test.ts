import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LICENCE_SEAL, seal } from './seal.ts'

const glyphs = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1])
const turns = (svg: string) =>
  [...svg.matchAll(/<text transform="rotate\((-?[\d.]+) 210 210\)/g)].map((match) => Number(match[1]))

describe('seal', () => {
  it('places each character of name and purpose once, in order', () => {
    expect(glyphs(seal('大连市商务局')).join('')).toBe('大连市商务局行政审批专用章')
    expect(glyphs(seal('大连市商务局', LICENCE_SEAL)).join('')).toBe('大连市商务局证照专用章')
  })

  it('says 演示专用 across a demonstration seal and only there', () => {
    expect(glyphs(seal('大连市商务局', undefined, true)).join('')).toContain('演示专用')
    expect(seal('大连市商务局')).not.toContain('演示')
  })

  it('spreads any name evenly and symmetrically over the upper arc', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (length) => {
        const angles = turns(seal('局'.repeat(length)))
        expect(angles).toHaveLength(length)
        expect(Math.abs((angles[0] ?? 0) + (angles.at(-1) ?? 0))).toBeLessThan(0.01)
        expect(Math.max(...angles)).toBeLessThanOrEqual(126.01)
      }),
    )
  })

  it('escapes what would be markup', () => {
    const svg = seal('<script>&"局')
    expect(svg).not.toContain('<script>')
    expect(glyphs(svg)[0]).toBe('&#60;')
  })
})

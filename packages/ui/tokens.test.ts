import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOUR, CONTRAST, type ColourName, DARK, MOTION, RADIUS, READ_ON, SHADOW, TARGET } from './tokens.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const themes: readonly (readonly [string, Readonly<Record<ColourName, string>>, string, number])[] = [
  ['light', COLOUR, ':root', 4.5],
  ['high contrast', CONTRAST, ':root[data-contrast="high"]', 7],
  ['dark', DARK, ':root[data-theme="dark"]', 4.5],
]

describe.each(themes)('%s', (_, colours, selector, least) => {
  it.each(READ_ON.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'keeps %s readable on %s',
    (text, ground) => {
      expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(least)
    },
  )

  it('shows the edge of a field at 3:1', () => {
    expect(contrast(colours.edge, colours.surface)).toBeGreaterThanOrEqual(3)
  })

  it('says the same in tokens.css', () => {
    const start = css.indexOf(`${selector} {`)
    const block = css.slice(start, css.indexOf('}', start))
    const found = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
    expect(found).toEqual(Object.entries(colours).map(([name, value]) => [kebab(name), value]))
  })
})

it('says sizes, shadow and motion the same in tokens.css', () => {
  for (const line of [
    `--radius: ${RADIUS}px;`,
    `--target: ${TARGET}px;`,
    `--motion: ${MOTION}ms;`,
    `--shadow: ${SHADOW};`,
  ]) {
    expect(css).toContain(line)
  }
})

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

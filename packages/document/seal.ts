/**
 * The round seal of an organ as SVG: ring, name on the upper arc, star, purpose below. 42 mm across when printed
 * (the diameter of the seals of departments). Each character is placed and turned by itself, so that it
 * looks the same in a browser and on paper.
 */

/** Purpose lines of the two seals the approval office uses. */
export const APPROVAL_SEAL = '行政审批专用章'
export const LICENCE_SEAL = '证照专用章'

const RED = '#c8201a'
const FONT = "'Mashang Song','Noto Serif SC','Songti SC',SimSun,serif"
const CENTRE = 210
const NAME_SIZE = 50
/** Radius of the middle of the name's characters. */
const NAME_RADIUS = 160
const PURPOSE_SIZE = 40
const PURPOSE_WIDTH = 236

/** SVG of a seal; with `demo` the words 演示专用 stand across it. */
export function seal(organName: string, purpose: string = APPROVAL_SEAL, demo = false): string {
  const parts = [
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="202" fill="none" stroke="${RED}" stroke-width="11"/>`,
    nameOnArc(organName),
    `<path d="${star(CENTRE, 203, 62)}" fill="${RED}"/>`,
    purposeLine(purpose),
  ]
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 420" role="img">',
    `<title>${escaped(`${organName} ${purpose}${demo ? ' 演示专用' : ''}`)}</title>`,
    `<g opacity="0.88">${parts.join('')}</g>`,
    demo ? demoBand() : '',
    '</svg>',
  ].join('')
}

function nameOnArc(name: string): string {
  const characters = [...name.trim()]
  // From 8 o'clock over the top to 4 o'clock at most; short names stand closer together.
  const step = Math.min(26, 252 / Math.max(1, characters.length - 1))
  const room = (step * Math.PI * (NAME_RADIUS - NAME_SIZE / 2)) / 180
  const narrow = Math.min(0.82, (room * 0.94) / NAME_SIZE)
  const first = (-step * (characters.length - 1)) / 2
  return characters
    .map((character, i) => {
      const turn = `rotate(${fixed(first + i * step)} ${CENTRE} ${CENTRE})`
      return glyph(character, turn, CENTRE - NAME_RADIUS, NAME_SIZE, narrow)
    })
    .join('')
}

function purposeLine(purpose: string): string {
  const characters = [...purpose.trim()]
  const step = Math.min(PURPOSE_SIZE * 0.92, PURPOSE_WIDTH / Math.max(1, characters.length))
  const narrow = Math.min(0.85, (step * 0.96) / PURPOSE_SIZE)
  const first = (-step * (characters.length - 1)) / 2
  return characters
    .map((character, i) =>
      glyph(character, `translate(${fixed(first + i * step)} 0)`, 312, PURPOSE_SIZE, narrow),
    )
    .join('')
}

/** One character whose middle stands at (CENTRE, y) before `turn` is applied. */
function glyph(character: string, turn: string, y: number, size: number, narrow: number): string {
  // The middle of a CJK character is 0.38 em above its baseline.
  const place = `${turn} translate(${CENTRE} ${fixed(y + size * 0.38)}) scale(${fixed(narrow)} 1)`
  return `<text transform="${place}" font-family="${FONT}" font-weight="700" font-size="${size}" text-anchor="middle" fill="${RED}">${escaped(character)}</text>`
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.382
    const angle = (Math.PI * (i - 2.5)) / 5
    return `${fixed(x + r * Math.cos(angle))} ${fixed(y + r * Math.sin(angle))}`
  })
  return `M${points.join('L')}Z`
}

function demoBand(): string {
  const letters = [...'演示专用']
    .map((character, i) => glyph(character, `translate(${(i - 1.5) * 56} 0)`, 192, 50, 1))
    .join('')
  return [
    `<g transform="rotate(-14 ${CENTRE} 192)">`,
    `<rect x="82" y="158" width="256" height="68" rx="9" fill="#ffffff" fill-opacity="0.88" stroke="${RED}" stroke-width="4.5"/>`,
    `${letters}</g>`,
  ].join('')
}

function fixed(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

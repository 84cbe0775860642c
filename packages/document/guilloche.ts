/** The fine line work of a licence, drawn by formulas: interlaced bands, corner rosettes, a pale rosette behind. */

const BLUE = '#2f6f9f'
const GOLD = '#b08a3a'
const DEEP = '#06335f'

interface Sheet {
  readonly width: number
  readonly height: number
}

/** Middle of the band from the edge of the sheet, and half its width, in millimetres. */
const MIDDLE = 14
const HALF = 5
const CORNER = 8.2
/** Length of half a wave, about; the exact one divides the side. */
const HALF_WAVE = 5.2

/** Border and ground of a licence as SVG in millimetres. */
export function guilloche(sheet: Sheet): string {
  const { width, height } = sheet
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none">`,
    ground(sheet),
    frame(sheet, MIDDLE - HALF - 1.6, GOLD, 0.9),
    frame(sheet, MIDDLE - HALF - 0.5, BLUE, 0.2),
    frame(sheet, MIDDLE + HALF + 0.5, BLUE, 0.2),
    frame(sheet, MIDDLE + HALF + 1.4, GOLD, 0.5),
    sides(sheet),
    corners(sheet),
    '</svg>',
  ].join('')
}

function frame({ width, height }: Sheet, inset: number, colour: string, stroke: number): string {
  return `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" stroke="${colour}" stroke-width="${stroke}"/>`
}

/** Waves of equal length, each a little later and lower than the one before, and their mirror images. */
function sides({ width, height }: Sheet): string {
  const across = braid(width - 2 * MIDDLE)
  const down = braid(height - 2 * MIDDLE)
  return [
    `<g transform="translate(${MIDDLE} ${MIDDLE})">${across}</g>`,
    `<g transform="translate(${MIDDLE} ${height - MIDDLE})">${across}</g>`,
    `<g transform="translate(${MIDDLE} ${MIDDLE}) rotate(90)">${down}</g>`,
    `<g transform="translate(${width - MIDDLE} ${MIDDLE}) rotate(90)">${down}</g>`,
  ].join('')
}

function braid(length: number): string {
  const halves = 2 * Math.round(length / HALF_WAVE / 2)
  const half = length / halves
  const strands: string[] = []
  for (let i = 0; i < 6; i += 1) {
    // A parabola through q reaches half of its control point's height.
    const lift = 2 * HALF * (1 - i * 0.15)
    const colour = i === 0 ? DEEP : i % 2 === 0 ? GOLD : BLUE
    for (const side of [1, -1]) {
      const wave = `M0 0q${n(half / 2)} ${n(side * lift)} ${n(half)} 0${`t${n(half)} 0`.repeat(halves - 1)}`
      strands.push(`<path d="${wave}" stroke="${colour}" stroke-width="${i === 0 ? 0.22 : 0.14}"/>`)
    }
  }
  return strands.join('')
}

function corners({ width, height }: Sheet): string {
  const one = [
    `<circle r="${CORNER}" fill="#ffffff"/>`,
    `<path d="${rosette(CORNER, 0.34, 12, 1)}" stroke="${BLUE}" stroke-width="0.16"/>`,
    `<path d="${rosette(CORNER * 0.78, 0.42, 9, 1)}" stroke="${GOLD}" stroke-width="0.16"/>`,
    `<path d="${rosette(CORNER * 0.5, 0.55, 8, 1)}" stroke="${DEEP}" stroke-width="0.18"/>`,
    `<circle r="${CORNER}" stroke="${GOLD}" stroke-width="0.45"/>`,
  ].join('')
  return [
    [MIDDLE, MIDDLE],
    [width - MIDDLE, MIDDLE],
    [MIDDLE, height - MIDDLE],
    [width - MIDDLE, height - MIDDLE],
  ]
    .map(([x, y]) => `<g transform="translate(${x} ${y})">${one}</g>`)
    .join('')
}

/** Pale circles of petals behind the text. */
function ground({ width, height }: Sheet): string {
  const radius = Math.min(width, height) * 0.36
  const layers = [
    [radius, 0.3, 24, BLUE],
    [radius * 0.74, 0.36, 18, GOLD],
    [radius * 0.46, 0.5, 12, BLUE],
  ] as const
  const paths = layers
    .map(
      ([r, depth, petals, colour]) =>
        `<path d="${rosette(r, depth, petals, 2)}" stroke="${colour}" stroke-width="0.22"/>`,
    )
    .join('')
  return `<g transform="translate(${width / 2} ${height / 2})" opacity="0.16">${paths}</g>`
}

/** A closed curve that swings between `radius` and `radius × (1 − depth)`, shifted a few times so that it interlaces. */
function rosette(radius: number, depth: number, petals: number, windings: number): string {
  const shifts = 6
  const steps = petals * 16 * windings
  const curves: string[] = []
  for (let shift = 0; shift < shifts; shift += 1) {
    const points = Array.from({ length: steps }, (_, i) => {
      const angle = (2 * Math.PI * i * windings) / steps
      const swing = Math.sin((petals / windings) * angle + (Math.PI * 2 * shift) / shifts)
      const r = radius * (1 - (depth / 2) * (1 + swing))
      return `${n(r * Math.cos(angle))} ${n(r * Math.sin(angle))}`
    })
    curves.push(`M${points.join('L')}Z`)
  }
  return curves.join('')
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

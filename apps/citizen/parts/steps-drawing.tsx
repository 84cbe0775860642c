export interface DrawnStep {
  readonly id: string
  readonly name: string
  readonly note: string
  /** `you`: what the applicant does or gets; `sometimes`: a step that a condition leads into. */
  readonly kind: 'you' | 'step' | 'sometimes'
}

const WIDTH = 340
const BOX = { width: 236, height: 58, gap: 30 }
/** Left edges of a step that all pass, and of one that some pass; the line runs down at `SPINE`. */
const LEFT = { always: 8, sometimes: 96 }
const SPINE = 48

/**
 * Own drawing of the way a case goes, from top to bottom. A step that not every case passes stands aside of the
 * line, with a dashed edge. The words beside it say the same, so a screen reader gets the title only.
 */
export function StepsDrawing({
  steps,
  title,
  sometimes,
}: {
  steps: readonly DrawnStep[]
  title: string
  sometimes: string
}) {
  const rise = BOX.height + BOX.gap
  const height = steps.length * rise - BOX.gap + 4
  return (
    <svg className="steps-drawing" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
      {steps.slice(1).map((step, at) => (
        <Way key={step.id} from={steps[at] ?? step} to={step} top={at * rise + 2} />
      ))}
      {steps.map((step, at) => (
        <Box key={step.id} step={step} top={at * rise + 2} sometimes={sometimes} />
      ))}
    </svg>
  )
}

function Box({ step, top, sometimes }: { step: DrawnStep; top: number; sometimes: string }) {
  const aside = step.kind === 'sometimes'
  const left = aside ? LEFT.sometimes : LEFT.always
  return (
    <g className={`drawn drawn-${step.kind}`}>
      <rect x={left} y={top} width={BOX.width} height={BOX.height} rx={6} />
      <text x={left + 16} y={top + 25} className="drawn-name">
        {shortened(step.name, 15)}
      </text>
      <text x={left + 16} y={top + 45} className="drawn-note">
        {shortened(aside ? `${sometimes} · ${step.note}` : step.note, 24)}
      </text>
    </g>
  )
}

/** The line between two steps; past one that stands aside it runs on straight, with a branch into it. */
function Way({ from, to, top }: { from: DrawnStep; to: DrawnStep; top: number }) {
  const start = top + (from.kind === 'sometimes' ? 0 : BOX.height)
  const end = top + BOX.height + BOX.gap
  if (to.kind === 'sometimes') {
    const middle = end + BOX.height / 2
    return (
      <g className="way">
        <path d={`M${SPINE} ${start}V${end + BOX.height}`} />
        <path className="way-aside" d={`M${SPINE} ${middle}H${LEFT.sometimes - 7}`} />
        <Head x={LEFT.sometimes - 1} y={middle} turned />
      </g>
    )
  }
  return (
    <g className="way">
      {from.kind === 'sometimes' ? (
        <path
          className="way-aside"
          d={`M${LEFT.sometimes + 60} ${top + BOX.height}v${BOX.gap / 2}H${SPINE}`}
        />
      ) : null}
      <path d={`M${SPINE} ${start}V${end - 6}`} />
      <Head x={SPINE} y={end - 1} />
    </g>
  )
}

function Head({ x, y, turned = false }: { x: number; y: number; turned?: boolean }) {
  return <path className="way-head" d={turned ? `M${x} ${y}l-9 -5v10z` : `M${x} ${y}l-5 -9h10z`} />
}

/** Cut to what fits; a Chinese character counts as one, a Latin one as half. */
function shortened(text: string, most: number): string {
  let room = most
  let kept = ''
  for (const character of text) {
    room -= character.charCodeAt(0) > 0x2e7f ? 1 : 0.55
    if (room < 0) return `${kept.trimEnd()}…`
    kept += character
  }
  return kept
}

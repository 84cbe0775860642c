interface Bar {
  readonly key: string
  readonly label: string
  /** From 0 to `most`. */
  readonly value: number
  readonly text: string
}

interface Props {
  readonly label: string
  readonly most: number
  readonly bars: readonly Bar[]
}

/** Bars from zero, each with its label and its value; the table below says the same to those who cannot see them. */
export function Bars({ label, most, bars }: Props) {
  return (
    <div className="bars" role="img" aria-label={label}>
      {bars.map(({ key, label: name, value, text }) => (
        <div key={key} className="bars-row" aria-hidden="true">
          <span className="bars-label">{name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="10" className="bars-ground" />
            <rect width={most > 0 ? (value / most) * 100 : 0} height="10" className="bars-bar" />
          </svg>
          <span>{text}</span>
        </div>
      ))}
    </div>
  )
}

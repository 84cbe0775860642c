export function Emblem() {
  return (
    <svg viewBox="0 0 32 32" className="emblem" aria-hidden="true">
      <path d="M8 9h16M8 16h10M8 23h7" className="emblem-lines" />
      <path d="m18.5 21.5 3 3 5-6" className="emblem-tick" />
    </svg>
  )
}

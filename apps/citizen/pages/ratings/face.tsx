import type { RatingForm } from '@mashang/hall/contract'

type Level = RatingForm['levels'][number]['id']

/** The mouth of each face, from laughing to sad. */
const MOUTHS: Readonly<Record<Level, string>> = {
  'very-satisfied': 'M7.500 13.500h9a4.500 4.500 0 0 1-9 0Z',
  satisfied: 'M8 14.200a5 5 0 0 0 8 0',
  'fairly-satisfied': 'M8.500 15h7',
  dissatisfied: 'M8 16.200a5 5 0 0 1 8 0',
  'very-dissatisfied': 'M7.800 17a4.800 4.800 0 0 1 8.400 0M7 7.500l3 1.500M17 7.500l-3 1.500',
}

/** A face for a level; the word stands beside it. */
export function Face({ level }: { level: Level }) {
  return (
    <svg className="face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9.500" />
      <path d={`M9 9.800v.600M15 9.800v.600${MOUTHS[level]}`} />
    </svg>
  )
}

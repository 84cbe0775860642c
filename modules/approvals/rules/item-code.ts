/** 事项编码 — the code that a new item of an organ is given, unless the editor knows a better one. */
import type { ItemType } from '@mashang/flow'

/** Letters of each kind of power, as the codes of the catalogue have them. */
const TYPE_LETTERS: Readonly<Record<ItemType, string>> = {
  licence: 'XK',
  confirmation: 'QR',
  payment: 'GF',
  reward: 'JL',
  'other-power': 'QT',
  'public-service': 'FW',
}

interface Known {
  readonly code: string
  readonly organ: string
}

const SHAPE = /^(\d{4,12}-[A-Z]{2,4})-([A-Z]{2})-(\d{4,6})$/

/** The organ's own prefix where one of its items shows it, the letters of the kind, and the next free number. */
export function newItemsGoOnCounting(
  known: readonly Known[],
  { organ, type, region }: { readonly organ: string; readonly type: ItemType; readonly region: string },
): string {
  const read = known.flatMap(({ code, organ: of }) => {
    const [, prefix, letters, serial] = SHAPE.exec(code) ?? []
    return prefix && letters && serial ? [{ prefix, letters, serial: Number(serial), organ: of }] : []
  })
  const prefix = read.find((one) => one.organ === organ)?.prefix ?? `${region.slice(0, 4)}-${initials(organ)}`
  const letters = TYPE_LETTERS[type]
  const taken = read.filter((one) => one.prefix === prefix && one.letters === letters)
  const next = Math.max(0, ...taken.map(({ serial }) => serial)) + 1
  return `${prefix}-${letters}-${String(next).padStart(4, '0')}`
}

/** `sports-bureau` → SB; of a single word its first two letters. */
function initials(organ: string): string {
  const words = organ.split('-').filter(Boolean)
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : organ
  return letters
    .toUpperCase()
    .padEnd(2, 'X')
    .slice(0, words.length > 1 ? 4 : 2)
}

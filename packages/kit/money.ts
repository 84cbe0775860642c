/** Money is a whole number of fen (分): no rounding can lose any. */
export type Fen = number

/** `¥1,234.50` of 123450 fen; a negative amount is `-¥1,234.50`. */
export function formatMoney(fen: Fen): string {
  const amount = whole(fen)
  const yuan = Math.trunc(Math.abs(amount) / 100)
  const rest = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${amount < 0 ? '-' : ''}¥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

const WRITTEN = /^(-?)[¥￥]?(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?(?:元)?$/

/**
 * Reads an amount in yuan: `1234.5`, `1,234.50`, `¥1,234.50`, `1234元`. Undefined when it is none, when it has
 * a fraction of a fen, or more than 13 digits before the point.
 */
export function findFen(text: string): Fen | undefined {
  const match = WRITTEN.exec(text.normalize('NFKC').replace(/\s/gu, ''))
  if (!match) return undefined
  const [, sign, yuan = '0', fraction = ''] = match
  const fen = Number(yuan.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'))
  // Zero has no sign.
  return sign && fen !== 0 ? -fen : fen
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/**
 * The amount in capitals, as a bill or a decision writes it (票据法 and 支付结算办法, annex 1):
 * 123450 fen → `壹仟贰佰叁拾肆元伍角`; `整` after yuan, `零` where places are skipped.
 */
export function moneyInCapitals(fen: Fen): string {
  const amount = whole(fen)
  if (amount === 0) return '零元整'
  const absolute = Math.abs(amount)
  const yuan = Math.trunc(absolute / 100)
  const jiao = Math.trunc(absolute / 10) % 10
  const rest = absolute % 10
  let text = yuan === 0 ? '' : `${integerInCapitals(yuan)}元`
  if (jiao > 0) text += `${DIGITS.charAt(jiao)}角`
  else if (rest > 0 && yuan > 0) text += '零'
  if (rest > 0) text += `${DIGITS.charAt(rest)}分`
  // After 角 the 整 may be left out, and is, as banks print it; after 分 it must be.
  return (amount < 0 ? '负' : '') + text + (jiao === 0 && rest === 0 ? '整' : '')
}

function integerInCapitals(yuan: number): string {
  const groups: number[] = []
  for (let rest = yuan; rest > 0; rest = Math.trunc(rest / 10_000)) groups.unshift(rest % 10_000)
  let text = ''
  let skipped = false
  groups.forEach((group, i) => {
    if (group === 0) {
      skipped = true
      return
    }
    // A zero between groups is read once, whether whole groups or only leading places are empty.
    if (text !== '' && (skipped || group < 1000)) text += '零'
    text += groupInCapitals(group) + groupName(groups.length - 1 - i, groups)
    skipped = false
  })
  return text
}

/** `万亿` keeps its `亿` only when no group of `亿` follows to say it. */
function groupName(place: number, groups: readonly number[]): string {
  if (place === 3 && groups[groups.length - 3] !== 0) return '万'
  return GROUPS[place] ?? ''
}

function groupInCapitals(group: number): string {
  let text = ''
  let skipped = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(group / 10 ** place) % 10
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    text += (skipped ? '零' : '') + DIGITS.charAt(digit) + (PLACES[place] ?? '')
    skipped = false
  }
  return text
}

function whole(fen: Fen): Fen {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${fen} is not a whole number of fen`)
  return fen
}

/** Masking of personal data for lists and logs; the full value is shown on request only, and each look is journaled. */

const MOBILE = /^1[3-9]\d{9}$/

/** Whether the text is a mobile number of mainland China, eleven digits without country code. */
export function isMobilePhone(text: string): boolean {
  return MOBILE.test(text)
}

/** `13812345678` → `138****5678`; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string): string {
  if (isMobilePhone(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  const area = /^0\d{2,3}-/.exec(phone)?.[0] ?? ''
  return area + starred(phone.slice(area.length), 0, 2)
}

/** `210202199001011234` → `210202********1234`. */
export function maskIdCard(number: string): string {
  return number.length === 18 ? starred(number, 6, 4) : starred(number, 1, 1)
}

/** `张三` → `张*`, `张三丰` → `张*丰`, `John Smith` → `J********h`. */
export function maskName(name: string): string {
  return [...name].length <= 2 ? starred(name, 1, 0) : starred(name, 1, 1)
}

/** Stars for all but the first and last characters; a text too short to hide anything is hidden whole. */
function starred(text: string, first: number, last: number): string {
  const characters = [...text]
  const hidden = characters.length - first - last
  if (hidden <= 0) return '*'.repeat(characters.length)
  const end = characters.slice(characters.length - last).join('')
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + end
}

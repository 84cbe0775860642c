const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const CAPITALS = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const DIGITS = '23456789'

/** A first password that can be read out: no letters or digits that look alike, at least one of each kind. */
export function newPassword(random: (most: number) => number = below): string {
  const all = LETTERS + CAPITALS + DIGITS
  const one = (from: string) => from.charAt(random(from.length))
  const chars = [one(LETTERS), one(CAPITALS), one(DIGITS), ...Array.from({ length: 11 }, () => one(all))]
  for (let at = chars.length - 1; at > 0; at--) {
    const other = random(at + 1)
    const held = chars[at] ?? ''
    chars[at] = chars[other] ?? ''
    chars[other] = held
  }
  return chars.join('')
}

/** A random whole number below `most`, without bias. */
function below(most: number): number {
  const limit = Math.floor(0x1_0000_0000 / most) * most
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < limit) return drawn % most
  }
}

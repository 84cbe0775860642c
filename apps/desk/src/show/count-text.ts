/** A count as a tab shows it; lists are counted to a thousand and no further. */
export function countText(count: number): string {
  return count > 999 ? '999+' : String(count)
}

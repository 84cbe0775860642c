/** `13800138000` → `138****8000`. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** `11010519491231002X` → `110***********002X`: region and check stay, the birthday does not. */
export function maskedIdCard(idCard: string): string {
  if (idCard.length < 8) return '*'.repeat(idCard.length)
  return idCard.slice(0, 3) + '*'.repeat(idCard.length - 7) + idCard.slice(-4)
}

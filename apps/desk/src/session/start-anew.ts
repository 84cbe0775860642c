/** Somebody else has come to this desk: nothing of the one before may stay, neither shown nor typed. */
export function startAnew(): void {
  sessionStorage.clear()
  location.replace('/desk/')
}

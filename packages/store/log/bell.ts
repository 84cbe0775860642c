/** A wait that may be cut short; a ring that comes while nobody waits counts for the next wait. */
export interface Bell {
  ring(): void
  rungOr(milliseconds: number): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let answer = () => {}
  return {
    ring() {
      rung = true
      answer()
    },
    async rungOr(milliseconds) {
      if (!rung && milliseconds > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}

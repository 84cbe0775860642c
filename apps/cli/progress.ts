/** How far long work has come, told on stderr: what stands on stdout stays for scripts to read. */
export interface Progress {
  /** `total` 0 where it is not known. */
  tell(what: string, done: number, total: number): void
  end(): void
}

/** Milliseconds between two lines in a log, and between two states of the one line of a terminal. */
const LINE_EVERY = 2000
const STATE_EVERY = 100

export function createProgress(isWanted: boolean): Progress {
  const isTerminal = process.stderr.isTTY === true
  let last = 0
  let isOpen = false
  return {
    tell(what, done, total) {
      const now = performance.now()
      const isDue = now - last >= (isTerminal ? STATE_EVERY : LINE_EVERY) || last === 0 || done === total
      if (!isWanted || !isDue) return
      last = now
      const share = total > 0 ? `${done}/${total} (${Math.floor((100 * done) / total)}%)` : String(done)
      process.stderr.write(isTerminal ? `\r\x1b[K${what} ${share}` : `${what} ${share}\n`)
      isOpen = isTerminal
    },
    end() {
      if (isOpen) process.stderr.write('\r\x1b[K')
      isOpen = false
    },
  }
}

import { OperatorError } from '@mashang/kit'
import type { RunningServer } from './start.ts'

/** Runs a server until it is told to stop; what the operator can mend is told without a stack. */
export function runUntilStopped(start: () => Promise<RunningServer>): void {
  run(start).catch((error: unknown) => {
    const isAdvice = error instanceof OperatorError
    process.stderr.write(
      `${isAdvice ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exit(isAdvice ? 2 : 1)
  })
}

async function run(start: () => Promise<RunningServer>): Promise<void> {
  const server = await start()
  let isAsked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Asked twice, it does not wait: whoever presses the key again wants the prompt back.
      if (isAsked) process.exit(130)
      isAsked = true
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

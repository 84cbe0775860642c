import { readConfig } from './config.ts'
import { OperatorError } from './operator-error.ts'
import { startServer } from './start.ts'

/** Runs the server until it is told to stop. */
async function main(): Promise<void> {
  const server = await startServer(readConfig())
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

main().catch((error: unknown) => {
  const isSetting = error instanceof OperatorError
  process.stderr.write(
    `${isSetting ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(isSetting ? 2 : 1)
})

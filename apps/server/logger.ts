import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

/**
 * Structured logs, one JSON line each. Never personal data: routes are logged by their pattern, not their
 * address (which may hold a number or a phone), and no bodies, queries, cookies, names or addresses of callers.
 */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorShown },
  }
  // Written a moment later: a slow disk or terminal must not hold up requests.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 }))
}

/** PostgreSQL's `detail` repeats the values of a row, so it stays out. */
function errorShown(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const cause = error.cause === undefined ? {} : { cause: errorShown(error.cause) }
  return { type: error.name, message: error.message, code, constraint, table, stack: error.stack, ...cause }
}

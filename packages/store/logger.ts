/** The part of a pino logger that the store calls. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Says nothing: the default where the caller gave no logger. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

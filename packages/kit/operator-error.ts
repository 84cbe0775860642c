import type { Words } from './refusal.ts'

/** Something the operator can mend (a setting, a file, a database): told in both languages, without a stack. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
  readonly words: Words

  constructor(words: Words, options?: ErrorOptions) {
    super(`${words.zh}\n${words.en}`, options)
    this.words = words
  }
}

/** A setting that is missing or cannot be used. */
export class SettingError extends OperatorError {
  override readonly name = 'SettingError'
}

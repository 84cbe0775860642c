import type { Refusal } from './refusal.ts'

/** What reading an upload's body throws when it ends badly: the refusal that says how (too large, broken off). */
export class UploadFailure extends Error {
  override readonly name = 'UploadFailure'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

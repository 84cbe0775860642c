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

/** How a file may be refused wherever one is uploaded. */
export const UPLOAD_REFUSALS = [
  'file-too-large',
  'file-empty',
  'file-type-not-accepted',
  'file-name-not-accepted',
  'file-type-mismatch',
  'upload-broken-off',
] as const

import { type Refusal, refuse } from '@mashang/kit'

const LONGEST_NAME = 200
/** Control characters, path separators, and marks that turn the reading direction (`gnp.exe` shown as `exe.png`). */
const NOT_ACCEPTED = /[\p{Cc}\p{Cs}/\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** The name of an upload is shown and offered for download, never used as a path; still it must be a plain name. */
export function checkFileName(name: string): Refusal | undefined {
  const isPlain =
    name.trim() !== '' &&
    name !== '.' &&
    name !== '..' &&
    name.length <= LONGEST_NAME &&
    !NOT_ACCEPTED.test(name)
  return isPlain ? undefined : refuse('file-name-not-accepted', { facts: { limit: LONGEST_NAME } })
}

/** The ending of a name in lower case, without the dot; undefined when it has none. */
export function findExtension(name: string): string | undefined {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase()
}

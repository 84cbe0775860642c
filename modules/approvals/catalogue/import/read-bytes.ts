import { type Refusal, refuse, type Words } from '@mashang/kit'

/** Largest file, in bytes; the whole catalogue of a province has 5 MB. */
const LARGEST_FILE = 32 * 1024 * 1024

export function broken(zh: string, en: string): Refusal {
  return refuse('import-file-broken', { facts: { why: { zh, en } satisfies Words } })
}

/** Reads a file to its end, or to where it is too large; a broken connection is a broken file. */
export async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Buffer | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > LARGEST_FILE) return refuse('file-too-large', { facts: { limit: LARGEST_FILE } })
      chunks.push(chunk)
    }
  } catch {
    return broken('上传中断，没有收到完整的文件', 'the upload broke off before the end of the file')
  }
  return size === 0 ? broken('文件是空的', 'the file is empty') : Buffer.concat(chunks)
}

/** The text of a file in UTF-8, with or without a mark at its beginning. */
export function readText(bytes: Buffer): string | Refusal {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return notUtf8('UTF-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return notUtf8(looksLikeGbk(bytes) ? 'GBK' : undefined)
  }
}

function notUtf8(found: string | undefined): Refusal {
  return found
    ? broken(
        `文字编码是 ${found}，不是 UTF-8，请另存为 UTF-8`,
        `the text is encoded in ${found}, not in UTF-8; save it as UTF-8`,
      )
    : broken('文字编码不是 UTF-8', 'the text is not encoded in UTF-8')
}

function looksLikeGbk(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return /\p{Script=Han}{2}/u.test(text)
  } catch {
    return false
  }
}

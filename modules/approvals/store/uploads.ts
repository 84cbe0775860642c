/**
 * 上传 — files that somebody uploaded, and may refer to as material.
 */

import type { Material } from '@mashang/flow'
import { isRefusal, type Refusal, refuse, type Upload, type Words } from '@mashang/kit'
import type { FileView, GivenFile, GivenMaterial } from '../contract/index.ts'
import type { Inside } from '../inside.ts'

const MIME: Readonly<Record<Material['accepts'][number], string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What a file turned out to be, as people call it; any other kind by its own name. */
const KIND_WORDS: Readonly<Record<string, Words>> = {
  [MIME.pdf]: { zh: 'PDF', en: 'PDF' },
  [MIME.jpeg]: { zh: 'JPEG 图片', en: 'a JPEG picture' },
  [MIME.png]: { zh: 'PNG 图片', en: 'a PNG picture' },
  [MIME.docx]: { zh: 'Word 文档', en: 'a Word document' },
  [MIME.xlsx]: { zh: 'Excel 表格', en: 'an Excel sheet' },
  'image/gif': { zh: 'GIF 图片', en: 'a GIF picture' },
  'text/plain': { zh: '纯文本', en: 'plain text' },
  'application/zip': { zh: '压缩包', en: 'a ZIP archive' },
  'application/octet-stream': { zh: '无法识别的格式', en: 'of an unknown kind' },
}

/** A refusal that names kinds of files as people call them. */
function inWords(refusal: Refusal, accepts: Material['accepts']): Refusal {
  const { found } = refusal.facts
  if (typeof found !== 'string') return refusal
  const accepted = accepts.map((kind) => kind.toUpperCase())
  const words = { zh: accepted.join('、'), en: accepted.join(', ') }
  return { ...refusal, facts: { ...refusal.facts, found: KIND_WORDS[found] ?? found, accepted: words } }
}

const MEGABYTE = 1_048_576

/** What a file may be that is uploaded before it is known for which material: the widest of any. */
const ANY: Pick<Material, 'accepts' | 'max-size'> = {
  accepts: ['pdf', 'jpeg', 'png', 'docx', 'xlsx'],
  'max-size': '50MB',
}

/** Streams an upload to the file store and notes whose it is. */
export async function keepUpload(
  inside: Inside,
  owner: string,
  upload: Upload | undefined,
  limits: Pick<Material, 'accepts' | 'max-size'> = ANY,
): Promise<FileView | Refusal> {
  if (!upload) return refuse('file-empty')
  const stored = await inside.files.put({
    name: upload.name,
    body: upload.body,
    maxBytes: Number.parseInt(limits['max-size'], 10) * MEGABYTE,
    accepts: limits.accepts.map((kind) => MIME[kind]),
  })
  if (isRefusal(stored)) return inWords(stored, limits.accepts)
  await inside.db
    .insertInto('uploaded_file')
    .values({ owner, ...stored, at: inside.clock.now().toISOString() })
    .onConflict((on) => on.columns(['owner', 'digest']).doNothing())
    .execute()
  return { ...stored, name: upload.name }
}

interface Referred {
  readonly material: string
  readonly files: readonly { readonly digest: string; readonly name: string }[]
}

/** The uploaded files that a submission refers to; refused where one was not uploaded by this owner. */
export async function findGiven(
  inside: Inside,
  owner: string,
  materials: readonly Referred[],
  before: readonly GivenMaterial[] = [],
): Promise<readonly GivenMaterial[] | Refusal> {
  const known = new Map(before.flatMap((given) => given.files).map((file) => [file.digest, file]))
  const wanted = new Set(
    materials.flatMap((one) => one.files.map((file) => file.digest)).filter((digest) => !known.has(digest)),
  )
  if (wanted.size > 0) {
    const rows = await inside.readUploads({ owner, digests: [...wanted] })
    for (const row of rows) known.set(row.digest, { ...row, name: '' })
  }
  const given: GivenMaterial[] = []
  for (const { material, files } of materials) {
    const found: GivenFile[] = []
    for (const { digest, name } of files) {
      const file = known.get(digest)
      if (!file)
        return refuse('file-not-found', {
          facts: { digest },
          fields: [{ path: `materials.${material}`, code: 'required', facts: {} }],
        })
      found.push({ ...file, name })
    }
    if (found.length > 0) given.push({ material, files: found, trust: 'C' })
  }
  return given
}

import { fileTypeFromBuffer, supportedExtensions } from 'file-type'
import { findExtension } from './name.ts'
import type { ZipListing } from './zip.ts'

const BINARY = 'application/octet-stream'
const TEXT = 'text/plain'
const ZIP = 'application/zip'
/** The old container of Word, Excel and PowerPoint: which of them, only the name tells. */
const OLE = 'application/x-cfb'

const OOXML = 'application/vnd.openxmlformats-officedocument'

/** Office documents are zips that hold this part. */
const ZIP_PARTS: readonly (readonly [part: string, type: string])[] = [
  ['word/document.xml', `${OOXML}.wordprocessingml.document`],
  ['xl/workbook.xml', `${OOXML}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OOXML}.presentationml.presentation`],
  ['OFD.xml', 'application/ofd'],
]

/** Endings that go with a type, and types told by the name where the content leaves them open. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'application/ofd': ['ofd'],
  [`${OOXML}.wordprocessingml.document`]: ['docx'],
  [`${OOXML}.spreadsheetml.sheet`]: ['xlsx'],
  [`${OOXML}.presentationml.presentation`]: ['pptx'],
  [ZIP]: ['zip'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
  'application/json': ['json'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'audio/mpeg': ['mp3'],
}

const OLD_OFFICE = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint']
const TEXTS = ['text/plain', 'text/csv', 'application/json']

const KNOWN_EXTENSIONS = new Set([
  ...supportedExtensions,
  ...Object.values(EXTENSIONS).flat(),
  'htm',
  'html',
  'svg',
  'exe',
  'js',
])

/** What the beginning of a file shows it to be. */
export interface Kind {
  readonly type: string
  /** Whether it is a zip, whose directory at the end says what is inside. */
  readonly isZip: boolean
  /** Endings a name of this type may have. */
  readonly extensions: readonly string[]
}

/** Bytes of the beginning that are looked at. */
export const HEAD_SIZE = 8192

/** Sniffs the type from the first bytes; the name only chooses among types that look alike. */
export async function sniff(head: Buffer, name: string): Promise<Kind> {
  if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) return kindOf(ZIP, true)
  const found = await fileTypeFromBuffer(head)
  const extension = findExtension(name) ?? ''
  if (found === undefined) return kindOf(isText(head) ? named(TEXTS, extension, TEXT) : BINARY, false)
  if (found.mime === OLE) return kindOf(named(OLD_OFFICE, extension, OLE), false)
  return { ...kindOf(found.mime, false), extensions: EXTENSIONS[found.mime] ?? [found.ext] }
}

/** What a zip is, by the parts inside. */
export function kindOfZip({ names }: ZipListing): Kind {
  const parts = new Set(names)
  const isOffice = parts.has('[Content_Types].xml')
  const found = ZIP_PARTS.find(([part, type]) => parts.has(part) && (isOffice || type === 'application/ofd'))
  return kindOf(found?.[1] ?? ZIP, true)
}

/** Whether a name's ending promises something else than the content is. A name without a known ending promises nothing. */
export function isMisnamed(name: string, kind: Kind): boolean {
  const extension = findExtension(name)
  return extension !== undefined && KNOWN_EXTENSIONS.has(extension) && !kind.extensions.includes(extension)
}

function kindOf(type: string, isZip: boolean): Kind {
  return { type, isZip, extensions: EXTENSIONS[type] ?? [] }
}

function named(types: readonly string[], extension: string, otherwise: string): string {
  return types.find((type) => EXTENSIONS[type]?.includes(extension)) ?? otherwise
}

/** UTF-8, or GB 18030 as older Chinese software writes; no control characters but those of lines. */
function isText(head: Buffer): boolean {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      // A character may be cut at the end of the head.
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: head.length >= HEAD_SIZE })
      return true
    } catch {
      return false
    }
  })
}

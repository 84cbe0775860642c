/**
 * Which characters the fonts hold, read from the fonts themselves. A character that none of them holds is
 * printed as its code point in brackets instead of an empty box: an official document must not lose a name.
 */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Fonts of a city: its own licensed ones (小标宋, 仿宋) before ours, others where a character is rare. */
export interface CityFonts {
  /** Folder with TTF, OTF or TTC files. */
  readonly folder: string
  /** Families for titles and the red head, first choice first. */
  readonly title?: readonly string[]
  /** Families for the text. */
  readonly body?: readonly string[]
}

export interface FontSet {
  readonly folders: readonly string[]
  readonly title: readonly string[]
  readonly body: readonly string[]
}

const BODY = 'Noto Sans SC'
const TITLE = 'Mashang Song'

/** The folders and family orders to typeset with; families of the city's folder also serve rare characters. */
export function fontSet(own: URL, city?: CityFonts): FontSet {
  const noto = join(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
    '..',
  )
  const folders = [fileURLToPath(own), join(noto, '400Regular'), join(noto, '700Bold')]
  const rare = city === undefined ? [] : familiesIn(city.folder)
  if (city !== undefined) folders.push(city.folder)
  const order = (first: readonly string[]) => [...new Set([...first, ...rare])]
  return {
    folders,
    title: order([...(city?.title ?? []), TITLE, BODY]),
    body: order([...(city?.body ?? []), BODY, TITLE]),
  }
}

/** Whether some font of these folders holds a code point. */
export type Coverage = (codePoint: number) => boolean

export function coverageOf(folders: readonly string[]): Coverage {
  const held = new Uint8Array(0x110000 / 8)
  for (const face of folders.flatMap(facesIn)) {
    readCharacters(face, (from, to) => {
      for (let code = from; code <= to; code += 1)
        held[code >> 3] = (held[code >> 3] ?? 0) | (1 << (code & 7))
    })
  }
  return (code) => ((held[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
}

interface Face {
  readonly file: string
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>
}

function facesIn(folder: string): readonly Face[] {
  return readdirSync(folder)
    .filter((name) => ['.ttf', '.otf', '.ttc'].includes(extname(name).toLowerCase()))
    .sort()
    .flatMap((name) => readFaces(join(folder, name)))
}

function bytesOf(file: string, offset: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset))
  } finally {
    closeSync(handle)
  }
}

function readFaces(file: string): Face[] {
  const head = bytesOf(file, 0, 12)
  if (head.length < 12) return []
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [readFace(file, 0)]
  const count = head.readUInt32BE(8)
  const offsets = bytesOf(file, 12, count * 4)
  return Array.from({ length: count }, (_, i) => readFace(file, offsets.readUInt32BE(i * 4)))
}

function readFace(file: string, start: number): Face {
  const count = bytesOf(file, start + 4, 2).readUInt16BE(0)
  const directory = bytesOf(file, start + 12, count * 16)
  const tables = new Map<string, { offset: number; length: number }>()
  for (let i = 0; i < count; i += 1) {
    tables.set(directory.toString('latin1', i * 16, i * 16 + 4), {
      offset: directory.readUInt32BE(i * 16 + 8),
      length: directory.readUInt32BE(i * 16 + 12),
    })
  }
  return { file, tables }
}

function tableOf(face: Face, tag: string): Buffer | undefined {
  const table = face.tables.get(tag)
  return table === undefined ? undefined : bytesOf(face.file, table.offset, table.length)
}

/** Ranges of the Unicode character maps: format 12 (all planes) and format 4 (the first plane). */
function readCharacters(face: Face, range: (from: number, to: number) => void): void {
  const map = tableOf(face, 'cmap')
  if (map === undefined) return
  for (let i = 0; i < map.readUInt16BE(2); i += 1) {
    const at = map.readUInt32BE(4 + i * 8 + 4)
    const format = map.readUInt16BE(at)
    if (format === 12) {
      for (let group = 0; group < map.readUInt32BE(at + 12); group += 1) {
        const g = at + 16 + group * 12
        range(map.readUInt32BE(g), Math.min(map.readUInt32BE(g + 4), 0x10ffff))
      }
    } else if (format === 4) {
      readSegments(map, at, range)
    }
  }
}

function readSegments(map: Buffer, at: number, range: (from: number, to: number) => void): void {
  const count = map.readUInt16BE(at + 6) / 2
  const ends = at + 14
  const starts = ends + count * 2 + 2
  const offsets = starts + count * 4
  for (let i = 0; i < count; i += 1) {
    const from = map.readUInt16BE(starts + i * 2)
    const to = map.readUInt16BE(ends + i * 2)
    const offset = map.readUInt16BE(offsets + i * 2)
    const delta = map.readUInt16BE(starts + (count + i) * 2)
    for (let code = from; code <= to && code < 0xffff; code += 1) {
      const at2 = offsets + i * 2 + offset + (code - from) * 2
      const glyph = offset === 0 ? (code + delta) & 0xffff : at2 + 2 <= map.length ? map.readUInt16BE(at2) : 0
      if (glyph !== 0) range(code, code)
    }
  }
}

/** Family names (name ids 1 and 16, Unicode records) of the fonts in a folder. */
function familiesIn(folder: string): readonly string[] {
  const families = new Set<string>()
  for (const face of facesIn(folder)) {
    const table = tableOf(face, 'name')
    if (table === undefined) continue
    const strings = table.readUInt16BE(4)
    for (let i = 0; i < table.readUInt16BE(2); i += 1) {
      const record = 6 + i * 12
      const unicode = [0, 3].includes(table.readUInt16BE(record))
      if (!unicode || ![1, 16].includes(table.readUInt16BE(record + 6))) continue
      const from = strings + table.readUInt16BE(record + 10)
      const raw = Buffer.from(table.subarray(from, from + table.readUInt16BE(record + 8)))
      families.add(raw.swap16().toString('utf16le'))
    }
  }
  return [...families]
}

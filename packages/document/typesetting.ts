/** A Typst compiler that is made once and keeps its fonts and templates between documents. */
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf, type FontSet } from './fonts.ts'
import type { Page } from './page.ts'
import { printable } from './printable.ts'

/** Where the seal stands: page from 1, left and top in points from the page's upper left corner, size in points. */
export interface SealPlace {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Typeset {
  readonly pdf: Uint8Array
  readonly seal?: SealPlace
}

export type Typesetter = (page: Page) => Typeset

/** Pictures inside a page's data: they are ours and not text. */
const PICTURES = ['qr', 'svg', 'border']
/** Sizes of the text in points: a document that would just run over onto a second page is set tighter. */
const SIZE = 15
const TIGHTER = [14, 13]
/** Compiles after which results that were not used again are dropped from Typst's cache. */
const KEEP = 4

export function createTypesetter(templates: string, fonts: FontSet): Typesetter {
  const covered = coverageOf(fonts.folders)
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: [...fonts.folders] }],
  })
  const inputs = {
    'title-fonts': JSON.stringify(fonts.title),
    'body-fonts': JSON.stringify(fonts.body),
  }
  const lay = (page: string, format: Page['format'], size: number): NodeTypstDocument => {
    const result = compiler.compile({
      mainFilePath: join(templates, `${format}.typ`),
      inputs: { ...inputs, page, size: String(size) },
    })
    if (result.result === null) {
      throw new Error(`Typst: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document')}`)
    }
    return result.result
  }
  return (page) => {
    const data = JSON.stringify(printable(page, covered, PICTURES))
    let document = lay(data, page.format, SIZE)
    for (const size of TIGHTER) {
      if (document.numOfPages !== 2) break
      const tighter = lay(data, page.format, size)
      if (tighter.numOfPages === 1) document = tighter
    }
    const pdf = compiler.pdf(document, {
      pdfStandard: 'a-2b',
      creationTimestamp: Date.parse(`${page.date}T00:00:00Z`) / 1000,
    })
    const seal = sealPlace(compiler.query(document, { selector: '<seal>', field: 'value' }))
    compiler.evictCache(KEEP)
    return seal === undefined ? { pdf } : { pdf, seal }
  }
}

function sealPlace(found: unknown): SealPlace | undefined {
  const first: unknown = Array.isArray(found) ? found[0] : undefined
  if (typeof first !== 'object' || first === null) return undefined
  const { page, x, y, size } = first as Partial<Record<keyof SealPlace, unknown>>
  if (typeof page !== 'number' || typeof x !== 'number') return undefined
  if (typeof y !== 'number' || typeof size !== 'number') return undefined
  return { page, x, y, size }
}

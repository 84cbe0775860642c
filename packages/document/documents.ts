import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Words } from '@mashang/kit'
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import type {
  DocumentData,
  DocumentKind,
  Documents,
  Issued,
  IssuedData,
  IssuedKind,
  Language,
} from './contract.ts'
import { type CityFonts, fontSet } from './fonts.ts'
import { createPool } from './pool.ts'
import type { Signing } from './signing/signer.ts'
import { verifySignature } from './signing/verify.ts'

export interface DocumentsOptions {
  readonly signing: Signing
  readonly cityName: Words
  /** Address under which codes are verified, e.g. `https://zwfw.example.gov.cn/verify`. */
  readonly verifyBase: string
  /** Seals say 演示专用 and footers that the document has no legal effect. */
  readonly demo: boolean
  /** Fonts of the city's own, see `CityFonts`. */
  readonly fonts?: CityFonts
  /** Typesetting threads; 1. Each keeps some 100 MB. */
  readonly threads?: number
  /** Milliseconds after which a document is given up; 30 000. */
  readonly timeoutMs?: number
  /** Bytes of rendered documents kept for the next reader; 32 MiB. The same data gives the same bytes. */
  readonly cacheBytes?: number
  /**
   * Where the parts lie that cannot be bundled. By default beside this file; a bundle names its copies: `worker.ts`
   * bundled as an entry of its own, and the folders `templates/` and `fonts/`.
   */
  readonly parts?: { readonly worker: URL; readonly templates: URL; readonly fonts: URL }
}

export function createDocuments(options: DocumentsOptions): Documents {
  const parts = options.parts ?? {
    worker: new URL('./worker.mjs', import.meta.url),
    templates: new URL('./templates/', import.meta.url),
    fonts: new URL('./fonts/', import.meta.url),
  }
  const pool = createPool(
    { templates: fileURLToPath(parts.templates), fonts: fontSet(parts.fonts, options.fonts) },
    { worker: parts.worker, threads: options.threads ?? 1, timeoutMs: options.timeoutMs ?? 30_000 },
  )
  const cache = createCache(options.cacheBytes ?? 32 * 1024 * 1024)
  const { cityName, demo, signing } = options
  const verifyBase = options.verifyBase.replace(/\/+$/, '')

  return {
    render: <K extends DocumentKind>(kind: K, data: DocumentData[K], language: Language = 'zh') =>
      cache(JSON.stringify([kind, language, data]), () =>
        pool.run({ kind, data, setting: { language, cityName, verifyBase, demo, sealed: false } }),
      ),
    issue: async <K extends IssuedKind>(kind: K, data: IssuedData[K], at = new Date()): Promise<Issued> => {
      const open = await pool.run({
        kind,
        data,
        setting: { language: 'zh', cityName, verifyBase, demo, sealed: true },
        signature: {
          name: data.organ,
          reason: data.documentNumber,
          location: cityName.zh,
          at: at.toISOString(),
        },
      })
      const pdf = new Uint8Array(await new SignPdf().sign(open, cmsSigner(signing), at))
      return { pdf, digest: createHash('sha256').update(pdf).digest('hex') }
    },
    verify: (pdf) => verifySignature(pdf, signing.roots),
    close: () => pool.close(),
  }
}

function cmsSigner(signing: Signing): Signer {
  return new (class extends Signer {
    override async sign(content: Buffer, at?: Date): Promise<Buffer> {
      return Buffer.from(await signing.cms(content, at ?? new Date()))
    }
  })()
}

/** Keeps the latest results up to a number of bytes; one that is being made is waited for, not made twice. */
function createCache(limit: number) {
  const kept = new Map<string, Promise<Uint8Array>>()
  const sizes = new Map<string, number>()
  let bytes = 0
  const drop = (key: string) => {
    kept.delete(key)
    bytes -= sizes.get(key) ?? 0
    sizes.delete(key)
  }
  return async (text: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const key = createHash('sha256').update(text).digest('base64')
    const found = kept.get(key)
    if (found !== undefined) {
      kept.delete(key)
      kept.set(key, found)
      return found
    }
    const made = make()
    kept.set(key, made)
    try {
      const pdf = await made
      sizes.set(key, pdf.length)
      bytes += pdf.length
      for (const oldest of kept.keys()) {
        if (bytes <= limit) break
        if (sizes.has(oldest)) drop(oldest)
      }
      return pdf
    } catch (error) {
      drop(key)
      throw error
    }
  }
}

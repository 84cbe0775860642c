/** Opens a place for the signature in a finished PDF; the signature itself is made elsewhere, with the key. */
import { PDFArray, type PDFContext, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { SealPlace } from '../typesetting.ts'

export interface SignatureNote {
  /** Who signs, why and where, as a reader of the PDF sees it. */
  readonly name: string
  readonly reason: string
  readonly location: string
  /** Signing time, ISO 8601. */
  readonly at: string
}

/** Room for the CMS with its chain, in bytes. */
const ROOM = 8192
/** The marks @signpdf looks for. */
const MARK = '**********'
const PRINT_AND_LOCKED = 4 + 128
const SIGNATURES_EXIST_APPEND_ONLY = 3

/**
 * Adds an empty signature that certifies the document: no later change is allowed (DocMDP 1). Its field lies over
 * the seal, so that a click on the seal shows the signature.
 */
export async function withPlaceholder(
  pdf: Uint8Array,
  note: SignatureNote,
  seal?: SealPlace,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  const page = document.getPage((seal?.page ?? 1) - 1)
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: [PDFNumber.of(0), PDFName.of(MARK), PDFName.of(MARK), PDFName.of(MARK)],
      Contents: PDFHexString.of('0'.repeat(ROOM * 2)),
      M: PDFString.fromDate(new Date(note.at)),
      Name: PDFHexString.fromText(note.name),
      Reason: PDFHexString.fromText(note.reason),
      Location: PDFHexString.fromText(note.location),
      Reference: [
        {
          Type: 'SigRef',
          TransformMethod: 'DocMDP',
          TransformParams: { Type: 'TransformParams', P: 1, V: PDFName.of('1.2') },
        },
      ],
    }),
  )
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Seal'),
      Rect: rectangle(context, page.getHeight(), seal),
      F: PRINT_AND_LOCKED,
      P: page.ref,
      V: signature,
      AP: {
        N: context.register(
          context.formXObject([], { BBox: [0, 0, seal?.size ?? 0, seal?.size ?? 0], Resources: {} }),
        ),
      },
    }),
  )
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray) ?? context.obj([])
  annotations.push(field)
  page.node.set(PDFName.of('Annots'), annotations)
  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ Fields: [field], SigFlags: SIGNATURES_EXIST_APPEND_ONLY }),
  )
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }))
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

function rectangle(context: PDFContext, height: number, seal: SealPlace | undefined): PDFArray {
  if (seal === undefined) return context.obj([0, 0, 0, 0])
  const top = height - seal.y
  return context.obj([seal.x, top - seal.size, seal.x + seal.size, top])
}

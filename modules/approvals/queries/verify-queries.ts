import { createHash } from 'node:crypto'
import { type Handlers, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { applicationEndpoints, Verification } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { createIssued } from '../licences/queries/verification.ts'

type VerifyQueries = Pick<Handlers<typeof applicationEndpoints>, 'verifyDocument' | 'verifyFile'>

const LARGEST_PDF = 20 * 1_048_576

/** Anyone may check a licence or document: by the code of its QR, or by the PDF itself. */
export function verifyQueries(inside: Inside): VerifyQueries {
  const issued = createIssued(inside)
  return {
    verifyDocument: async ({ params }) =>
      (await issued.find(params.code)) ?? refuse('nothing-to-verify', { facts: { code: params.code } }),
    verifyFile: async ({ upload }) => {
      const pdf = upload && (await collect(upload.body))
      if (!pdf) return refuse('file-empty')
      if (isRefusal(pdf)) return pdf
      const digest = createHash('sha256').update(pdf).digest('hex')
      const found = await issued.findFile(digest)
      if (!new TextDecoder('latin1').decode(pdf.subarray(0, 1024)).includes('%PDF-')) {
        return refuse('file-type-not-accepted', {
          facts: { found: { zh: '不是 PDF', en: 'not a PDF' }, accepted: 'PDF' },
        })
      }
      const checked = await inside.documents.verify(pdf)
      const signature = checked.valid ? 'valid' : checked.reason === 'not-signed' ? 'none' : 'invalid'
      return { signature, signer: checked.signer, digest, issued: found, words: verdict(signature, found) }
    },
  }
}

function verdict(signature: 'valid' | 'invalid' | 'none', issued: Verification | undefined) {
  if (issued && issued.status === 'valid' && signature !== 'valid')
    return {
      zh: '这份文件与本市的签发记录一字不差，现行有效；但它的数字签名没有通过检查，请以签发记录为准。',
      en: 'This file is exactly what this city issued, and valid today; its digital signature did not pass, so go by the record.',
    }
  if (issued && issued.status === 'valid')
    return {
      zh: '这份文件由本市签发，一字未改，现行有效。',
      en: 'Issued by this city, unchanged, and valid today.',
    }
  if (issued?.corrected)
    return {
      zh: `这份文件由本市签发且未被改动，但其中有差错，已由更正后的 ${issued.corrected.number} 替代。`,
      en: `Issued by this city and unchanged, but it held a slip; ${issued.corrected.number} takes its place.`,
    }
  if (issued?.status === 'replaced')
    return {
      zh: '这份文件由本市签发且未被改动，但已有新的证照替代它。',
      en: 'Issued by this city and unchanged, but replaced by a newer print.',
    }
  if (issued)
    return {
      zh: '这份文件由本市签发且未被改动，但已不再有效。',
      en: 'Issued by this city and unchanged, but no longer valid.',
    }
  if (signature === 'valid')
    return {
      zh: '签名有效，但不是本市记录在案的文书。',
      en: 'The signature is valid, but the document is not on record here.',
    }
  if (signature === 'none')
    return {
      zh: '这份文件没有数字签名，不是本市签发的原件。',
      en: 'This file bears no digital signature; it is not an original issued here.',
    }
  return {
    zh: '这份文件签发后被改动过，或者不是本市签发的。',
    en: 'This file was changed after it was signed, or was not issued here.',
  }
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | Refusal | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST_PDF) return refuse('file-too-large', { facts: { limit: '20 MB' } })
    chunks.push(chunk)
  }
  return size > 0 ? Buffer.concat(chunks) : undefined
}

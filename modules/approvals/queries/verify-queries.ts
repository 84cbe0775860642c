import { createHash } from 'node:crypto'
import { formatDay, type Handlers, isRefusal, maskName, type Refusal, refuse } from '@mashang/kit'
import type { applicationEndpoints, Verification } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { fullWords, licenceStatus } from './issued.ts'

type VerifyQueries = Pick<Handlers<typeof applicationEndpoints>, 'verifyDocument' | 'verifyFile'>

const LARGEST_PDF = 20 * 1_048_576

/** Anyone may check a licence or document: by the code of its QR, or by the PDF itself. */
export function verifyQueries(inside: Inside): VerifyQueries {
  return {
    verifyDocument: async ({ params }) => {
      const code = params.code
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[^0-9A-Z]/g, '')
      const written = code.replace(/(.{4})(?=.)/g, '$1-')
      return (
        (await findLicence(inside, 'code', written)) ??
        (await findDocument(inside, 'code', written)) ??
        (await findLicence(inside, 'number', params.code.trim())) ??
        refuse('nothing-to-verify', { facts: { code: params.code } })
      )
    },
    verifyFile: async ({ upload }) => {
      const pdf = upload && (await collect(upload.body))
      if (!pdf) return refuse('file-empty')
      if (isRefusal(pdf)) return pdf
      const digest = createHash('sha256').update(pdf).digest('hex')
      const issued = await findDocument(inside, 'file', digest)
      if (!new TextDecoder('latin1').decode(pdf.subarray(0, 1024)).includes('%PDF-')) {
        return refuse('file-type-not-accepted', {
          facts: { found: { zh: '不是 PDF', en: 'not a PDF' }, accepted: 'PDF' },
        })
      }
      const checked = await inside.documents.verify(pdf)
      const signature = checked.valid ? 'valid' : checked.reason === 'not-signed' ? 'none' : 'invalid'
      return { signature, signer: checked.signer, digest, issued, words: verdict(signature, issued) }
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

async function findLicence(
  inside: Inside,
  by: 'code' | 'number',
  value: string,
): Promise<Verification | undefined> {
  const row = await inside.db.selectFrom('licence').selectAll().where(by, '=', value).executeTakeFirst()
  if (!row) return undefined
  const pdf = await inside.db
    .selectFrom('document')
    .select(['file', 'issued_at'])
    .where('licence_id', '=', row.id)
    .executeTakeFirst()
  const organ = getOrgan(inside.city, row.organ)
  const enterprise = row.shows.some((shown) => shown.label.includes('信用代码'))
  return {
    code: row.code,
    kind: 'licence',
    title: { zh: row.title, en: row.title },
    number: row.number,
    organ: { id: organ.id, name: organ.name, short: organ.short },
    issuedAt: pdf?.issued_at.toISOString() ?? `${row.valid_from}T00:00:00.000Z`,
    status: licenceStatus(row, inside.clock.now()),
    shows: [
      { label: '持证人', text: enterprise ? row.holder : maskName(row.holder) },
      {
        label: '有效期',
        text: row.valid_to
          ? `${formatDay(row.valid_from, 'zh')}至 ${formatDay(row.valid_to, 'zh')}`
          : `${formatDay(row.valid_from, 'zh')}起长期有效`,
      },
      { label: '电子证照标识', text: row.identifier },
    ],
    fileDigest: pdf?.file,
    log: await findInLog(inside, 'licence', row.id),
    demo: inside.city.demo,
  }
}

async function findDocument(
  inside: Inside,
  by: 'code' | 'file',
  value: string,
): Promise<Verification | undefined> {
  const row = await inside.db.selectFrom('document').selectAll().where(by, '=', value).executeTakeFirst()
  if (!row) return undefined
  const licence = row.licence_id
    ? await inside.db
        .selectFrom('licence')
        .select(['valid_to', 'revoked_at'])
        .where('id', '=', row.licence_id)
        .executeTakeFirst()
    : undefined
  const organ = getOrgan(inside.city, row.organ)
  return {
    code: row.code,
    kind: 'document',
    title: fullWords(row.title),
    number: row.number,
    organ: { id: organ.id, name: organ.name, short: organ.short },
    issuedAt: row.issued_at.toISOString(),
    status: licence ? licenceStatus(licence, inside.clock.now()) : 'valid',
    shows: [...row.shows],
    fileDigest: row.file,
    log: await findInLog(inside, 'document', row.id),
    demo: inside.city.demo,
  }
}

/** Where the entry of its issue stands in the public log. */
async function findInLog({ log, journal }: Inside, stream: string, id: string): Promise<Verification['log']> {
  const [entry] = await journal.read(stream, id)
  const leaf = entry && (await log.reader.findLeaf(id, entry.revision))
  const checkpoint = await log.reader.findCheckpoint()
  return entry && leaf !== undefined && checkpoint ? { leaf, digest: entry.digest, checkpoint } : undefined
}

/** The frame every letter shares; its kinds fill in number, title and text. */
import type { DocumentBase, DocumentKind } from '../contract.ts'
import type { Block, Footer, LetterPage } from '../page.ts'
import { qrCode } from '../qr.ts'
import { APPROVAL_SEAL, seal } from '../seal.ts'
import { DOCUMENT_TITLES } from '../titles.ts'
import { addresseeOf, closingOf, dateOf, type Setting, say } from './words.ts'

/** What a kind of letter says by itself. */
export interface LetterText {
  readonly blocks: readonly Block[]
  /** Letters are addressed to the applicant; a record is not. */
  readonly addressed?: boolean
}

export function letterPage(
  setting: Setting,
  kind: DocumentKind,
  data: DocumentBase,
  text: LetterText,
): LetterPage {
  const title = DOCUMENT_TITLES[kind][setting.language]
  return {
    format: 'letter',
    language: setting.language,
    subject: { title, author: data.organ, keywords: [data.caseNumber, data.documentNumber] },
    date: data.date,
    ...watermarkOf(setting),
    footer: caseFooter(setting, data),
    organ: data.organ,
    number: data.documentNumber,
    // What stands in brackets has a line of its own.
    title: title.replace('（', '\n（'),
    ...(text.addressed === false ? {} : { addressee: addresseeOf(setting, data.applicant) }),
    blocks: text.blocks,
    signed: {
      organ: data.organ,
      date: dateOf(setting, data.date),
      ...(setting.sealed
        ? { seal: { svg: seal(data.organ, data.sealPurpose ?? APPROVAL_SEAL, setting.demo) } }
        : {}),
    },
    closing: closingOf(setting, data.contact, data.notes),
  }
}

/** A preview must not pass for the document; a translation says so in its footer. */
export function watermarkOf(setting: Setting): { readonly watermark?: string } {
  if (setting.sealed) return {}
  return { watermark: say(setting, '预览 未生效', 'PREVIEW') }
}

function verifyAddress(setting: Setting, data: DocumentBase): string {
  return data.verification.url ?? `${setting.verifyBase}/${encodeURIComponent(data.verification.code)}`
}

export function caseFooter(setting: Setting, data: DocumentBase): Footer {
  const address = verifyAddress(setting, data)
  return {
    qr: qrCode(address),
    lines: [
      say(setting, `${data.caseName ?? '办件编号'}：${data.caseNumber}`, `Case number: ${data.caseNumber}`),
      say(setting, `验证码：${data.verification.code}`, `Verification code: ${data.verification.code}`),
      say(setting, `扫码或访问 ${address} 查验真伪`, `Verify at ${address}`),
    ],
    ...warningOf(setting),
    pages: say(setting, '第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'),
  }
}

function warningOf(setting: Setting): { readonly warning?: string } {
  const warnings = [
    setting.demo
      ? say(setting, '演示系统出具，不具有法律效力。', 'Demonstration, without legal effect.')
      : undefined,
    setting.language === 'en' ? 'Translation; the Chinese document prevails.' : undefined,
  ].filter((warning) => warning !== undefined)
  return warnings.length === 0 ? {} : { warning: warnings.join(' ') }
}

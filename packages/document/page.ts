/**
 * What the Typst templates are handed: plain data in a few shapes. Templates know shapes, not kinds of document;
 * every string in here is printed literally.
 */
import type { FormSection, Language } from './contract.ts'

/** A text, with passages that stand out. */
export type Run = string | { readonly strong: string }

export interface Column {
  readonly title: string
  /** Share of the width; `narrow` columns are as wide as their text. */
  readonly width: number | 'narrow'
}

export type Block =
  | { readonly block: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[] }
  | {
      readonly block: 'facts'
      readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
    }
  | {
      readonly block: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly block: 'section'; readonly text: string }
  | {
      readonly block: 'grid'
      readonly pairs: readonly { readonly label: string; readonly value: string }[]
    }
  | {
      readonly block: 'steps'
      readonly steps: readonly { readonly name: string; readonly lines: readonly string[] }[]
    }
  | {
      /** A bar chart from zero: each bar's share of the longest possible, and its value in words. */
      readonly block: 'bars'
      readonly rows: readonly { readonly label: string; readonly share: number; readonly text: string }[]
    }
  | { readonly block: 'answer'; readonly question: string; readonly answer: string }
  | { readonly block: 'why'; readonly title: string; readonly lines: readonly string[] }

export interface Footer {
  /** SVG of the QR code. */
  readonly qr?: string
  /** Label and value pairs beside the QR code. */
  readonly lines: readonly string[]
  /** A warning printed in red (demonstration, translation). */
  readonly warning?: string
  /** With `{page}` and `{pages}`. */
  readonly pages: string
}

export interface SealPicture {
  readonly svg: string
}

interface PageBase {
  readonly language: Language
  /** For the PDF's own metadata. */
  readonly subject: { readonly title: string; readonly author: string; readonly keywords: readonly string[] }
  readonly date: string
  /** Large and pale across every page. */
  readonly watermark?: string
  readonly footer: Footer
}

export interface LetterPage extends PageBase {
  readonly format: 'letter'
  readonly organ: string
  readonly number: string
  readonly title: string
  readonly addressee?: string
  readonly blocks: readonly Block[]
  readonly signed: { readonly organ: string; readonly date: string; readonly seal?: SealPicture }
  readonly closing: readonly string[]
}

export interface LicencePage extends PageBase {
  readonly format: 'licence'
  /** SVG of the whole sheet. */
  readonly border: string
  readonly name: string
  readonly secondName?: string
  readonly copy?: string
  readonly marks: readonly { readonly label: string; readonly value: string }[]
  /** One line at the foot. */
  readonly identifier?: string
  /** Under the QR code. */
  readonly scan: string
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
  readonly signed: {
    readonly organ: string
    readonly date: string
    readonly labels: readonly [string, string]
    readonly seal?: SealPicture
  }
  /** For what finds no room on the first page. */
  readonly annex: { readonly title: string; readonly see: string }
}

/** A sheet of information: not a letter, not sealed. */
export interface SheetPage extends PageBase {
  readonly format: 'sheet'
  readonly organ: string
  readonly title: string
  readonly item: string
  readonly marks: readonly string[]
  readonly blocks: readonly Block[]
}

/** A book of sheets: cover, contents, parts, index. */
export interface BookPage extends PageBase {
  readonly format: 'book'
  readonly title: string
  readonly subtitle?: string
  /** At the foot of the cover. */
  readonly imprint: readonly string[]
  readonly contents: string
  readonly parts: readonly {
    readonly title: string
    readonly lines: readonly string[]
    readonly items: readonly {
      readonly key: string
      readonly name: string
      readonly marks: readonly string[]
      readonly qr: string
      readonly scan: string
      readonly blocks: readonly Block[]
    }[]
  }[]
  readonly indexTitle: string
  readonly index: readonly {
    readonly letter: string
    readonly entries: readonly { readonly name: string; readonly key: string }[]
  }[]
}

export interface FormPage extends PageBase {
  readonly format: 'form'
  readonly organ: string
  readonly title: string
  readonly marks: readonly string[]
  readonly use: 'blank' | 'sample' | 'filled'
  readonly note: string
  readonly sections: readonly FormSection[]
  readonly statement: readonly string[]
  readonly signature: { readonly label: string; readonly name: string; readonly date: string }
}

export type Page = BookPage | FormPage | SheetPage | LetterPage | LicencePage

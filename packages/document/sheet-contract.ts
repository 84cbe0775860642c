/** What is printed for information and is not sealed: notices, the book of guides, forms. Dates are `YYYY-MM-DD`. */

/** A length of time as the law or the promise states it. `{count: 0}` is "on the spot". */
export interface Limit {
  readonly count: number
  readonly unit: 'working-day' | 'calendar-day' | 'month'
}

/** 一次性告知单 — one-time notice of a service item, before anyone applies. Not sealed. */
export interface OneTimeNotice {
  readonly organ: string
  readonly itemName: string
  readonly itemCode?: string
  readonly version?: string
  readonly date: string
  /** Address of the guide page; printed as QR code. */
  readonly guideUrl: string
  /** Label and value: kind, who may apply, visits, online depth, result … */
  readonly summary: readonly { readonly label: string; readonly value: string }[]
  readonly basis: readonly string[]
  readonly conditions: readonly string[]
  readonly materials: readonly NoticeMaterial[]
  readonly statutory: Limit
  readonly promised: Limit
  readonly limitNotes?: readonly string[]
  readonly steps?: readonly { readonly name: string; readonly limit?: string; readonly note?: string }[]
  /** Empty: free of charge. */
  readonly fees: readonly { readonly name: string; readonly standard: string; readonly basis?: string }[]
  readonly windows: readonly {
    readonly name: string
    readonly address: string
    readonly hours?: string
    readonly phone?: string
  }[]
  readonly consultationPhone: string
  readonly complaintPhone: string
  readonly questions?: readonly { readonly question: string; readonly answer: string }[]
}

/** 服务指南 — the book of guides: every item of one or all organs, with contents and an index. Not sealed. */
export interface GuideBook {
  /** e.g. 大连市政务服务指南; of one organ the organ's name stands below it. */
  readonly title: string
  readonly subtitle?: string
  readonly publisher: string
  readonly date: string
  /** In the order of the book. */
  readonly parts: readonly GuideBookPart[]
  /** By letter, in order; `code` is that of the item. */
  readonly index: readonly {
    readonly letter: string
    readonly entries: readonly { readonly name: string; readonly code: string }[]
  }[]
}

/** One organ of the book. */
export interface GuideBookPart {
  readonly organ: string
  /** Telephone, address … */
  readonly lines: readonly string[]
  /** With its code: the index finds it by that. */
  readonly items: readonly (OneTimeNotice & { readonly itemCode: string })[]
}

export interface NoticeMaterial {
  readonly name: string
  readonly source: string
  readonly copies: string
  readonly form: string
  readonly necessity: string
  readonly note?: string
}

/** 申请表 — a form: blank, as a filled sample, or as print-out of an application. */
export interface FormDocument {
  readonly title: string
  readonly organ: string
  readonly itemName: string
  readonly itemCode?: string
  readonly caseNumber?: string
  readonly date: string
  /** Printed as QR code: where this form can be filled online, or the case. */
  readonly url?: string
  readonly sections: readonly FormSection[]
  /** Text above the signature line, e.g. the applicant's statement. */
  readonly statement?: readonly string[]
  readonly signature?: { readonly name?: string; readonly date?: string }
}

export interface FormSection {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly FormField[]
}

interface FormFieldBase {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
}

/** `line` is one line, `text` several, `boxes` are ticked, `table` repeats a group. */
export type FormField =
  | (FormFieldBase & { readonly kind: 'line'; readonly value?: string })
  | (FormFieldBase & { readonly kind: 'text'; readonly value?: string; readonly lines?: number })
  | (FormFieldBase & {
      readonly kind: 'boxes'
      readonly options: readonly { readonly label: string; readonly checked?: boolean }[]
    })
  | (FormFieldBase & {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Empty rows to print on a blank form; 3. */
      readonly blankRows?: number
    })

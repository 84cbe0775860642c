/** 通报 — the monthly bulletin of supervision: sections of text, bars and tables, for information. Not sealed. */
export interface Bulletin {
  readonly publisher: string
  /** 2026年11月 */
  readonly month: string
  /** Day it was printed; a month that is not over yet says so in `note`. */
  readonly date: string
  readonly note?: string
  readonly sections: readonly BulletinSection[]
}

export interface BulletinSection {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** A bar chart from zero to `most`. */
  readonly bars?: {
    readonly most: number
    readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[]
  }
  readonly table?: {
    readonly columns: readonly { readonly title: string; readonly width: number | 'narrow' }[]
    readonly rows: readonly (readonly string[])[]
  }
}

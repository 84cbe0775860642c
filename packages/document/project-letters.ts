/** Papers of what offices do together on a project: a list, minutes, opinions. Their texts are given in full. */
import type { DocumentBase } from './document-base.ts'

export interface ProjectPaper extends DocumentBase {
  readonly intro: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly sections: readonly {
    readonly title: string
    readonly paragraphs?: readonly string[]
    readonly table?: {
      readonly columns: readonly { readonly title: string; readonly width: number | 'narrow' }[]
      readonly rows: readonly (readonly string[])[]
    }
  }[]
  readonly ending?: string
}

/** Kinds of these papers. */
export interface ProjectLetters {
  'guidance-list': ProjectPaper
  'meeting-minutes': ProjectPaper
  'joint-review': ProjectPaper
  'joint-acceptance': ProjectPaper
}

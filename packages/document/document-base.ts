/** What every document is made with and carries. */
import type { Limit } from './sheet-contract.ts'

/** Language of the fixed texts; an English rendering says that the Chinese document prevails. */
export type Language = 'zh' | 'en'

/** One due date with its why: the lines of the deadline's explanation, in order. */
export interface DueDate {
  readonly limit: Limit
  readonly due: string
  readonly why: readonly string[]
  /** The working days of that year are not published yet; the date may move. */
  readonly provisional?: boolean
}

/** Whom a document is addressed to. */
export interface Applicant {
  readonly name: string
  /** Unified social credit code, or an identity number already masked by the caller. */
  readonly code?: string
  /** What the code is called, e.g. 统一社会信用代码, 身份证号码. */
  readonly codeName?: string
  /** The person who applies on behalf of it. */
  readonly agent?: string
}

/** How to reach the people who handle the case. */
export interface Contact {
  readonly unit?: string
  readonly person?: string
  readonly phone?: string
  readonly address?: string
}

/** Rights of remedy; organ, court, lengths and articles are data of the city. */
export interface Rights {
  readonly reconsideration?: { readonly days: number; readonly organ: string; readonly basis: string }
  readonly suit?: { readonly months: number; readonly court: string; readonly basis: string }
}

/** What every issued document carries. */
export interface DocumentBase {
  /** The organ that signs: on the red head, in the signature and in the seal. */
  readonly organ: string
  /** Lower line of the seal; 行政审批专用章, on a licence 证照专用章. */
  readonly sealPurpose?: string
  readonly caseNumber: string
  /** What that number is called, where it is not 办件编号. */
  readonly caseName?: string
  /** Numbered per year, e.g. 大行审受字〔2026〕第000123号. */
  readonly documentNumber: string
  readonly applicant: Applicant
  readonly itemName: string
  readonly projectName?: string
  readonly date: string
  /** Public verification: the code, and its address where it is not `verifyBase` + `/` + code. */
  readonly verification: { readonly code: string; readonly url?: string }
  readonly contact?: Contact
  /** Further lines at the end of the text. */
  readonly notes?: readonly string[]
}

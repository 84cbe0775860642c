import type { DocumentBase, FeeData } from '@mashang/document'
import type { CityFees, Fee, FormValues, Organ } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { DemoProvider } from './demo/demo-provider.ts'
import type { PaymentProvider } from './provider.ts'
import type { FeesDb } from './store/tables.ts'

/** What is asked of whoever keeps the case: what its item asks for, the form, and who pays. */
export interface FeeCase {
  readonly id: string
  readonly number: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly organ: string
  readonly fees: readonly Fee[]
  readonly online: boolean
  readonly form: FormValues
  readonly payer: { readonly personId: string; readonly name: string; readonly kind: 'person' | 'enterprise' }
  readonly status: string
  readonly acceptedAt?: string
}

export type FeePaper = keyof FeeData<unknown>

export interface PaperToIssue<K extends FeePaper> {
  readonly id: string
  readonly kind: K
  readonly caseId: string
  readonly at: string
  readonly data: Omit<FeeData<DocumentBase>[K], keyof DocumentBase>
  readonly shows: readonly { readonly label: string; readonly text: string }[]
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: FeesDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly city: CityFees
  readonly organs: ReadonlyMap<string, Organ>
  /** Who takes payments online; none where a city has connected nobody. */
  readonly provider?: PaymentProvider
  /** The same, where it is the demonstration's counter. */
  readonly demo?: DemoProvider
  /** Asked of approvals. */
  readonly findCase: (id: string) => Promise<FeeCase | undefined>
  /** Told through identity. */
  readonly tellPayer: (personId: string, words: string) => Promise<unknown>
  /** Asked of approvals. */
  readonly issuePaper: <K extends FeePaper>(paper: PaperToIssue<K>) => Promise<void>
}

/** The name of an organ; of one the profile has no more, its id. */
export function organName({ organs }: Pick<Inside, 'organs'>, id: string): Words {
  const name = organs.get(id)?.name
  return { zh: name?.zh ?? id, en: name?.en ?? name?.zh ?? id }
}

import type { Documents } from '@mashang/document'
import type { Carrier, CityLimits, FeeDue, LicenceLaw, Organ, Text } from '@mashang/flow'
import type { Calendar, Refusal } from '@mashang/kit'
import type { Receipt } from '@mashang/proof'
import type { Files, Journal } from '@mashang/store'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { SignatureInput, Signer, Trust } from './contract/index.ts'
import type { LicenceItem } from './licences/queries/licence-items.ts'
import type { Owed } from './rules/owed.ts'
import type { Colleague } from './rules/transfer.ts'
import type { EvidenceRow } from './store/evidence-reads.ts'
import type { ApprovalsDb } from './store/tables.ts'
import type { UploadedRow, Wanted } from './store/upload-reads.ts'

/** A person, as identity answers for him. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly idCard: string
  readonly enterprises: readonly {
    readonly uscc: string
    readonly name: string
    /** How it is known that he acts for it; self-declared where it is not said. */
    readonly trust?: Trust
  }[]
}

/** Whom a message is for: an account, or where none is known whoever answers for this code. */
export interface Addressee {
  readonly personId?: string
  readonly code: string
}

export type CheckMandate = (agency: {
  readonly agent: string
  readonly principal: string
  readonly item: string
}) => Promise<{ readonly number: string } | Refusal>

/** The public log, as far as cases show it. */
export interface LogView {
  /** The receipt of an entry; undefined until the log has taken it in. */
  receiptOf(caseId: string, revision: number): Promise<Receipt | undefined>
  readonly reader: {
    findLeaf(caseId: string, revision: number): Promise<number | undefined>
    findCheckpoint(): Promise<string | undefined>
    /** The root of the first so many leaves. */
    findRoot(size: number): Promise<Uint8Array | undefined>
  }
}

/** Regions of the city's four levels. */
export interface Regions {
  /** Names from city down to this code; undefined when there is none. */
  names(code: string): readonly string[] | undefined
  /** One level down, `[code, name]`; undefined when there is no such parent. */
  children(parent: string): readonly { readonly code: string; readonly name: string }[] | undefined
}

/** What cases need of the city's profile. */
export interface CityData {
  readonly name: { readonly zh: string; readonly en?: string }
  /** Six digits, GB/T 2260. */
  readonly region: string
  readonly hotline: string
  readonly demo: boolean
  readonly documentWord: string
  readonly limits: CityLimits
  readonly licences: LicenceLaw
  readonly calendar: Calendar
  readonly regions: Regions
  readonly organs: ReadonlyMap<string, Organ>
  readonly carriers: readonly Carrier[]
  /** Windows by id, as a citizen finds them. */
  readonly windows: ReadonlyMap<
    string,
    { readonly number: string; readonly hall: { readonly zh: string; readonly en?: string } }
  >
}

/** What is asked of fees about cases. */
export interface FeesView {
  /** What a case owes that is due by then; what is to be asked for and was not yet, is asked for first. */
  owes(caseId: string, before: FeeDue): Promise<Owed | undefined>
  /** What these cases owe, by their ids. */
  findOwed(caseIds: readonly string[]): Promise<ReadonlyMap<string, Owed>>
  /** Whether a receipt that was issued as this document is void since. */
  isReceiptVoid(documentId: string): Promise<boolean>
}

/** A document of another module that anyone may know of, and the entry that tells of it. */
export interface IssuedElsewhere {
  readonly stream: string
  readonly caseId: string
  readonly revision: number
  readonly code: string
  readonly number: string
  readonly title: Text
  readonly organ: string
  readonly issuedAt: string
  readonly file: string
  readonly shows: readonly { readonly label: string; readonly text: string }[]
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: ApprovalsDb
  readonly journal: Journal
  readonly files: Files
  readonly documents: Documents
  readonly log: LogView
  readonly city: CityData
  readonly catalogue: Catalogue
  readonly clock: { now(): Date }
  /** Public address of the site, without a slash at the end. */
  readonly publicUrl: string
  readonly findPerson: (id: string) => Promise<Person | undefined>
  /** Asked of identity: who works for an organ now. */
  readonly listStaff: (organ: string) => Promise<readonly Colleague[]>
  /** Asked of projects: whether one is registered under this code. */
  readonly isProjectRegistered: (code: string) => Promise<boolean>
  /** Whether a text was signed with a certificate that counted at that moment, and whose it is. */
  readonly checkSignature: (given: SignatureInput, at: Date) => Promise<Signer | Refusal>
  /** Asked of fees. */
  readonly fees: FeesView
  /** Documents of other modules, by the code of their QR or the digest of the file. */
  readonly findIssuedElsewhere: (
    by: { readonly code: string } | { readonly file: string },
  ) => Promise<IssuedElsewhere | undefined>
  /** Asked of assistance: the mandate under which an agent acts for a person with an item, or why there is none. */
  readonly checkMandate: CheckMandate
  /** Sends a text to a holder. */
  readonly tellHolder: (holder: Addressee, words: string) => Promise<unknown>
  /** Items that issue licences or act on them. */
  readonly licenceItems: () => Promise<readonly LicenceItem[]>
  readonly nextNumber: () => Promise<string>
  /** Which of these files their owner uploaded; see `createUploads`. */
  readonly readUploads: (wanted: Wanted) => Promise<readonly UploadedRow[]>
  /** What is kept of a holder; see `createEvidenceReads`. */
  readonly readEvidence: (holder: string) => Promise<readonly EvidenceRow[]>
}

/** The organ of a published item; its checks made sure that it exists. */
export function getOrgan(city: CityData, id: string): Organ {
  const organ = city.organs.get(id)
  if (!organ) throw new Error(`the profile has no organ “${id}”`)
  return organ
}

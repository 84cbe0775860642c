/** What the catalogue office may do to a version of an item: who, when, and in which state. */
import { type Refusal, refuse } from '@mashang/kit'
import type { CatalogueRow, ItemOffice } from '../contract/index.ts'

/** A version, as far as these rules look at it. */
export interface OfficeVersion {
  readonly code: string
  readonly version: number
  readonly revision: number
  readonly status: CatalogueRow['status']
  readonly office: ItemOffice
  readonly publishedAt?: string
  readonly cancelledOn?: string
}

const factsOf = ({ code, version, status }: OfficeVersion) => ({ code, version, status })

/** What is under approval, approved or published is not written on; it is recalled or revised. */
export function onlyDraftsAreChanged(version: OfficeVersion): Refusal | undefined {
  if (version.status === 'draft') return undefined
  return refuse('item-not-a-draft', { rule: 'onlyDraftsAreChanged', facts: factsOf(version) })
}

/** Code and version are the draft's place in the catalogue: they do not change by editing. */
export function aDraftKeepsItsCode(
  definition: unknown,
  { code, version }: Pick<OfficeVersion, 'code' | 'version'>,
): Refusal | undefined {
  const given = (definition ?? {}) as { readonly code?: unknown; readonly version?: unknown }
  if (given.code === code && given.version === version) return undefined
  return refuse('item-keeps-its-code', {
    rule: 'aDraftKeepsItsCode',
    facts: { code, version, given: `${String(given.code)} ${String(given.version)}` },
  })
}

/** The second of two editors is told who saved meanwhile; nothing is overwritten in silence. */
export function whatWasSeenIsWhatIsChanged(version: OfficeVersion, expected: number): Refusal | undefined {
  if (version.revision === expected) return undefined
  return refuse('item-draft-changed', {
    rule: 'whatWasSeenIsWhatIsChanged',
    facts: {
      ...factsOf(version),
      expected,
      actual: version.revision,
      by: version.office.authors?.at(-1)?.name ?? '',
      at: version.office.savedAt ?? '',
    },
  })
}

/** 双人审核 — whoever wrote or submitted a version does not approve it. */
export function publicationTakesTwoPeople(version: OfficeVersion, personId: string): Refusal | undefined {
  const author = version.office.authors?.find(({ id }) => id === personId)
  if (!author) return undefined
  return refuse('item-needs-another-person', {
    rule: 'publicationTakesTwoPeople',
    facts: {
      ...factsOf(version),
      name: author.name,
      authors: (version.office.authors ?? []).map(({ name }) => name),
    },
  })
}

/** Only what was submitted is approved; what was submitted or approved can go back for more work. */
export function onlyWhatWasSubmittedIsReviewed(
  version: OfficeVersion,
  { approved, note }: { readonly approved: boolean; readonly note: string },
): Refusal | undefined {
  const stands = version.status === 'submitted' || (version.status === 'approved' && !approved)
  const rule = 'onlyWhatWasSubmittedIsReviewed'
  if (!stands) return refuse('item-not-submitted', { rule, facts: factsOf(version) })
  if (!approved && note.trim().length < 2)
    return refuse('item-return-needs-a-reason', { rule, facts: factsOf(version) })
  return undefined
}

/** A version is published once, before any later one, and after another person approved it. */
export function onlyApprovedVersionsArePublished(
  version: OfficeVersion,
  versions: readonly OfficeVersion[],
  isOperator: boolean,
): Refusal | undefined {
  const { code, version: number, status } = version
  const facts = factsOf(version)
  if (version.publishedAt !== undefined)
    return refuse('item-already-published', { rule: 'publishedVersionsNeverChange', facts })
  const newer = versions.find((one) => one.version > number && one.publishedAt !== undefined)
  if (newer)
    return refuse('item-version-outdated', { facts: { code, version: number, published: newer.version } })
  // Whoever runs the machine publishes from files, which were reviewed where they are kept.
  if (status === 'approved' || (isOperator && status !== 'discarded')) return undefined
  return refuse('item-not-approved', { rule: 'publicationTakesTwoPeople', facts })
}

/** An item comes into force, or ends, today or later: what has been done under it stays done. */
export function changesNeverReachBack(day: string, today: string): Refusal | undefined {
  if (day >= today) return undefined
  return refuse('publication-day-passed', { rule: 'changesNeverReachBack', facts: { day, today } })
}

/** The parts of an item that was split come into force together, or nobody could apply for some of them. */
export function partsOfASplitComeTogether(
  replaced: string,
  parts: readonly OfficeVersion[],
): Refusal | undefined {
  const open = parts.filter(({ status }) => status !== 'approved')
  if (open.length === 0) return undefined
  return refuse('item-parts-not-approved', {
    rule: 'partsOfASplitComeTogether',
    facts: { code: replaced, open: open.map(({ code }) => code), count: open.length },
  })
}

/** Only what is published ends, and once. */
export function onlyPublishedItemsAreCancelled(version: OfficeVersion): Refusal | undefined {
  const { status, cancelledOn, code } = version
  if (cancelledOn !== undefined) return refuse('item-cancelled-already', { facts: { code, on: cancelledOn } })
  if (status === 'published' || status === 'suspended') return undefined
  return refuse('item-not-published', { facts: factsOf(version) })
}

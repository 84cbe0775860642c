/**
 * What a licence is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries, type LicenceEnding } from '@mashang/flow'
import type { LicenceEntries } from '../../contract/index.ts'

type Shows = LicenceEntries['issued']['shows']

/** One print of a licence; each replaces the one before it. */
export interface CertificateRecord {
  readonly version: number
  readonly identifier: string
  readonly code: string
  readonly from: string
  readonly to?: string
  readonly shows: Shows
  readonly at: string
  /** Revision of the entry that called for it. */
  readonly revision: number
  /** The application it came of; absent for what was taken over or corrected. */
  readonly application?: string
}

export interface EndingRecord {
  readonly kind: LicenceEnding
  readonly ground: string
  readonly reasons: string
  readonly at: string
  readonly compensation?: string
  readonly decision?: string
}

export interface ProposalRecord {
  readonly ground: string
  readonly reasons: string
  readonly answerBy: string
  readonly at: string
  readonly statements: readonly {
    readonly text: string
    readonly by: 'holder' | 'office'
    readonly at: string
  }[]
}

/** 证照 — the state of a licence. */
export interface Licence {
  readonly number: string
  readonly type: string
  readonly title: string
  readonly holder: LicenceEntries['issued']['holder']
  readonly organ: string
  /** Whose account it came of; absent for what was taken over. */
  readonly personId?: string
  /** The item it was first granted under. */
  readonly item?: { readonly code: string; readonly version: number }
  readonly revision: number
  readonly from: string
  readonly to?: string
  readonly shows: Shows
  readonly certificates: readonly CertificateRecord[]
  /** In order; a licence that was revoked may then be cancelled. */
  readonly endings: readonly EndingRecord[]
  /** A revocation the holder was told of and that is not decided. */
  readonly proposal?: ProposalRecord
  /** What the holder stated before the last revocation was decided. */
  readonly statementsHeard: readonly string[]
  /** Days ahead of the expiry `to` on which the holder was told of it. */
  readonly told: readonly { readonly before: number; readonly to: string }[]
  /** Applications that acted on it. */
  readonly actedOnBy: readonly string[]
}

type Change<K extends keyof LicenceEntries> = (
  state: Licence,
  content: LicenceEntries[K],
  entry: Folded,
) => Partial<Licence>

/** A step of the fold that changes a licence which is there. */
const update =
  <K extends keyof LicenceEntries>(change: Change<K>) =>
  (state: Licence | undefined, content: LicenceEntries[K], entry: Folded): Licence => {
    if (!state) throw new Error(`a licence begins by being issued, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

function begun(
  content: LicenceEntries['issued'] | LicenceEntries['taken-over'],
  entry: Folded,
  rest: Partial<Licence>,
): Licence {
  const { number, type, title, holder, organ, from, to, shows } = content
  const application = 'application' in content ? content.application : undefined
  return {
    number,
    type,
    title,
    holder,
    organ,
    from,
    ...(to ? { to } : {}),
    shows,
    revision: entry.revision,
    certificates: [printOf(content, { from, to, shows, application }, 1, entry)],
    endings: [],
    statementsHeard: [],
    told: [],
    actedOnBy: [],
    ...rest,
  }
}

interface Printed {
  readonly from: string
  readonly to: string | undefined
  readonly shows: Shows
  readonly application: string | undefined
}

function printOf(
  { identifier, code }: { readonly identifier: string; readonly code: string },
  { from, to, shows, application }: Printed,
  version: number,
  { at, revision }: Folded,
): CertificateRecord {
  return {
    version,
    identifier,
    code,
    from,
    ...(to ? { to } : {}),
    shows,
    at,
    revision,
    ...(application ? { application } : {}),
  }
}

interface Anew {
  readonly identifier: string
  readonly code: string
  readonly application?: string
}

/** The licence printed anew, with what changes of it. */
function anew(state: Licence, content: Anew, change: Partial<Licence>, entry: Folded): Partial<Licence> {
  const { from, to, shows } = { ...state, ...change }
  const { application } = content
  return {
    ...change,
    certificates: [
      ...state.certificates,
      printOf(content, { from, to, shows, application }, state.certificates.length + 1, entry),
    ],
    ...(application ? { actedOnBy: [...state.actedOnBy, application] } : {}),
  }
}

const renewed: Change<'renewed'> = (state, content, entry) =>
  anew(state, content, { to: content.to, shows: content.shows }, entry)

const ended =
  <K extends LicenceEnding>(kind: K): Change<K> =>
  (state, content, entry) => {
    const { application, applicationNumber: _, ...ending } = content as LicenceEntries['cancelled']
    return {
      endings: [...state.endings, { ...ending, kind, at: entry.at }],
      proposal: undefined,
      statementsHeard: (state.proposal?.statements ?? []).map(({ text }) => text),
      ...(application ? { actedOnBy: [...state.actedOnBy, application] } : {}),
    }
  }

const FOLD: Fold<Licence | undefined, LicenceEntries> = {
  issued: (_, content, entry) =>
    begun(content, entry, {
      personId: content.personId,
      item: content.item,
      actedOnBy: [content.application],
    }),
  'taken-over': (_, content, entry) => begun(content, entry, {}),
  renewed: update<'renewed'>(renewed),
  'renewed-by-silence': update<'renewed-by-silence'>((state, content, entry) =>
    renewed(state, content, entry),
  ),
  changed: update<'changed'>((state, content, entry) =>
    anew(state, content, { shows: content.after }, entry),
  ),
  reissued: update<'reissued'>((state, content, entry) => anew(state, content, {}, entry)),
  corrected: update<'corrected'>((state, content, entry) =>
    anew(state, content, { shows: content.after }, entry),
  ),
  'expiry-told': update<'expiry-told'>((state, content) => ({ told: [...state.told, content] })),
  'revocation-proposed': update<'revocation-proposed'>((_, content, entry) => ({
    proposal: { ...content, at: entry.at, statements: [] },
  })),
  'statement-made': update<'statement-made'>(({ proposal }, content, entry) => ({
    proposal: proposal && { ...proposal, statements: [...proposal.statements, { ...content, at: entry.at }] },
  })),
  'revocation-dropped': update<'revocation-dropped'>(() => ({ proposal: undefined })),
  revoked: update<'revoked'>(ended('revoked')),
  cancelled: update<'cancelled'>(ended('cancelled')),
  withdrawn: update<'withdrawn'>(ended('withdrawn')),
  forfeited: update<'forfeited'>(ended('forfeited')),
}

/** Folds a journal into the licence; undefined when there is none. */
export function licenceOf(entries: readonly Folded[]): Licence | undefined {
  return foldEntries<Licence | undefined, LicenceEntries>(FOLD, undefined, entries)
}

/** The print that counts. */
export function currentPrint({ certificates }: Licence): CertificateRecord {
  const last = certificates.at(-1)
  if (!last) throw new Error('a licence has a print from its first entry on')
  return last
}

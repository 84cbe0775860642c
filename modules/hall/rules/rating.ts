/**
 * What a rating is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { Given, RatingEntries, Subject, Via } from '../contract/index.ts'

interface Said {
  readonly at: string
  readonly by: string
}

/** A rating as it was given. */
export interface GivenRating extends Given {
  readonly at: string
  readonly via: Via
  readonly followUp?: { readonly days: string; readonly article: string }
}

/** How far the follow-up of a bad rating is. */
export interface FollowUp {
  readonly callBacks: readonly (RatingEntries['called-back'] & Said)[]
  readonly verification?: RatingEntries['verified'] & Said
  readonly fix?: RatingEntries['fixed'] & Said
  readonly answer?: RatingEntries['answered'] & Said
}

/** 评价 — a case or visit that may be rated, what was said of it, and what became of that. */
export interface Rating {
  readonly revision: number
  readonly subject: Subject
  readonly codes: readonly RatingEntries['code-given'][]
  readonly given?: GivenRating
  /** Ratings that the person served says were not his. */
  readonly disowned: readonly GivenRating[]
  readonly followUp: FollowUp
  readonly appeal?: RatingEntries['appealed'] & Said
  readonly ruling?: RatingEntries['ruled'] & Said
  readonly again?: Given & { readonly at: string }
  readonly review?: RatingEntries['words-reviewed']
}

type Change<K extends keyof RatingEntries> = (
  state: Rating,
  content: RatingEntries[K],
  entry: Folded,
) => Partial<Rating>

const update =
  <K extends keyof RatingEntries>(change: Change<K>) =>
  (state: Rating | undefined, content: RatingEntries[K], entry: Folded): Rating => {
    if (!state) throw new Error(`a rating begins with “opened”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

const said = ({ at, actor }: Folded): Said => ({ at, by: actor.name })
const followed =
  (change: (entry: Folded, state: Rating) => Partial<FollowUp>) => (state: Rating, entry: Folded) => ({
    followUp: { ...state.followUp, ...change(entry, state) },
  })

const FOLD: Fold<Rating | undefined, RatingEntries> = {
  opened: (_, { subject }, { revision }) => ({
    revision,
    subject,
    codes: [],
    disowned: [],
    followUp: { callBacks: [] },
  }),
  'code-given': update<'code-given'>(({ codes }, code) => ({ codes: [...codes, code] })),
  rated: update<'rated'>((_, given, { at }) => ({ given: { ...given, at } })),
  disowned: update<'disowned'>(({ given, disowned }) => ({
    given: undefined,
    disowned: given ? [...disowned, given] : disowned,
    followUp: { callBacks: [] },
    appeal: undefined,
    ruling: undefined,
    review: undefined,
  })),
  'called-back': update<'called-back'>((state, content, entry) =>
    followed((one, { followUp }) => ({ callBacks: [...followUp.callBacks, { ...content, ...said(one) }] }))(
      state,
      entry,
    ),
  ),
  verified: update<'verified'>((state, content, entry) =>
    followed((one) => ({ verification: { ...content, ...said(one) } }))(state, entry),
  ),
  fixed: update<'fixed'>((state, content, entry) =>
    followed((one) => ({ fix: { ...content, ...said(one) } }))(state, entry),
  ),
  answered: update<'answered'>((state, content, entry) =>
    followed((one) => ({ answer: { ...content, ...said(one) } }))(state, entry),
  ),
  appealed: update<'appealed'>((_, content, entry) => ({ appeal: { ...content, ...said(entry) } })),
  ruled: update<'ruled'>((_, content, entry) => ({ ruling: { ...content, ...said(entry) } })),
  'rated-again': update<'rated-again'>((_, again, { at }) => ({ again: { ...again, at } })),
  'words-reviewed': update<'words-reviewed'>((_, review) => ({ review })),
}

/** Folds a journal into the rating; undefined when there is none. */
export function ratingOf(entries: readonly Folded[]): Rating | undefined {
  return foldEntries<Rating | undefined, RatingEntries>(FOLD, undefined, entries)
}

/** The rating that speaks: the one that stands, or the last one that was disowned. */
export function lastGiven({ given, disowned }: Rating): GivenRating | undefined {
  return given ?? disowned.at(-1)
}

/** Why a rating is left out of the figures, where it is. */
export function exclusionOf({ given, disowned, ruling }: Rating): 'ruled' | 'disowned' | undefined {
  if (!given) return disowned.length > 0 ? 'disowned' : undefined
  return ruling?.outcome === 'excluded' ? 'ruled' : undefined
}

/** How words stand on their way to the public. */
export function wordsAre({ given, review, ruling }: Rating) {
  if (!given?.words) return 'none'
  if (!given.publish) return 'private'
  if (review) return review.outcome
  return ruling?.outcome === 'excluded' ? 'private' : 'to-review'
}

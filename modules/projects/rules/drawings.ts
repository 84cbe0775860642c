/** 联合审图 — one set of drawings, reviewed side by side, round by round, to one opinion. Pure. */
import type { FormValues, ProjectStages } from '@mashang/flow'
import { holds } from '@mashang/flow'
import type { LegalDay } from '@mashang/kit'
import { type Refusal, refuse } from '@mashang/kit'
import type { CommentGiven, JointEntries, ProjectEntries } from '../contract/index.ts'
import type { Comment, Drawings, Project, Round } from './state.ts'

type Together = ProjectStages['drawing-review']

/** Offices that take part for a project of these facts. */
export function officesTakingPart({ offices }: Pick<Together, 'offices'>, facts: FormValues) {
  return offices.filter(({ when }) => when === undefined || holds(when, facts))
}

/** Comments that nobody has settled. */
export function openComments({ comments }: Pick<Drawings, 'comments'>): readonly Comment[] {
  return comments.filter(({ state }) => state !== 'resolved')
}

const waitedFor = ({ offices, reviews }: Round) =>
  offices.filter(({ organ }) => !reviews.some((one) => one.organ === organ))

export type DrawingsPhase = 'not-begun' | 'reviewing' | 'answering' | 'passed'

/** Whose turn it is: the owner's once everyone has answered or time is up, if there is something to answer. */
export function phaseOf(drawings: Drawings | undefined, today: LegalDay): DrawingsPhase {
  const round = drawings?.rounds.at(-1)
  if (!drawings || !round) return 'not-begun'
  if (drawings.passedAt) return 'passed'
  const waiting = waitedFor(round)
  if (waiting.length === 0) return 'answering'
  const timeIsUp = waiting.every(({ due }) => due < today)
  return timeIsUp && openComments(drawings).length > 0 ? 'answering' : 'reviewing'
}

/** 一次告知: the owner is shown all comments together, once everyone has answered or time is up. */
export function commentsAreShownTogether(drawings: Drawings, today: LegalDay): readonly Comment[] {
  const round = drawings.rounds.at(-1)
  if (!round) return []
  const waiting = waitedFor(round)
  if (waiting.length === 0 || waiting.every(({ due }) => due < today)) return drawings.comments
  // What was settled meanwhile in this round is told with the rest of it.
  return drawings.comments.filter(({ version }) => version < round.version)
}

interface Given {
  readonly files: readonly unknown[]
  readonly answers: readonly { readonly comment: string; readonly text: string }[]
}

/** A new version comes with an answer to every comment that is open, and only when it is the owner's turn. */
export function everyCommentIsAnsweredWithTheNewVersion(
  drawings: Drawings | undefined,
  { files, answers }: Given,
  today: LegalDay,
): Refusal | undefined {
  const rule = 'everyCommentIsAnsweredWithTheNewVersion'
  const phase = phaseOf(drawings, today)
  if (phase === 'passed') return refuse('drawings-passed-already', { rule })
  if (phase === 'reviewing') return refuse('drawings-under-review', { rule })
  if (files.length === 0)
    return refuse('drawings-no-file', { rule, fields: [{ path: 'files', code: 'required', facts: {} }] })
  const missing = openComments(drawings ?? { comments: [] }).filter(
    ({ id }) => !answers.some(({ comment, text }) => comment === id && text.trim() !== ''),
  )
  if (missing.length === 0) return undefined
  return refuse('comments-not-answered', {
    rule,
    facts: { count: missing.length },
    fields: missing.map(({ id }) => ({ path: `answers.${id}`, code: 'required', facts: {} })),
  })
}

type Reviewed = Pick<JointEntries['drawings-reviewed'], 'comments' | 'settled'>

/** An office answers each version once, rules on each of its own comments, and says all it has to say at once. */
export function anOfficeAnswersEachVersionOnce(
  drawings: Drawings | undefined,
  organ: string,
  { comments, settled }: Reviewed,
): Refusal | undefined {
  const rule = 'anOfficeAnswersEachVersionOnce'
  const round = drawings?.rounds.at(-1)
  if (!drawings || !round?.offices.some((one) => one.organ === organ))
    return refuse('drawings-not-yours', { rule })
  if (drawings.passedAt) return refuse('drawings-passed-already', { rule })
  if (round.reviews.some((one) => one.organ === organ))
    return refuse('drawings-answered-already', { rule, facts: { version: round.version } })
  const own = openComments(drawings).filter((one) => one.organ === organ)
  const foreign = settled.find(({ comment }) => !own.some(({ id }) => id === comment))
  const unruled = own.filter(({ id }) => !settled.some(({ comment }) => comment === id))
  if (foreign || unruled.length > 0)
    return refuse('comments-not-settled', {
      rule,
      facts: { count: unruled.length },
      fields: unruled.map(({ id }) => ({ path: `settled.${id}`, code: 'required', facts: {} })),
    })
  const unsaid = settled.find(({ resolved, why }) => !resolved && why.trim() === '')
  if (unsaid) return refuse('kept-comment-needs-why', { rule })
  const answeredBefore = drawings.rounds.some(
    ({ reviews, version }) => version < round.version && reviews.some((one) => one.organ === organ),
  )
  return answeredBefore ? newCommentsAreOnWhatChanged(comments) : undefined
}

/** Who has answered before may only comment anew on what the new version changed, and says what that is. */
export function newCommentsAreOnWhatChanged(comments: readonly CommentGiven[]): Refusal | undefined {
  const bare = comments.findIndex(({ because }) => because === undefined || because.trim() === '')
  if (bare < 0) return undefined
  return refuse('comment-needs-its-cause', {
    rule: 'newCommentsAreOnWhatChanged',
    fields: [{ path: `comments.${bare}.because`, code: 'required', facts: {} }],
  })
}

/** Silence is no consent: the opinion is made when every office has answered this version and no ‘must’ is open. */
export function jointOpinionNeedsEveryOffice({ drawings }: Project): boolean {
  const round = drawings?.rounds.at(-1)
  if (!drawings || !round || drawings.passedAt) return false
  return waitedFor(round).length === 0 && !openComments(drawings).some(({ severity }) => severity === 'must')
}

/** The entry by which the drawings pass, where they do now. */
export function passedNow(
  project: Project,
): readonly { kind: 'drawings-passed'; content: ProjectEntries['drawings-passed'] }[] {
  const version = project.drawings?.rounds.at(-1)?.version ?? 0
  return jointOpinionNeedsEveryOffice(project) ? [{ kind: 'drawings-passed', content: { version } }] : []
}

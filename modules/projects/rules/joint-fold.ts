/** The review of the drawings and the acceptance of the works, as their entries tell them. */
import type { Fold } from '@mashang/flow'
import type { JointEntries } from '../contract/index.ts'
import { type Acceptance, type Drawings, type Project, update, type Visit } from './state.ts'

const NO_DRAWINGS: Drawings = { rounds: [], comments: [] }

function withAcceptance(
  { acceptance }: Project,
  change: (acceptance: Acceptance) => Partial<Acceptance>,
): Partial<Project> {
  if (!acceptance) throw new Error('an acceptance begins with its request')
  return { acceptance: { ...acceptance, ...change(acceptance) } }
}

function withVisit(
  state: Project,
  round: number,
  change: (visit: Visit) => Partial<Visit>,
): Partial<Project> {
  return withAcceptance(state, ({ visits }) => ({
    visits: visits.map((one) => (one.round === round ? { ...one, ...change(one) } : one)),
  }))
}

const given = update<'drawings-given'>(({ drawings = NO_DRAWINGS }, { answers, ...round }, { at }) => ({
  drawings: {
    ...drawings,
    rounds: [...drawings.rounds, { ...round, at, reviews: [] }],
    comments: drawings.comments.map((one) => {
      const answer = answers.find(({ comment }) => comment === one.id)
      return answer ? { ...one, answer: answer.text } : one
    }),
  },
}))

const reviewed = update<'drawings-reviewed'>(({ drawings = NO_DRAWINGS }, content, { at, actor }) => {
  const { version, organ, comments, settled, opinion } = content
  const review = { organ, by: actor.name, at, opinion }
  return {
    drawings: {
      ...drawings,
      rounds: drawings.rounds.map((one) =>
        one.version === version ? { ...one, reviews: [...one.reviews, review] } : one,
      ),
      comments: [
        ...drawings.comments.map((one) => {
          const ruling = settled.find(({ comment }) => comment === one.id)
          if (!ruling) return one
          return {
            ...one,
            state: ruling.resolved ? ('resolved' as const) : ('kept' as const),
            why: ruling.why,
          }
        }),
        ...comments.map((one) => ({ ...one, organ, version, state: 'open' as const })),
      ],
    },
  }
})

const visited = update<'visit-concluded'>((state, content, { at, actor }) => {
  const { round, organ, passed, findings, items, cleared } = content
  const { visits } = withVisit(state, round, ({ results }) => ({
    results: new Map([...results, [organ, { passed, findings, by: actor.name, at }]]),
  })).acceptance ?? { visits: [] }
  return withAcceptance(state, (acceptance) => ({
    visits,
    items: [
      // What is looked at again and not cleared has to be put right once more.
      ...acceptance.items.map(({ done, ...one }) =>
        one.organ !== organ || one.cleared
          ? { ...one, ...(done ? { done } : {}) }
          : { ...one, cleared: cleared.includes(one.id) },
      ),
      ...items.map((one) => ({ ...one, organ, cleared: false })),
    ],
  }))
})

export const JOINT_FOLD: Fold<Project | undefined, JointEntries> = {
  'drawings-given': given,
  'drawings-reviewed': reviewed,
  'drawings-passed': update<'drawings-passed'>(({ drawings = NO_DRAWINGS, concluded }, _, { at }) => ({
    drawings: { ...drawings, passedAt: at },
    concluded: new Set([...concluded, 'drawing-review' as const]),
  })),
  'acceptance-requested': update<'acceptance-requested'>((_, content, { at }) => ({
    acceptance: { ...content, at, visits: [], items: [] },
  })),
  'visit-set': update<'visit-set'>((state, visit) =>
    withAcceptance(state, ({ visits }) => ({
      visits: [...visits, { ...visit, staff: new Map(), results: new Map() }],
    })),
  ),
  'visit-staffed': update<'visit-staffed'>((state, { round, organ, staff }) =>
    withVisit(state, round, (visit) => ({ staff: new Map([...visit.staff, [organ, staff]]) })),
  ),
  'visit-concluded': visited,
  rectified: update<'rectified'>((state, { items }, { at }) =>
    withAcceptance(state, (acceptance) => ({
      items: acceptance.items.map((one) => {
        const done = items.find(({ item }) => item === one.id)
        return done ? { ...one, done: { at, text: done.text } } : one
      }),
    })),
  ),
  'works-accepted': update<'works-accepted'>((state, _, { at }) => ({
    ...withAcceptance(state, () => ({ acceptedAt: at })),
    concluded: new Set([...state.concluded, 'acceptance' as const]),
  })),
  'document-issued': update<'document-issued'>(({ documents }, document, { revision }) => ({
    documents: [...documents, { ...document, revision }],
  })),
}

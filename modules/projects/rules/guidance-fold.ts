/** Early guidance and its meetings, as their entries tell them. */
import type { Fold } from '@mashang/flow'
import type { GuidanceEntries } from '../contract/index.ts'
import { type Guidance, type Meeting, type Project, update } from './state.ts'

function withGuidance(state: Project, change: (guidance: Guidance) => Partial<Guidance>): Partial<Project> {
  const { guidance } = state
  if (!guidance) throw new Error('guidance begins with a request')
  return { guidance: { ...guidance, ...change(guidance) } }
}

function withMeeting(
  { meetings }: Project,
  id: string,
  change: (meeting: Meeting) => Partial<Meeting>,
): Partial<Project> {
  return { meetings: meetings.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) }
}

function withMinutes(
  state: Project,
  id: string,
  change: (minutes: NonNullable<Meeting['minutes']>) => Partial<NonNullable<Meeting['minutes']>>,
): Partial<Project> {
  return withMeeting(state, id, ({ minutes }) => {
    if (!minutes) throw new Error('what is signed and done stands in minutes')
    return { minutes: { ...minutes, ...change(minutes) } }
  })
}

export const GUIDANCE_FOLD: Fold<Project | undefined, GuidanceEntries> = {
  'guidance-requested': update<'guidance-requested'>((_, { question }, { at }) => ({
    guidance: { question, requestedAt: at, lists: [], later: [] },
  })),
  'assistant-assigned': update<'assistant-assigned'>((state, assistant) =>
    withGuidance(state, () => ({ assistant })),
  ),
  'guidance-listed': update<'guidance-listed'>((state, content, { at, revision, actor }) =>
    withGuidance(state, ({ lists }) => ({ lists: [...lists, { ...content, at, revision, by: actor.name }] })),
  ),
  'material-named-later': update<'material-named-later'>((state, content, { at }) =>
    withGuidance(state, ({ later }) => ({ later: [...later, { ...content, at }] })),
  ),
  'meeting-called': update<'meeting-called'>(({ meetings }, { meeting, ...rest }, { actor }) => ({
    meetings: [...meetings, { ...rest, id: meeting, calledBy: actor.name, answers: new Map() }],
  })),
  'meeting-answered': update<'meeting-answered'>((state, { meeting, party, ...answer }) =>
    withMeeting(state, meeting, ({ answers }) => ({ answers: new Map([...answers, [party, answer]]) })),
  ),
  'meeting-cancelled': update<'meeting-cancelled'>((state, { meeting, reason }) =>
    withMeeting(state, meeting, () => ({ cancelled: reason })),
  ),
  'minutes-written': update<'minutes-written'>((state, { meeting, ...minutes }, { at, actor }) =>
    withMeeting(state, meeting, () => ({ minutes: { ...minutes, at, by: actor.name } })),
  ),
  'minutes-signed': update<'minutes-signed'>((state, { meeting, party }, { at, revision }) =>
    withMinutes(state, meeting, ({ present: before }) => {
      const present = before.map((one) => (one.party === party ? { ...one, signedAt: at } : one))
      return {
        present,
        ...(present.every(({ signedAt }) => signedAt !== undefined) ? { final: revision } : {}),
      }
    }),
  ),
  'point-done': update<'point-done'>((state, { meeting, point, note }, { at }) =>
    withMinutes(state, meeting, ({ points }) => ({
      points: points.map((one) => (one.id === point ? { ...one, doneAt: at, note } : one)),
    })),
  ),
}

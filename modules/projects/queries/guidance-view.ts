/** 前期辅导 — as its reader may see it: the owner everything but what the offices note for themselves. */
import { legalDayOf, type Who } from '@mashang/kit'
import { type GuidanceView, type MeetingView, OWNER } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { invitedTo, officersOf } from '../rules/guidance.ts'
import { changesAreNamed } from '../rules/guidance-list.ts'
import type { Project } from '../rules/project.ts'
import { partyOf } from '../rules/secrecy.ts'
import type { Meeting } from '../rules/state.ts'
import type { FoundCase } from '../store/cases.ts'
import { documentOf, headOf, partyName } from './head.ts'

export async function guidanceViewOf(inside: Inside, found: FoundCase, who: Who): Promise<GuidanceView> {
  const { project, standing } = found
  const { guidance } = project
  const lead = inside.stages.stages[0]?.lead ?? ''
  const own = who.kind === 'staff' && standing === 'office' ? who : undefined
  const leads = own?.organ === lead
  const guides = own !== undefined && guidance?.assistant?.assistant.id === own.id
  const actions = [
    ...(standing === 'owner' && !guidance && !project.withdrawn ? ['requestGuidance'] : []),
    ...(leads && guidance ? ['assignAssistant'] : []),
    ...(guides ? ['giveList', 'callMeeting'] : []),
    ...(own && guidance?.lists.length ? ['nameMaterial'] : []),
  ]
  const lists = guidance?.lists ?? []
  return {
    project: headOf(inside, found),
    requested: guidance && { at: guidance.requestedAt, question: guidance.question },
    lead: getOrgan(inside, lead),
    assistant: guidance?.assistant && {
      name: guidance.assistant.assistant.name,
      organ: getOrgan(inside, guidance.assistant.organ),
      phone: guidance.assistant.phone,
    },
    list: lists.at(-1)?.list,
    versions: lists
      .map(({ version, at, by, note, list, revision }, index) => {
        const before = lists[index - 1]
        return {
          version,
          at,
          by,
          note,
          changes: before && changesAreNamed(before.list, list),
          document: documentOf(project, revision),
        }
      })
      .reverse(),
    later: (guidance?.later ?? []).map(({ at, organ, material, reason, number }) => ({
      at,
      material,
      reason,
      number,
      organ: getOrgan(inside, organ),
    })),
    meetings: project.meetings.map((one) => meetingViewOf(inside, found, one, who)).reverse(),
    colleagues: leads
      ? officersOf(await inside.findColleagues(lead)).map(({ id, name }) => ({ id, name }))
      : [],
    organs: guides ? [...inside.organs.keys()].map((id) => getOrgan(inside, id)) : [],
    actions,
  }
}

function meetingViewOf(
  inside: Inside,
  { project, standing }: FoundCase,
  meeting: Meeting,
  who: Who,
): MeetingView {
  const party = partyOf(who, standing)
  const { minutes, cancelled } = meeting
  const guides = who.kind === 'staff' && project.guidance?.assistant?.assistant.id === who.id
  const isAhead = cancelled === undefined && !minutes
  const today = legalDayOf(inside.clock.now())
  const mine = party !== undefined && invitedTo(meeting).includes(party)
  const unsigned = minutes?.present.some((one) => one.party === party && one.signedAt === undefined)
  return {
    id: meeting.id,
    subject: meeting.subject,
    on: meeting.on,
    time: meeting.time,
    place: meeting.place,
    online: meeting.online,
    calledBy: meeting.calledBy,
    cancelled,
    invited: invitedTo(meeting).map((one) => {
      const answer = meeting.answers.get(one)
      return {
        party: one,
        name: partyName(inside, project, one),
        answer: answer === undefined ? 'none' : answer.coming ? 'coming' : 'not-coming',
        person: answer?.person || undefined,
        note: answer?.note || undefined,
      }
    }),
    minutes: minutes && minutesViewOf(inside, project, minutes, { party, today }),
    actions: [
      ...(isAhead && mine ? ['answerMeeting'] : []),
      ...(isAhead && guides ? ['cancelMeeting'] : []),
      ...(isAhead && guides && meeting.on <= today ? ['writeMinutes'] : []),
      ...(unsigned ? ['signMinutes'] : []),
    ],
  }
}

function minutesViewOf(
  inside: Inside,
  project: Project,
  minutes: NonNullable<Meeting['minutes']>,
  { party, today }: { readonly party: string | undefined; readonly today: string },
): MeetingView['minutes'] {
  const { at, by, summary, internal, present, points, final } = minutes
  return {
    at,
    by,
    summary,
    // Offices note for themselves what is not yet to be said.
    internal: party !== undefined && party !== OWNER && internal !== '' ? internal : undefined,
    present: present.map((one) => ({
      party: one.party,
      name: partyName(inside, project, one.party),
      person: one.name,
      signedAt: one.signedAt,
    })),
    final: final !== undefined,
    points: points.map((point) => ({
      id: point.id,
      text: point.text,
      due: point.due,
      party: point.party,
      name: partyName(inside, project, point.party),
      doneAt: point.doneAt,
      note: point.note || undefined,
      late: point.due < (point.doneAt ? legalDayOf(point.doneAt) : today),
      mine: final !== undefined && point.party === party && point.doneAt === undefined,
    })),
    document: documentOf(project, final),
  }
}

import type { FormValues, ServiceItem } from '@mashang/flow'
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import type { GuidanceList, guidanceEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { guidanceViewOf } from '../queries/guidance-view.ts'
import {
  aMaterialNamedLaterIsNotOnTheList,
  aMeetingIsCalledAhead,
  aPointIsClosedByWhomItBinds,
  everyPointHasItsOfficeAndDay,
  guidanceIsAskedForOnce,
  officersOf,
  onlyTheAssistantGuides,
  onlyTheInvitedAnswer,
  onlyThosePresentSign,
  theLeadOfficeNamesTheAssistant,
} from '../rules/guidance.ts'
import { everythingIsListedOnceAndInFull } from '../rules/guidance-list.ts'
import { factsFitTheForm } from '../rules/registration.ts'
import { partyOf } from '../rules/secrecy.ts'
import type { Meeting } from '../rules/state.ts'
import { type FoundCase, getCaseFor, type ProjectEntry } from '../store/cases.ts'
import { jointCommand } from './joint-command.ts'

type Commands = Handlers<typeof guidanceEndpoints>
type Rule = (
  found: FoundCase,
) => readonly ProjectEntry[] | Refusal | Promise<readonly ProjectEntry[] | Refusal>

export function guidanceCommands(inside: Inside): Commands {
  const today = () => legalDayOf(inside.clock.now())
  const command = async (request: Parameters<typeof jointCommand>[1], rule: Rule) => {
    const done = await jointCommand(inside, request, rule)
    return isRefusal(done) ? done : guidanceViewOf(inside, done, request.who)
  }
  return {
    previewGuidance: ({ input }) => previewGuidance(inside, input.facts),
    getGuidance: async ({ who, params }) => {
      const found = await getCaseFor(inside, params.id, who)
      return isRefusal(found) ? found : guidanceViewOf(inside, found, who)
    },
    requestGuidance: (request) =>
      command(request, ({ project }) => {
        const { question } = request.input
        return guidanceIsAskedForOnce(project) ?? [{ kind: 'guidance-requested', content: { question } }]
      }),
    assignAssistant: (request) =>
      command(request, async ({ project }) => {
        const organ = organOf(request.who)
        const lead = inside.stages.stages[0]?.lead ?? ''
        const colleagues = officersOf(await inside.findColleagues(organ))
        const { assistant: id, phone } = request.input
        const named = theLeadOfficeNamesTheAssistant(project, lead, organ, colleagues, id)
        if (isRefusal(named)) return named
        const assistant = { id: named.id, name: named.name }
        return [{ kind: 'assistant-assigned', content: { organ, phone, assistant } }]
      }),
    giveList: (request) =>
      command(request, async ({ project }) => {
        const refused = onlyTheAssistantGuides(project, idOf(request.who))
        if (refused) return refused
        const list = await listFor(inside, project.facts)
        const version = (project.guidance?.lists.length ?? 0) + 1
        return [{ kind: 'guidance-listed', content: { version, list, note: request.input.note } }]
      }),
    nameMaterial: (request) =>
      command(request, ({ project }) => {
        const { material, reason } = request.input
        const content = { organ: organOf(request.who), material: material.trim(), reason }
        return (
          aMaterialNamedLaterIsNotOnTheList(project, material) ?? [{ kind: 'material-named-later', content }]
        )
      }),
    callMeeting: (request) =>
      command(request, ({ project }) => {
        const { input, who } = request
        const content = { ...input, meeting: uuidv7(), organ: organOf(who) }
        return (
          onlyTheAssistantGuides(project, idOf(who)) ??
          aMeetingIsCalledAhead(input.on, today(), input.offices, new Set(inside.organs.keys())) ?? [
            { kind: 'meeting-called', content },
          ]
        )
      }),
    ...meetingCommands(command, today),
  }
}

type Command = (
  request: Parameters<typeof jointCommand>[1],
  rule: Rule,
) => ReturnType<Commands['getGuidance']>

function meetingCommands(
  command: Command,
  today: () => string,
): Pick<Commands, 'answerMeeting' | 'cancelMeeting' | 'writeMinutes' | 'signMinutes' | 'finishPoint'> {
  return {
    answerMeeting: (request) =>
      command(request, (found) =>
        onMeeting(found, request, (meeting, party) => {
          const { coming, person, note } = request.input
          const content = { meeting: meeting.id, party, coming, person, note }
          return onlyTheInvitedAnswer(meeting, party) ?? [{ kind: 'meeting-answered', content }]
        }),
      ),
    cancelMeeting: (request) =>
      command(request, (found) =>
        onMeeting(found, request, (meeting, party) => {
          const content = { meeting: meeting.id, reason: request.input.reason }
          return (
            onlyTheAssistantGuides(found.project, idOf(request.who)) ??
            onlyTheInvitedAnswer(meeting, party) ?? [{ kind: 'meeting-cancelled', content }]
          )
        }),
      ),
    writeMinutes: (request) =>
      command(request, (found) =>
        onMeeting(found, request, (meeting) => {
          const { present, points, summary, internal } = request.input
          const given = { present, points: points.map((point) => ({ ...point, id: uuidv7() })) }
          return (
            onlyTheAssistantGuides(found.project, idOf(request.who)) ??
            everyPointHasItsOfficeAndDay(meeting, given, today()) ?? [
              { kind: 'minutes-written', content: { meeting: meeting.id, ...given, summary, internal } },
            ]
          )
        }),
      ),
    signMinutes: (request) =>
      command(request, (found) =>
        onMeeting(found, request, (meeting, party) => {
          const content = { meeting: meeting.id, party }
          return onlyThosePresentSign(meeting, party) ?? [{ kind: 'minutes-signed', content }]
        }),
      ),
    finishPoint: (request) =>
      command(request, (found) =>
        onMeeting(found, request, (meeting, party) => {
          const { point } = request.params
          const content = { meeting: meeting.id, point, note: request.input.note }
          return aPointIsClosedByWhomItBinds(meeting, point, party) ?? [{ kind: 'point-done', content }]
        }),
      ),
  }
}

function onMeeting(
  { project, standing }: FoundCase,
  { who, params }: { readonly who: Who; readonly params: { readonly meeting: string } },
  rule: (meeting: Meeting, party: string) => readonly ProjectEntry[] | Refusal,
): readonly ProjectEntry[] | Refusal {
  const meeting = project.meetings.find(({ id }) => id === params.meeting)
  return meeting ? rule(meeting, partyOf(who, standing) ?? '') : refuse('meeting-not-found')
}

const organOf = (who: Who) => (who.kind === 'staff' ? who.organ : '')
const idOf = (who: Who) => (who.kind === 'staff' ? who.id : '')

/** The list before a project is registered: nothing is kept. */
async function previewGuidance(
  inside: Inside,
  given: Readonly<Record<string, unknown>>,
): Promise<GuidanceList | Refusal> {
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const facts = factsFitTheForm(inside.stages, given, context)
  return isRefusal(facts) ? facts : listFor(inside, facts)
}

async function listFor(inside: Inside, facts: FormValues): Promise<GuidanceList> {
  const codes = new Set(inside.stages.stages.flatMap(({ items }) => items.flatMap(({ item }) => item ?? [])))
  const found = await Promise.all([...codes].map((code) => inside.findItem(code)))
  const definitions = new Map<string, ServiceItem>(found.flatMap((one) => (one ? [[one.code, one]] : [])))
  return everythingIsListedOnceAndInFull(inside.stages, facts, {
    definitions,
    organ: (id) => getOrgan(inside, id),
  })
}

import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { jointEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { acceptanceViewOf } from '../queries/joint-view.ts'
import {
  acceptanceComesAfterTheWorks,
  acceptedNow,
  aFailureNamesWhatToRectify,
  onlyOpenItemsAreRectified,
  onlyWhatFailedIsVisitedAgain,
  ownVisit,
  visitNeedsTwoOfEachOffice,
} from '../rules/acceptance.ts'
import { officesTakingPart } from '../rules/drawings.ts'
import { ACCEPTANCE_ASKED, articleOf, everyOfficeHasTheSameLastDay } from '../rules/last-day.ts'
import type { Project } from '../rules/project.ts'
import { getCaseFor, type ProjectEntry } from '../store/cases.ts'
import { jointCommand } from './joint-command.ts'

type Commands = Pick<
  Handlers<typeof jointEndpoints>,
  'getAcceptance' | 'requestAcceptance' | 'setVisit' | 'staffVisit' | 'concludeVisit' | 'reportRectified'
>
type Request = Parameters<typeof jointCommand>[1] & { readonly language: 'zh' | 'en' }

export function acceptanceCommands(inside: Inside): Commands {
  const today = () => legalDayOf(inside.clock.now())
  const command = async (
    request: Request,
    rule: (project: Project, organ: string) => readonly ProjectEntry[] | Refusal,
  ) => {
    const { who, language } = request
    const organ = who.kind === 'staff' ? who.organ : ''
    const done = await jointCommand(inside, request, ({ project }) => rule(project, organ), acceptedNow)
    return isRefusal(done) ? done : acceptanceViewOf(inside, done, who, language)
  }
  return {
    getAcceptance: async ({ who, params, language }) => {
      const found = await getCaseFor(inside, params.id, who)
      return isRefusal(found) ? found : acceptanceViewOf(inside, found, who, language)
    },
    requestAcceptance: (request) => command(request, (project) => requested(inside, project, request.input)),
    setVisit: (request) =>
      command(request, ({ acceptance }, organ) => {
        if (organ !== inside.stages.acceptance.lead) return refuse('not-the-lead-office')
        const { on, time, place } = request.input
        const offices = onlyWhatFailedIsVisitedAgain(acceptance, on, today())
        if (isRefusal(offices)) return offices
        const round = (acceptance?.visits.length ?? 0) + 1
        return [{ kind: 'visit-set', content: { round, on, time, place, offices } }]
      }),
    staffVisit: (request) =>
      command(request, ({ acceptance }, organ) => {
        const visit = ownVisit(acceptance, organ)
        if (isRefusal(visit)) return visit
        const staff = request.input.staff.map((name) => name.trim()).filter((name) => name !== '')
        const content = { round: visit.round, organ, staff }
        return visitNeedsTwoOfEachOffice(staff) ?? [{ kind: 'visit-staffed', content }]
      }),
    concludeVisit: (request) =>
      command(request, ({ acceptance }, organ) => {
        const visit = ownVisit(acceptance, organ)
        if (isRefusal(visit)) return visit
        const { input } = request
        const { passed, findings, cleared } = input
        const items = input.items.map((item) => ({ ...item, id: uuidv7() }))
        return (
          visitNeedsTwoOfEachOffice(visit.staff.get(organ) ?? []) ??
          aFailureNamesWhatToRectify(acceptance ?? { items: [] }, visit, organ, input, today()) ?? [
            {
              kind: 'visit-concluded',
              content: { round: visit.round, organ, passed, findings, items, cleared },
            },
          ]
        )
      }),
    reportRectified: (request) =>
      command(request, ({ acceptance }) => {
        const { items } = request.input
        const ids = items.map(({ item }) => item)
        return onlyOpenItemsAreRectified(acceptance, ids) ?? [{ kind: 'rectified', content: { items } }]
      }),
  }
}

/** 申请联合验收: one request to all offices that the facts of the project call for. */
function requested(
  inside: Inside,
  project: Project,
  input: Parameters<Commands['requestAcceptance']>[0]['input'],
): readonly ProjectEntry[] | Refusal {
  const { stages, calendar } = inside
  const now = inside.clock.now()
  const refused = acceptanceComesAfterTheWorks(project, stages, input.completedOn, legalDayOf(now))
  if (refused) return refused
  const { within, basis } = stages.acceptance
  const asked = { calendar, from: now.toISOString(), within, event: ACCEPTANCE_ASKED }
  const { due } = everyOfficeHasTheSameLastDay({ ...asked, article: articleOf(basis) })
  const offices = officesTakingPart(stages.acceptance, project.facts).map(({ organ, looks }) => ({
    organ,
    looks,
    due,
  }))
  const stage = stages.stages.find(({ items }) => items.some(({ joint }) => joint === 'acceptance'))
  return [
    ...(stage && !project.stages.has(stage.id)
      ? [{ kind: 'stage-opened' as const, content: { stage: stage.id } }]
      : []),
    { kind: 'acceptance-requested', content: { ...input, within, offices } },
  ]
}

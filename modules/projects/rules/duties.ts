/** 待办 — what each office is waited for on a project. Pure. */
import type { ProjectStages } from '@mashang/flow'
import type { ProjectDuty } from '../contract/index.ts'
import { OWNER } from '../contract/index.ts'
import { acceptancePhaseOf } from './acceptance.ts'
import { invitedTo } from './guidance.ts'
import type { Project } from './state.ts'

export interface Duty {
  readonly organ: string
  readonly kind: ProjectDuty['kind']
  readonly detail: string
  /** Last day; none where nobody set one. */
  readonly due?: string
}

/** Everything that waits for an office, in one list: a withdrawn project waits for nobody. */
export function everyOfficeSeesWhatWaitsForIt(project: Project, stages: ProjectStages): readonly Duty[] {
  if (project.withdrawn) return []
  return [...guidanceDuties(project, stages), ...meetingDuties(project), ...jointDuties(project, stages)]
}

function guidanceDuties({ guidance }: Project, { stages }: ProjectStages): Duty[] {
  if (!guidance) return []
  const { assistant, lists } = guidance
  if (!assistant) return [{ organ: stages[0]?.lead ?? '', kind: 'name-assistant', detail: guidance.question }]
  const { organ } = assistant
  return lists.length === 0 ? [{ organ, kind: 'give-list', detail: assistant.assistant.name }] : []
}

function meetingDuties({ meetings }: Project): Duty[] {
  return meetings.flatMap((meeting): Duty[] => {
    const { minutes, answers, subject, on } = meeting
    if (meeting.cancelled !== undefined) return []
    if (!minutes)
      return invitedTo(meeting)
        .filter((party) => party !== OWNER && party !== meeting.organ && !answers.has(party))
        .map((organ) => ({ organ, kind: 'answer-meeting', detail: subject, due: on }))
    const unsigned = minutes.present.filter(({ party, signedAt }) => party !== OWNER && !signedAt)
    const points = minutes.final === undefined ? [] : minutes.points
    return [
      ...unsigned.map(({ party }) => ({ organ: party, kind: 'sign-minutes' as const, detail: subject })),
      ...points
        .filter(({ party, doneAt }) => party !== OWNER && doneAt === undefined)
        .map(({ party, text, due }) => ({ organ: party, kind: 'finish-point' as const, detail: text, due })),
    ]
  })
}

function jointDuties({ drawings, acceptance }: Project, stages: ProjectStages): Duty[] {
  const round = drawings?.passedAt ? undefined : drawings?.rounds.at(-1)
  const waiting = (round?.offices ?? []).filter(
    ({ organ }) => !round?.reviews.some((one) => one.organ === organ),
  )
  const visit = acceptance?.visits.at(-1)
  const expected = (visit?.offices ?? []).filter((organ) => !visit?.results.has(organ))
  return [
    ...waiting.map(({ organ, due }) => ({
      organ,
      kind: 'review-drawings' as const,
      detail: `V${round?.version}`,
      due,
    })),
    ...(acceptance && acceptancePhaseOf(acceptance) === 'visit-to-set'
      ? [
          {
            organ: stages.acceptance.lead,
            kind: 'set-visit' as const,
            detail: '',
            ...(acceptance.visits.length === 0 ? { due: acceptance.offices[0]?.due ?? acceptance.at } : {}),
          },
        ]
      : []),
    ...expected.map((organ) => ({
      organ,
      kind:
        (visit?.staff.get(organ)?.length ?? 0) < 2 ? ('staff-visit' as const) : ('conclude-visit' as const),
      detail: `${visit?.on} ${visit?.time}`,
      due: visit?.on ?? '',
    })),
  ]
}

/** What is done together, as its reader may see it: each office's last day with its why, and whose turn it is. */
import { explain } from '@mashang/flow'
import { type LegalDay, legalDayOf, type Who } from '@mashang/kit'
import type { AcceptanceView, DrawingComment, DrawingsView, TakingPart } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { acceptancePhaseOf, passedBy, whatTheWorksLack } from '../rules/acceptance.ts'
import { commentsAreShownTogether, officesTakingPart, phaseOf } from '../rules/drawings.ts'
import {
  ACCEPTANCE_ASKED,
  articleOf,
  DRAWINGS_GIVEN,
  everyOfficeHasTheSameLastDay,
} from '../rules/last-day.ts'
import type { Project } from '../rules/project.ts'
import { itemsThatApply } from '../rules/stages.ts'
import type { Comment } from '../rules/state.ts'
import type { FoundCase } from '../store/cases.ts'
import { DRAWINGS_SHEET } from '../store/drawings-sheet.ts'
import { documentOfKind, headOf } from './head.ts'

type Office = DrawingsView['offices'][number]
type Language = 'zh' | 'en'

interface Answered {
  readonly organ: string
  readonly by: string
  readonly at: string
  readonly opinion: string
}

function officeOf(
  inside: Inside,
  { organ, looks, due: last }: TakingPart,
  answered: Answered | undefined,
  why: readonly string[],
): Office {
  const end: LegalDay = answered ? legalDayOf(answered.at) : legalDayOf(inside.clock.now())
  const lateBy = end > last ? inside.calendar.countWorkingDays(last, end) : 0
  return {
    organ: getOrgan(inside, organ),
    looks,
    due: last,
    why: [...why],
    answeredAt: answered?.at,
    by: answered?.by,
    opinion: answered?.opinion,
    late: end > last,
    lateBy,
  }
}

export async function drawingsViewOf(
  inside: Inside,
  found: FoundCase,
  who: Who,
  language: Language,
): Promise<DrawingsView> {
  const { project, standing, id } = found
  const { drawings } = project
  const today = legalDayOf(inside.clock.now())
  const together = inside.stages['drawing-review']
  const phase = phaseOf(drawings, today)
  const round = drawings?.rounds.at(-1)
  const organ = who.kind === 'staff' ? who.organ : undefined
  const shown = drawings ? commentsAreShownTogether(drawings, today) : []
  const visible =
    standing === 'owner'
      ? shown
      : (drawings?.comments ?? []).filter((one) => shown.includes(one) || one.organ === organ)
  const draft = standing === 'owner' ? await inside.sheets.find(id, DRAWINGS_SHEET) : undefined
  const turn = standing === 'owner' && !project.withdrawn && (phase === 'not-begun' || phase === 'answering')
  const toReview =
    standing === 'office' &&
    !drawings?.passedAt &&
    round?.offices.some((one) => one.organ === organ) &&
    !round.reviews.some((one) => one.organ === organ)
  return {
    project: headOf(inside, found),
    phase,
    lead: getOrgan(inside, together.lead),
    within: round?.within ?? together.within,
    basis: articleOf(together.basis),
    offices: drawingsOffices(inside, project, language),
    versions: (drawings?.rounds ?? [])
      .map(({ version, at, note, files }) => ({ version, at, note, files: [...files] }))
      .reverse(),
    comments: visible.map((one) => commentView(inside, project, one)),
    hidden: standing === 'owner' ? (drawings?.comments.length ?? 0) - shown.length : 0,
    passedAt: drawings?.passedAt,
    document: documentOfKind(project, 'joint-review'),
    draft: [...(draft?.files.drawings ?? [])],
    answers: Object.fromEntries(
      Object.entries(draft?.answers ?? {}).map(([comment, text]) => [comment, String(text)]),
    ),
    actions: [...(turn ? ['addDrawing', 'giveDrawings'] : []), ...(toReview ? ['reviewDrawings'] : [])],
  }
}

function drawingsOffices(
  inside: Inside,
  { drawings, facts }: Project,
  language: Language,
): DrawingsView['offices'] {
  const together = inside.stages['drawing-review']
  const round = drawings?.rounds.at(-1)
  if (!round)
    return officesTakingPart(together, facts).map(({ organ, looks }) => ({
      ...{ organ: getOrgan(inside, organ), looks, due: '', why: [], late: false, lateBy: 0 },
    }))
  const { explanation } = everyOfficeHasTheSameLastDay({
    calendar: inside.calendar,
    from: round.at,
    within: round.within,
    event: DRAWINGS_GIVEN,
    article: articleOf(together.basis),
  })
  const why = explain(explanation, language)
  return round.offices.map((one) =>
    officeOf(
      inside,
      one,
      round.reviews.find(({ organ }) => organ === one.organ),
      why,
    ),
  )
}

function commentView(inside: Inside, { drawings }: Project, one: Comment): DrawingComment {
  const { organ, version, id, sheet, place, text, article, severity, because, answer, state, why } = one
  const first = drawings?.rounds.find(({ reviews }) => reviews.some((review) => review.organ === organ))
  return {
    id,
    organ: getOrgan(inside, organ),
    version,
    sheet,
    place,
    text,
    article,
    severity,
    because,
    later: first !== undefined && version > first.version,
    answer,
    state,
    why,
  }
}

export function acceptanceViewOf(
  inside: Inside,
  found: FoundCase,
  who: Who,
  language: Language,
): AcceptanceView {
  const { project } = found
  const { acceptance } = project
  const together = inside.stages.acceptance
  const lacks = whatTheWorksLack(project, inside.stages).map(({ name }) => name)
  const phase = acceptancePhaseOf(acceptance)
  return {
    project: headOf(inside, found),
    phase,
    lacks,
    lead: getOrgan(inside, together.lead),
    within: acceptance?.within ?? together.within,
    basis: articleOf(together.basis),
    requested: acceptance && {
      at: acceptance.at,
      completedOn: acceptance.completedOn,
      // Whom to call on site is for those who come.
      contact: found.standing === 'supervisor' ? '—' : acceptance.contact,
      note: acceptance.note,
    },
    offices: acceptanceOffices(inside, project, language),
    visits: (acceptance?.visits ?? []).map(({ round, on, time, place, offices, staff, results }) => ({
      round,
      on,
      time,
      place,
      offices: offices.map((organ) => ({
        organ: getOrgan(inside, organ),
        staff: [...(staff.get(organ) ?? [])],
        passed: results.get(organ)?.passed,
        findings: results.get(organ)?.findings,
      })),
    })),
    items: (acceptance?.items ?? []).map((item) => ({
      id: item.id,
      organ: getOrgan(inside, item.organ),
      text: item.text,
      article: item.article,
      due: item.due,
      late: !item.cleared && item.due < legalDayOf(item.done?.at ?? inside.clock.now().toISOString()),
      done: item.done,
      cleared: item.cleared,
    })),
    acceptedAt: acceptance?.acceptedAt,
    document: documentOfKind(project, 'joint-acceptance'),
    next: whatFollows(inside, project),
    actions: acceptanceActions(inside, found, who, lacks.length === 0),
  }
}

function acceptanceOffices(
  inside: Inside,
  { acceptance, facts }: Project,
  language: Language,
): AcceptanceView['offices'] {
  if (!acceptance)
    return officesTakingPart(inside.stages.acceptance, facts).map(({ organ, looks }) => ({
      ...{ organ: getOrgan(inside, organ), looks, due: '', why: [], late: false, lateBy: 0, passed: false },
    }))
  const why = explain(
    everyOfficeHasTheSameLastDay({
      calendar: inside.calendar,
      from: acceptance.at,
      within: acceptance.within,
      event: ACCEPTANCE_ASKED,
      article: articleOf(inside.stages.acceptance.basis),
    }).explanation,
    language,
  )
  const passed = passedBy(acceptance)
  return acceptance.offices.map((one) => {
    const results = acceptance.visits.flatMap(({ results: all }) => all.get(one.organ) ?? [])
    // The first conclusion keeps the day; what is put right afterwards has days of its own.
    const first = results[0]
    const answered = first && { organ: one.organ, by: first.by, at: first.at, opinion: first.findings }
    return { ...officeOf(inside, one, answered, why), passed: passed.has(one.organ) }
  })
}

function whatFollows(inside: Inside, project: Project): AcceptanceView['next'] {
  return inside.stages.stages.flatMap((stage) => {
    const items = itemsThatApply(stage, project.facts)
    const joint = items.find((item) => item.joint === 'acceptance')
    if (!joint) return []
    return items
      .filter(({ after }) => after?.includes(joint.id))
      .map(({ name }) => ({ name, stage: stage.id }))
  })
}

function acceptanceActions(
  inside: Inside,
  { project, standing }: FoundCase,
  who: Who,
  isReady: boolean,
): string[] {
  const { acceptance } = project
  const phase = acceptancePhaseOf(acceptance)
  if (standing === 'owner') {
    if (phase === 'not-begun') return isReady && !project.withdrawn ? ['requestAcceptance'] : []
    return acceptance?.items.some(({ cleared, done }) => !cleared && !done) ? ['reportRectified'] : []
  }
  if (standing !== 'office' || who.kind !== 'staff') return []
  const visit = acceptance?.visits.at(-1)
  const expected = visit?.offices.includes(who.organ) && !visit.results.has(who.organ) ? visit : undefined
  return [
    ...(phase === 'visit-to-set' && who.organ === inside.stages.acceptance.lead ? ['setVisit'] : []),
    ...(expected ? ['staffVisit'] : []),
    ...(expected && expected.on <= legalDayOf(inside.clock.now()) ? ['concludeVisit'] : []),
  ]
}

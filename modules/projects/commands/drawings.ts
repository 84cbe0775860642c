import type { SheetFile } from '@mashang/flow'
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import type { DrawingsView, jointEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { drawingsViewOf } from '../queries/joint-view.ts'
import {
  anOfficeAnswersEachVersionOnce,
  everyCommentIsAnsweredWithTheNewVersion,
  officesTakingPart,
  openComments,
  passedNow,
} from '../rules/drawings.ts'
import { articleOf, DRAWINGS_GIVEN, everyOfficeHasTheSameLastDay } from '../rules/last-day.ts'
import type { Project } from '../rules/project.ts'
import { type FoundCase, getCaseFor, type ProjectEntry } from '../store/cases.ts'
import { DRAWINGS_SHEET } from '../store/drawings-sheet.ts'
import { jointCommand } from './joint-command.ts'

type Commands = Pick<
  Handlers<typeof jointEndpoints>,
  'getDrawings' | 'addDrawing' | 'dropDrawing' | 'saveAnswers' | 'giveDrawings' | 'reviewDrawings'
>
type Language = 'zh' | 'en'

const MOST_DRAWINGS = 60

export function drawingsCommands(inside: Inside): Commands {
  const show = async (who: Who, id: string, language: Language): Promise<DrawingsView | Refusal> => {
    const found = await getCaseFor(inside, id, who)
    return isRefusal(found) ? found : drawingsViewOf(inside, found, who, language)
  }
  return {
    getDrawings: ({ who, params, language }) => show(who, params.id, language),
    addDrawing: async ({ who, params, language, key, upload }) => {
      const found = await getOwn(inside, params.id, who)
      if (isRefusal(found)) return found
      const draft = await inside.sheets.find(found.id, DRAWINGS_SHEET)
      if ((draft.files.drawings ?? []).length >= MOST_DRAWINGS)
        return refuse('too-many-files', {
          facts: { limit: MOST_DRAWINGS, name: { zh: '图纸', en: 'drawings' } },
        })
      const nothing = { params: undefined, query: undefined, input: undefined }
      const file = await inside.approvals.uploadFile({ who, language, key, upload, ...nothing })
      if (isRefusal(file)) return file
      await changeDrawings(inside, found, (files) => [
        ...files.filter(({ digest }) => digest !== file.digest),
        file,
      ])
      return show(who, params.id, language)
    },
    dropDrawing: async ({ who, params, language }) => {
      const found = await getOwn(inside, params.id, who)
      if (isRefusal(found)) return found
      await changeDrawings(inside, found, (files) => files.filter(({ digest }) => digest !== params.digest))
      return show(who, params.id, language)
    },
    saveAnswers: async ({ who, params, input, language }) => {
      const found = await getOwn(inside, params.id, who)
      if (isRefusal(found)) return found
      const draft = await inside.sheets.find(found.id, DRAWINGS_SHEET)
      await inside.sheets.save(draft, ({ answers }) => ({ answers: { ...answers, ...input.answers } }))
      return show(who, params.id, language)
    },
    giveDrawings: async (request) => {
      const done = await jointCommand(inside, request, (found) => given(inside, found, request.input.note))
      if (isRefusal(done)) return done
      const draft = await inside.sheets.find(done.id, DRAWINGS_SHEET)
      await inside.sheets.save(draft, () => ({ answers: {}, files: {} }))
      return drawingsViewOf(inside, done, request.who, request.language)
    },
    reviewDrawings: async (request) => {
      const { who, input, language } = request
      const done = await jointCommand(
        inside,
        request,
        ({ project }) => reviewed(project, who.kind === 'staff' ? who.organ : '', input),
        passedNow,
      )
      return isRefusal(done) ? done : drawingsViewOf(inside, done, who, language)
    },
  }
}

async function getOwn(inside: Inside, id: string, who: Who): Promise<FoundCase | Refusal> {
  const found = await getCaseFor(inside, id, who)
  if (isRefusal(found)) return found
  return found.standing === 'owner' ? found : refuse('project-not-found')
}

async function changeDrawings(
  inside: Inside,
  { id }: FoundCase,
  change: (files: readonly SheetFile[]) => readonly SheetFile[],
): Promise<void> {
  const draft = await inside.sheets.find(id, DRAWINGS_SHEET)
  await inside.sheets.save(draft, ({ files }) => ({ files: { drawings: change(files.drawings ?? []) } }))
}

/** 送审: what waits in the draft goes to all offices at once, with the same last day. */
async function given(
  inside: Inside,
  { id, project }: FoundCase,
  note: string,
): Promise<readonly ProjectEntry[] | Refusal> {
  if (project.withdrawn) return refuse('project-withdrawn')
  const draft = await inside.sheets.find(id, DRAWINGS_SHEET)
  const { drawings } = project
  const files = draft.files.drawings ?? []
  const answers = openComments(drawings ?? { comments: [] }).map(({ id: comment }) => ({
    comment,
    text: String(draft.answers[comment] ?? ''),
  }))
  const now = inside.clock.now()
  const refused = everyCommentIsAnsweredWithTheNewVersion(drawings, { files, answers }, legalDayOf(now))
  if (refused) return refused
  const together = inside.stages['drawing-review']
  const version = (drawings?.rounds.length ?? 0) + 1
  const within = version === 1 ? together.within : (together.again ?? together.within)
  const { due } = everyOfficeHasTheSameLastDay({
    calendar: inside.calendar,
    from: now.toISOString(),
    within,
    event: DRAWINGS_GIVEN,
    article: articleOf(together.basis),
  })
  const offices = officesTakingPart(together, project.facts).map(({ organ, looks }) => ({
    organ,
    looks,
    due,
  }))
  const stage = inside.stages.stages.find(({ items }) =>
    items.some(({ joint }) => joint === 'drawing-review'),
  )
  return [
    ...(stage && !project.stages.has(stage.id)
      ? [{ kind: 'stage-opened' as const, content: { stage: stage.id } }]
      : []),
    { kind: 'drawings-given', content: { version, files, note, within, offices, answers } },
  ]
}

type Review = Parameters<Commands['reviewDrawings']>[0]['input']

function reviewed(
  { drawings }: Project,
  organ: string,
  { opinion, comments, settled }: Review,
): readonly ProjectEntry[] | Refusal {
  const made = comments.map((comment) => ({ ...comment, id: uuidv7() }))
  const refused = anOfficeAnswersEachVersionOnce(drawings, organ, { comments: made, settled })
  if (refused) return refused
  const version = drawings?.rounds.at(-1)?.version ?? 0
  return [{ kind: 'drawings-reviewed', content: { version, organ, opinion, comments: made, settled } }]
}

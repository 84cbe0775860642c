import {
  answersWith,
  type FormValues,
  filesOf,
  formOf,
  type Lack,
  lacksOf,
  materialsOf,
  type ProjectStage,
  questionsOf,
  type ServiceItem,
  type SheetFile,
  type SheetState,
  type StageItem,
  sheetView,
} from '@mashang/flow'
import { actorOf, type Handlers, isRefusal, type Refusal, refuse, textOf, type Who } from '@mashang/kit'
import type { SheetRow } from '@mashang/store'
import type { StageSheet, StageSubmission, sheetEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { opinionFileOf, theOpinionStandsForItsMaterials, withTheOpinion } from '../rules/joint-material.ts'
import { type Known, knownAnswer } from '../rules/known.ts'
import { isAppliedFor, whatComesFirst } from '../rules/stage-order.ts'
import { itemsThatApply, workingDaysOf } from '../rules/stages.ts'
import { type Case, getCaseFor } from '../store/cases.ts'
import { addEntries } from './follow.ts'

type Commands = Handlers<typeof sheetEndpoints>
type Language = 'zh' | 'en'

/** An item of the stage that can be applied for on this site, with its definition. */
interface Offered {
  readonly item: StageItem
  readonly definition: ServiceItem
}

interface Hand {
  readonly found: Case
  readonly stage: ProjectStage
  readonly row: SheetRow
  readonly offered: readonly Offered[]
  /** Those of them that can be submitted now. */
  readonly open: readonly Offered[]
  /** With what stands in the place of a material. */
  readonly sheet: SheetState
  /** Keys of the materials that the joint opinion stands for. */
  readonly served: readonly string[]
  readonly lacks: ReadonlyMap<string, readonly Lack[]>
}

const LARGEST_FORM = 256 * 1024

export function sheetCommands(inside: Inside): Commands {
  const show = async (who: Who, params: { id: string; stage: string }, language: Language) => {
    const hand = await handOf(inside, who, params)
    return isRefusal(hand) ? hand : viewOfSheet(inside, hand, language)
  }
  return {
    getSheet: ({ who, params, language }) => show(who, params, language),
    saveSheet: async ({ who, params, input, language }) => {
      const hand = await handOf(inside, who, params)
      if (isRefusal(hand)) return hand
      if (JSON.stringify(input.answers).length > LARGEST_FORM)
        return refuse('form-too-large', { facts: { limit: LARGEST_FORM / 1024 } })
      await inside.sheets.save(hand.row, () => ({ answers: input.answers as FormValues }))
      return show(who, params, language)
    },
    addSheetFile: async (request) => {
      const { who, params, language, upload } = request
      const hand = await handOf(inside, who, params)
      if (isRefusal(hand)) return hand
      const shared = hand.sheet.materials.find(({ key }) => key === params.material)
      if (!shared) return refuse('material-not-in-item', { facts: { material: params.material } })
      const limit = shared.material['max-files'] ?? 10
      if ((hand.row.files[shared.key] ?? []).length >= limit)
        return refuse('too-many-files', { facts: { limit, name: shared.material.name } })
      const { key } = request
      const file = await inside.approvals.uploadFile({
        ...{ who, language, key, upload },
        params: undefined,
        query: undefined,
        input: undefined,
      })
      if (isRefusal(file)) return file
      await changeFiles(inside, hand.row, shared.key, (files) => [
        ...files.filter(({ digest }) => digest !== file.digest),
        file,
      ])
      return show(who, params, language)
    },
    dropSheetFile: async ({ who, params, language }) => {
      const hand = await handOf(inside, who, params)
      if (isRefusal(hand)) return hand
      await changeFiles(inside, hand.row, params.material, (files) =>
        files.filter(({ digest }) => digest !== params.digest),
      )
      return show(who, params, language)
    },
    submitStage: (request) => submitStage(inside, request),
  }
}

function changeFiles(
  inside: Inside,
  row: SheetRow,
  key: string,
  change: (files: readonly SheetFile[]) => readonly SheetFile[],
): Promise<void> {
  return inside.sheets.save(row, ({ files }) => ({ files: { ...files, [key]: change(files[key] ?? []) } }))
}

/** The sheet with all that it rests on. */
async function handOf(
  inside: Inside,
  who: Who,
  params: { readonly id: string; readonly stage: string },
): Promise<Hand | Refusal> {
  const found = await getCaseFor(inside, params.id, who)
  if (isRefusal(found)) return found
  if (found.standing !== 'owner') return refuse('project-not-found')
  if (found.project.withdrawn) return refuse('project-withdrawn')
  const stage = inside.stages.stages.find(({ id }) => id === params.stage)
  if (!stage) return refuse('stage-not-found')
  const { project } = found
  const row = await inside.sheets.find(found.id, stage.id)
  const offered = await offeredIn(inside, stage, project.facts)
  const open = offered.filter(
    ({ item }) => !isAppliedFor(project, item) && whatComesFirst(project, stage, item).length === 0,
  )
  const definitions = open.map(({ definition }) => definition)
  const questions = questionsOf(definitions)
  const known = await knownOf(inside, found)
  const answers = answersWith(questions, row.answers, (question) =>
    knownAnswer(question.field, known, inside.stages),
  )
  const materials = materialsOf(definitions)
  const served = theOpinionStandsForItsMaterials(inside.stages, project, materials)
  const files = withTheOpinion(row.files, served, project)
  const sheet = { questions, materials, answers, files }
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const lacks = new Map(
    definitions.map((definition) => [definition.code, lacksOf(definition, sheet, context)]),
  )
  return { found, stage, row, offered, open, sheet, served, lacks }
}

async function offeredIn(
  inside: Inside,
  stage: ProjectStage,
  facts: FormValues,
): Promise<readonly Offered[]> {
  const items = itemsThatApply(stage, facts).filter(({ joint }) => joint === undefined)
  const found = await Promise.all(
    items.map(async (item) => {
      const definition = item.item === undefined ? undefined : await inside.findItem(item.item)
      return definition ? [{ item, definition }] : []
    }),
  )
  return found.flat()
}

async function knownOf(inside: Inside, { project }: Case): Promise<Known> {
  const { owner, facts, code } = project
  const person = await inside.findPerson(owner.personId)
  return {
    facts,
    code: code?.code ?? '',
    account: {
      name: person?.name,
      phone: person?.phone,
      'enterprise-name': owner.name,
      uscc: owner.uscc,
    },
  }
}

function viewOfSheet(inside: Inside, hand: Hand, language: Language): StageSheet {
  const { found, stage, row, offered, open, sheet, served, lacks } = hand
  const { project } = found
  const all = [...lacks.values()].flat()
  const definitions = open.map(({ definition }) => definition)
  const seen = sheetView(definitions, sheet, all, ({ code, facts }) => textOf(code, facts, language))
  return {
    project: {
      id: found.id,
      name: String(project.facts.name),
      code: project.code?.code ?? '',
      owner: project.owner.name,
    },
    stage: { id: stage.id, name: stage.name },
    revision: row.revision,
    savedAt: row.savedAt,
    items: offered.map(({ item, definition }) => ({
      id: item.id,
      code: definition.code,
      name: definition.name,
      organ: getOrgan(inside, definition.organ),
      days: workingDaysOf(item),
      state: isAppliedFor(project, item)
        ? 'applied'
        : open.some((one) => one.item === item)
          ? 'open'
          : 'waiting',
      waitsFor: whatComesFirst(project, stage, item).map(({ name }) => name),
      lacks: lacks.get(definition.code)?.length ?? 0,
    })),
    questions: seen.questions,
    answers: { ...sheet.answers },
    materials: seen.materials,
    served: served.filter((key) => !row.files[key]?.length),
    lacks: new Set(all.map(({ path }) => path)).size,
  }
}

/** Submits one application for each open item, side by side; with one that lacks something none is submitted. */
async function submitStage(
  inside: Inside,
  { who, params, input, key, language }: Parameters<Commands['submitStage']>[0],
): Promise<StageSubmission | Refusal> {
  const hand = await handOf(inside, who, params)
  if (isRefusal(hand)) return hand
  const chosen = hand.open.filter(({ definition }) => input.items?.includes(definition.code) ?? true)
  if (chosen.length === 0) return refuse('nothing-to-submit')
  const lacking = chosen.flatMap(({ definition }) => hand.lacks.get(definition.code) ?? [])
  if (lacking.length > 0)
    return refuse('stage-lacks', {
      rule: 'stageIsSubmittedWhole',
      facts: { count: new Set(lacking.map(({ path }) => path)).size },
      fields: [...lacking],
    })
  const unheld = await handInTheOpinion(inside, hand, { who, key, language })
  if (unheld) return unheld
  const submitted: StageSubmission['submitted'] = []
  for (const { definition } of chosen) {
    const { code, name } = definition
    const answer = await inside.approvals.submitApplication({
      ...{ who, language, key: `${key}:${code}`, params: undefined, query: undefined },
      input: applicationOf(hand, definition),
    })
    if (isRefusal(answer)) return answer
    submitted.push({ id: answer.id, number: answer.number, item: code, name })
    await addEntries(inside, hand.found.id, actorOf(who), ({ applications, stages }) => [
      ...(stages.has(hand.stage.id)
        ? []
        : [{ kind: 'stage-opened' as const, content: { stage: hand.stage.id } }]),
      ...(applications.some(({ application }) => application === answer.id)
        ? []
        : [
            {
              kind: 'application-joined' as const,
              content: {
                application: answer.id,
                number: answer.number,
                item: code,
                organ: definition.organ,
                stage: hand.stage.id,
                submittedAt: answer.submittedAt,
              },
            },
          ]),
    ])
  }
  return { submitted }
}

/** The opinion is handed in for the owner, as a file of his, so that the applications can refer to it. */
async function handInTheOpinion(
  inside: Inside,
  { found, served, row }: Hand,
  { who, key, language }: Pick<Parameters<Commands['submitStage']>[0], 'who' | 'key' | 'language'>,
): Promise<Refusal | undefined> {
  const opinion = opinionFileOf(found.project)
  if (!opinion || served.every((one) => (row.files[one] ?? []).length > 0)) return undefined
  const opened = await inside.files.open(opinion.digest)
  if (!opened) throw new Error(`a document of our own is not in the file store: ${opinion.digest}`)
  const nothing = { params: undefined, query: undefined, input: undefined }
  const upload = { name: opinion.name, type: opinion.type, body: opened.body }
  const kept = await inside.approvals.uploadFile({ who, language, key: `${key}:opinion`, upload, ...nothing })
  return isRefusal(kept) ? kept : undefined
}

function applicationOf({ found, sheet }: Hand, definition: ServiceItem) {
  const { owner } = found.project
  return {
    item: definition.code,
    applicant: { kind: 'enterprise' as const, uscc: owner.uscc },
    form: { ...formOf(definition, sheet) },
    materials: filesOf(definition, sheet),
  }
}

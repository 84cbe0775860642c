/** 一次补正 — what offices want corrected, each question and material once for all that ask. */
import type { ApplicationView } from '@mashang/approvals/contract'
import {
  answersWith,
  checkField,
  type FieldValue,
  filesOf,
  itemPart,
  type Lack,
  materialsOf,
  type PartWithItem,
  questionsOf,
  type SheetState,
} from '@mashang/flow'
import { isRefusal, type Refusal, type Who } from '@mashang/kit'
import type { SheetRow } from '@mashang/store'
import type { Inside } from '../inside.ts'
import type { Case } from '../store/cases.ts'
import { getOwn, partsWithItems, sameThings } from './hand.ts'

/** One office's correction, with what it asks by the keys of the sheet. */
interface Asked extends PartWithItem {
  readonly view: ApplicationView
  readonly points: readonly {
    readonly key: string
    readonly label: ApplicationView['item']['name']
    readonly what: string
  }[]
}

export interface CorrectionHand {
  readonly found: Case
  readonly row: SheetRow
  readonly asked: readonly Asked[]
  readonly sheet: SheetState
  readonly lacks: readonly Lack[]
}

export async function correctionOf(inside: Inside, who: Who, id: string): Promise<CorrectionHand | Refusal> {
  const found = await getOwn(inside, id, who)
  if (isRefusal(found)) return found
  const all = await partsWithItems(inside, found.state)
  const waiting = await listWaiting(inside, who, found, all)
  const items = waiting.map(({ item }) => item)
  const same = await sameThings(inside, found.state, all)
  // What is given by the case may be what is wrong: here it is asked.
  const questions = questionsOf(items, { ...same, given: {} })
  const materials = materialsOf(items, same)
  const asked = waiting.map((one): Asked => {
    const points = (one.view.correction?.points ?? []).map(({ target, label, what }) => {
      const [kind, part = ''] = target.split('.')
      const own = (of: readonly { item: string; field?: string; material?: string }[]) =>
        of.some((asking) => asking.item === one.item.code && (asking.field ?? asking.material) === part)
      const key = (kind === 'form' ? questions : materials).find(({ of }) => own(of))?.key ?? part
      return { key: `${kind === 'form' ? 'field' : 'material'}-${key}`, label, what }
    })
    return { ...one, points }
  })
  const keys = new Set(asked.flatMap(({ points }) => points.map(({ key }) => key)))
  const row = await inside.sheets.find(id, 'correction')
  const wanted = questions.filter(({ key }) => keys.has(`field-${key}`))
  const sheet: SheetState = {
    questions: wanted,
    materials: materials.filter(({ key }) => keys.has(`material-${key}`)),
    answers: answersWith(wanted, row.answers, ({ of }) => valueBefore(waiting, of)),
    files: row.files,
    given: formsOf(waiting),
  }
  return { found, row, asked, sheet, lacks: lacksIn(inside, sheet) }
}

async function listWaiting(inside: Inside, who: Who, { state }: Case, all: readonly PartWithItem[]) {
  const found = await Promise.all(
    all.map(async (one) => {
      const application = state.applications.get(one.part.id)
      if (!application || application.outcome) return []
      const view = await inside.approvals.getApplication({
        ...{ who, language: 'zh', key: '', query: undefined, input: undefined },
        params: { id: application.application },
      })
      return isRefusal(view) || view.status !== 'awaiting-correction' ? [] : [{ ...one, view }]
    }),
  )
  return found.flat()
}

/** What the applications say now, by their own fields. */
function formsOf(
  waiting: readonly (PartWithItem & { readonly view: ApplicationView })[],
): SheetState['given'] {
  return Object.fromEntries(
    waiting.flatMap(({ item, view }) =>
      Object.entries(view.form).map(([id, value]) => [itemPart(item, id), value as FieldValue]),
    ),
  )
}

function valueBefore(
  waiting: readonly (PartWithItem & { readonly view: ApplicationView })[],
  of: readonly { readonly item: string; readonly field: string }[],
): FieldValue | undefined {
  for (const { item, field } of of) {
    const value = waiting.find((one) => one.item.code === item)?.view.form[field]
    if (value !== undefined) return value as FieldValue
  }
  return undefined
}

function lacksIn(inside: Inside, { questions, materials, answers, files }: SheetState): readonly Lack[] {
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  return [
    ...questions.flatMap(({ key, field }) => {
      const wrong = checkField(field, answers[key], context)
      return wrong ? [{ path: `answers.${key}`, ...wrong }] : []
    }),
    ...materials.flatMap(({ key, material }) =>
      (files[key] ?? []).length > 0
        ? []
        : [{ path: `materials.${key}`, code: 'material-missing', facts: { name: material.name } }],
    ),
  ]
}

/**
 * aCorrectionIsMadeOnceForAllThatAsk: what one application gets of the sheet, each question and material that it asked
 * for under its own name.
 */
export function correctionFor({ sheet }: CorrectionHand, { item, points }: Asked) {
  const keys = new Set(points.map(({ key }) => key))
  const form: Record<string, FieldValue> = {}
  for (const { key, of } of sheet.questions) {
    const value = sheet.answers[key]
    for (const one of of)
      if (keys.has(`field-${key}`) && one.item === item.code && value !== undefined) form[one.field] = value
  }
  const materials = sheet.materials.filter(({ key }) => keys.has(`material-${key}`))
  return { form, materials: filesOf(item, { materials, files: sheet.files }) }
}

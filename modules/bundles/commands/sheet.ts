import type { FormValues, SheetFile, SheetState } from '@mashang/flow'
import { type Handlers, isRefusal, type Language, type Refusal, refuse, type Who } from '@mashang/kit'
import type { SheetRow } from '@mashang/store'
import type { BundleSheet, bundlesEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { correctionSheetView, mainSheetView } from '../queries/sheet-view.ts'
import type { Case } from '../store/cases.ts'
import { correctionOf } from './correction.ts'
import { APPLICANT, handOf } from './hand.ts'

type Commands = Pick<
  Handlers<typeof bundlesEndpoints>,
  'getBundleSheet' | 'saveBundleSheet' | 'addBundleFile' | 'dropBundleFile'
>

interface Place {
  readonly id: string
  readonly sheet: BundleSheet['sheet']
}

const LARGEST_FORM = 256 * 1024

/** Either sheet: what is filled in first, and what is to be corrected. */
export function sheetCommands(inside: Inside): Commands {
  return {
    getBundleSheet: ({ who, params, language }) => show(inside, who, params, language),
    saveBundleSheet: async ({ who, params, input, language }) => {
      const open = await rowOf(inside, who, params)
      if (isRefusal(open)) return open
      if (JSON.stringify(input.answers).length > LARGEST_FORM)
        return refuse('form-too-large', { facts: { limit: LARGEST_FORM / 1024 } })
      await inside.sheets.save(open.row, ({ answers }) => {
        const applicant = input.applicant ?? answers[APPLICANT]
        // What is asked later keeps what was answered before.
        const kept = { ...answers, ...(input.answers as FormValues) }
        for (const { key } of open.sheet.questions) if (!(key in input.answers)) delete kept[key]
        return { answers: applicant === undefined ? kept : { ...kept, [APPLICANT]: applicant } }
      })
      return show(inside, who, params, language)
    },
    addBundleFile: async ({ who, params, language, upload, key }) => {
      const open = await rowOf(inside, who, params)
      if (isRefusal(open)) return open
      const shared = open.sheet.materials.find((one) => one.key === params.material)
      if (!shared) return refuse('material-not-in-item', { facts: { material: params.material } })
      const limit = shared.material['max-files'] ?? 10
      if ((open.row.files[shared.key] ?? []).length >= limit)
        return refuse('too-many-files', { facts: { limit, name: shared.material.name } })
      const { owner } = open.found.state
      const file = await inside.approvals.uploadFile({
        // What is scanned at a window is its applicant's, too.
        who: { kind: 'citizen', id: owner.personId, name: owner.name, session: 'bundle' },
        ...{ language, key, upload },
        params: undefined,
        query: undefined,
        input: undefined,
      })
      if (isRefusal(file)) return file
      await changeFiles(inside, open.row, shared.key, (files) => [
        ...files.filter(({ digest }) => digest !== file.digest),
        file,
      ])
      return show(inside, who, params, language)
    },
    dropBundleFile: async ({ who, params, language }) => {
      const open = await rowOf(inside, who, params)
      if (isRefusal(open)) return open
      await changeFiles(inside, open.row, params.material, (files) =>
        files.filter(({ digest }) => digest !== params.digest),
      )
      return show(inside, who, params, language)
    },
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

async function rowOf(
  inside: Inside,
  who: Who,
  { id, sheet }: Place,
): Promise<{ readonly row: SheetRow; readonly sheet: SheetState; readonly found: Case } | Refusal> {
  return sheet === 'main' ? handOf(inside, who, id) : correctionOf(inside, who, id)
}

async function show(
  inside: Inside,
  who: Who,
  { id, sheet }: Place,
  language: Language,
): Promise<BundleSheet | Refusal> {
  if (sheet === 'main') {
    const hand = await handOf(inside, who, id)
    return isRefusal(hand) ? hand : mainSheetView(inside, hand, language)
  }
  const hand = await correctionOf(inside, who, id)
  return isRefusal(hand) ? hand : correctionSheetView(inside, hand, language)
}

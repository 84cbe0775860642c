/** 窗口收件 — a bundle with a clerk at the keyboard and its applicant before him: the same sheet as at home. */
import { actorOf, type Handlers, isRefusal, maskIdCard, type Refusal, refuse, type Who } from '@mashang/kit'
import type { BundleSheet, bundlesEndpoints, WindowSheet } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { listTakenIn } from '../queries/lists.ts'
import { findSeen, markSeen, thatStillCount, unmarkSeen } from '../store/seen.ts'
import { commandOnBundle } from './command.ts'
import { APPLICANT, handOf } from './hand.ts'
import { handOn } from './hand-on.ts'
import { sheetCommands } from './sheet.ts'
import { begin } from './start.ts'
import { ordersOf, theBundleIsSubmittedWhole } from './submit.ts'

type Commands = Pick<
  Handlers<typeof bundlesEndpoints>,
  | 'openBundleAtWindow'
  | 'listBundlesAtWindow'
  | 'getWindowSheet'
  | 'saveWindowSheet'
  | 'addWindowFile'
  | 'dropWindowFile'
  | 'markWindowMaterial'
  | 'submitAtWindow'
  | 'dropAtWindow'
>

const MAIN = { sheet: 'main' as const }

export function windowCommands(inside: Inside): Commands {
  const sheets = sheetCommands(inside)
  const shown = async (who: Who, answer: BundleSheet | Refusal) =>
    isRefusal(answer) ? answer : windowSheetOf(inside, who, answer)
  return {
    openBundleAtWindow: (request) => openAtWindow(inside, request),
    listBundlesAtWindow: async ({ who }) => ({ bundles: await listTakenIn(inside, who) }),
    getWindowSheet: async (request) =>
      shown(request.who, await sheets.getBundleSheet({ ...request, params: { ...request.params, ...MAIN } })),
    saveWindowSheet: async (request) =>
      shown(
        request.who,
        await sheets.saveBundleSheet({ ...request, params: { ...request.params, ...MAIN } }),
      ),
    addWindowFile: async (request) =>
      shown(request.who, await sheets.addBundleFile({ ...request, params: { ...request.params, ...MAIN } })),
    dropWindowFile: async (request) =>
      shown(request.who, await sheets.dropBundleFile({ ...request, params: { ...request.params, ...MAIN } })),
    markWindowMaterial: async (request) => {
      const { who, params, input } = request
      const refused = await mark(inside, who, params, input)
      return (
        refused ??
        shown(
          who,
          await sheets.getBundleSheet({
            ...{ who, language: request.language, key: '', query: undefined, input: undefined },
            params: { id: params.id, ...MAIN },
          }),
        )
      )
    },
    submitAtWindow: (request) =>
      commandOnBundle(
        inside,
        request,
        async () => {
          const { who, params, input } = request
          const hand = await handOf(inside, who, params.id, input.consents)
          if (isRefusal(hand)) return hand
          const lacking = theBundleIsSubmittedWhole(hand)
          if (lacking) return lacking
          const seen = thatStillCount(await findSeen(inside, params.id), hand.sheet)
          const { id, name } = actorOf(who)
          return [{ kind: 'ordered', content: { ...ordersOf(hand, seen), takenBy: { id, name } } }]
        },
        (id) => handOn(inside, id),
      ),
    dropAtWindow: (request) =>
      commandOnBundle(inside, request, ({ state, standing }) => {
        if (standing !== 'taker') return refuse('bundle-case-not-found')
        if (state.dropped) return refuse('bundle-dropped')
        return state.submittedAt ? refuse('bundle-submitted') : [{ kind: 'dropped', content: {} }]
      }),
  }
}

async function openAtWindow(
  inside: Inside,
  { who, input, key, language }: Parameters<Commands['openBundleAtWindow']>[0],
): ReturnType<Commands['openBundleAtWindow']> {
  const person = await inside.findPerson(input.person)
  if (!person) return refuse('person-not-found')
  const { id, name } = actorOf(who)
  await inside.journal.recordLook({
    actor: actorOf(who),
    at: inside.clock.now().toISOString(),
    caseId: person.id,
    what: 'person',
    reason: 'window-intake',
  })
  const { bundle, circumstances, applicant } = input
  const takenBy = { id, name }
  const begun = await begin(inside, { who, person, bundle, circumstances, takenBy, key, language })
  if (isRefusal(begun)) return begun
  if (applicant !== undefined)
    await inside.sheets.save(await inside.sheets.find(begun.id, 'main'), ({ answers }) => ({
      answers: { ...answers, [APPLICANT]: applicant },
    }))
  return begun
}

interface Marked {
  readonly is: boolean
  readonly validTo?: string
}

/** The clerk compared the files with their original, or takes that back. */
async function mark(
  inside: Inside,
  who: Who,
  { id, material }: { readonly id: string; readonly material: string },
  { is, validTo }: Marked,
): Promise<Refusal | undefined> {
  const hand = await handOf(inside, who, id)
  if (isRefusal(hand)) return hand
  const shared = hand.sheet.materials.find(({ key }) => key === material)
  if (!shared) return refuse('material-not-in-item', { facts: { material } })
  const digests = (hand.row.files[material] ?? []).map(({ digest }) => digest)
  if (is && digests.length === 0)
    return refuse('material-not-uploaded', { facts: { name: shared.material.name } })
  const { id: by, name } = actorOf(who)
  if (!is) await unmarkSeen(inside, id, material)
  else await markSeen(inside, id, { material, digests, ...(validTo ? { validTo } : {}) }, { id: by, name })
  return undefined
}

/** The sheet with whose it is, what was seen, and what an enterprise would sign with its certificate. */
async function windowSheetOf(inside: Inside, who: Who, sheet: BundleSheet): Promise<WindowSheet | Refusal> {
  const hand = await handOf(inside, who, sheet.id)
  if (isRefusal(hand)) return hand
  const { person, applicant, asked } = hand
  const enterprise = person.enterprises.find(({ uscc }) => uscc === applicant)
  const seen = thatStillCount(await findSeen(inside, sheet.id), hand.sheet)
  return {
    sheet,
    person: { name: person.name, code: maskIdCard(person.idCard), phone: person.phone },
    seen: seen.map(({ material, at, validTo }) => ({ key: material, at, ...(validTo ? { validTo } : {}) })),
    signedOnPaper: enterprise
      ? asked.flatMap(({ item }) => (item.signature === 'certificate' ? [item.name] : []))
      : [],
  }
}

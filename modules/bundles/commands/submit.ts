import { type FormValues, filesOf, formOf, type Lack, type ServiceItem, type SheetState } from '@mashang/flow'
import { type Handlers, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { bundlesEndpoints, PartOrder, SeenOriginal } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/bundle-view.ts'
import { nobodyIsServed } from '../rules/applicants.ts'
import { commandOnBundle } from './command.ts'
import { correctionFor, correctionOf } from './correction.ts'
import { applicantOf, type Hand, handOf } from './hand.ts'
import { handOn } from './hand-on.ts'

type Commands = Pick<Handlers<typeof bundlesEndpoints>, 'submitBundle' | 'correctBundle' | 'dropBundle'>

export function submitCommands(inside: Inside): Commands {
  return {
    submitBundle: (request) =>
      commandOnBundle(
        inside,
        request,
        async () => {
          const hand = await handOf(inside, request.who, request.params.id, request.input.consents)
          if (isRefusal(hand)) return hand
          return theBundleIsSubmittedWhole(hand) ?? [{ kind: 'ordered', content: ordersOf(hand) }]
        },
        (id) => handOn(inside, id),
      ),
    correctBundle: (request) => correct(inside, request),
    dropBundle: (request) =>
      commandOnBundle(inside, request, ({ state, standing }) => {
        if (standing !== 'owner') return refuse('bundle-case-not-found')
        if (state.dropped) return refuse('bundle-dropped')
        return state.submittedAt ? refuse('bundle-submitted') : [{ kind: 'dropped', content: {} }]
      }),
  }
}

/** With anything lacking nothing is submitted; with nobody in whose name it can be, neither. */
export function theBundleIsSubmittedWhole({ asked, applicants, lacks }: Hand): Refusal | undefined {
  if (asked.length === 0) return refuse('nothing-to-submit-together')
  const all = [...lacks.values()].flat()
  if (all.length === 0 && !nobodyIsServed(applicants)) return undefined
  return lacking(all, nobodyIsServed(applicants) ? 1 : 0)
}

function lacking(lacks: readonly Lack[], more = 0): Refusal {
  return refuse('bundle-lacks', {
    rule: 'theBundleIsSubmittedWhole',
    facts: { count: new Set(lacks.map(({ path }) => path)).size + more },
    fields: [...lacks],
  })
}

export function ordersOf(
  { asked, sheet, applicant, person, held }: Hand,
  seen: readonly SeenOriginal[] = [],
): { readonly applicant: string; readonly orders: readonly PartOrder[] } {
  return {
    applicant: person.enterprises.find(({ uscc }) => uscc === applicant)?.name ?? person.name,
    orders: asked.map(({ part, item }): PartOrder => {
      const materials = filesOf(item, sheet)
      const given = new Set(materials.map(({ material }) => material))
      return {
        part: part.id,
        applicant: applicantOf(applicant),
        form: formOf(item, sheet) as FormValues,
        materials,
        ...seenOf(item, sheet, seen),
        consents: held.flatMap(({ code, material, source }) =>
          code === item.code && source && !given.has(material) ? [{ material, source }] : [],
        ),
      }
    }),
  }
}

/** Hands the one correction to every application that asked for a part of it. */
async function correct(
  inside: Inside,
  { who, params, key, language }: Parameters<Commands['correctBundle']>[0],
): ReturnType<Commands['correctBundle']> {
  const hand = await correctionOf(inside, who, params.id)
  if (isRefusal(hand)) return hand
  if (hand.asked.length === 0) return refuse('nothing-to-correct')
  if (hand.lacks.length > 0) return lacking(hand.lacks)
  for (const asked of hand.asked) {
    const { form, materials } = correctionFor(hand, asked)
    const answer = await inside.approvals.correctApplication({
      ...{ who, language, query: undefined },
      key: `${key}:${asked.part.id}`,
      params: { id: asked.view.id },
      input: { form, materials: materials.map((one) => ({ ...one })) },
    })
    if (isRefusal(answer)) return answer
  }
  await inside.sheets.save(hand.row, () => ({ answers: {}, files: {} }))
  return viewOf(inside, hand.found, who, language)
}

/** Originals that were seen, under the names that this item gives its materials. */
function seenOf(item: ServiceItem, { materials }: SheetState, seen: readonly SeenOriginal[]) {
  const own = seen.flatMap((look) => {
    const shared = materials.find(({ key }) => key === look.material)
    return (shared?.of ?? [])
      .filter((asking) => asking.item === item.code)
      .map(({ material }) => ({ ...look, material }))
  })
  return own.length > 0 ? { seen: own } : {}
}

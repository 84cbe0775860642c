import type { ServiceItem } from '@mashang/flow'
import { actorOf, isRefusal, type Who } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import type { StandingOrder } from '../rules/bundle-case.ts'
import { partsToHandOn } from '../rules/part-order.ts'
import { type Case, findCase } from '../store/cases.ts'
import { addEntries } from './follow.ts'

/**
 * Hands every order that waits for nothing to its office, in the applicant's name as he ordered; what was handed
 * already is not handed twice, so that it may be done again after any failure.
 */
export async function handOn(inside: Inside, id: string): Promise<Case | undefined> {
  const found = await findCase(inside, id)
  if (!found) return undefined
  const { owner } = found.state
  const who: Who = { kind: 'citizen', id: owner.personId, name: owner.name, session: 'bundle' }
  let latest: Case | undefined = found
  for (const part of partsToHandOn(found.state)) {
    const order = found.state.orders.get(part.id)
    const item = await inside.findItem(part.item)
    if (!order || !item) continue
    const results = await resultsFor(inside, found, part.id, item)
    // The licence of what came first is issued a moment after the grant; its entry brings us here again.
    if (!results) continue
    latest = (await handOver(inside, id, who, order, item, results)) ?? latest
  }
  return latest
}

/** Licences of earlier parts that stand for materials of this one; undefined while one is not issued yet. */
async function resultsFor(
  inside: Inside,
  { state }: Case,
  part: string,
  item: ServiceItem,
): Promise<readonly { material: string; source: string }[] | undefined> {
  const wanted = state.bundle.results.flatMap((result) => {
    const [to, material = ''] = result.for.split('.')
    const application = state.applications.get(result.of)?.application
    const isMaterial = item.materials.some(({ id }) => id === material)
    return to === part && application && isMaterial ? [{ material, application }] : []
  })
  const licences = await inside.forBundles.findLicencesOf(wanted.map(({ application }) => application))
  const found = wanted.flatMap(({ material, application }) => {
    const licence = licences.find((one) => one.application === application)
    return licence ? [{ material, source: licence.id }] : []
  })
  return found.length === wanted.length ? found : undefined
}

async function handOver(
  inside: Inside,
  id: string,
  who: Who,
  order: StandingOrder,
  item: ServiceItem,
  results: readonly { material: string; source: string }[],
): Promise<Case | undefined> {
  const { part, applicant, form, materials, consents, at, seen, takenBy } = order
  const named = results.map(({ material }) => material)
  const answer = await inside.forBundles.submitPart(
    who,
    {
      item: item.code,
      applicant,
      form,
      materials,
      ...(seen ? { seen } : {}),
      ...(takenBy ? { takenBy } : {}),
      consents: [...consents.filter(({ material }) => !named.includes(material)), ...results].map((one) => ({
        ...one,
        by: 'applicant',
      })),
    },
    `bundle:${id}:${part}:${at}`,
  )
  return addEntries(inside, id, actorOf(who), (state) => {
    if (state.orders.get(part)?.at !== at) return []
    if (isRefusal(answer)) {
      const { code, facts } = answer.fields?.[0] ?? answer
      return [{ kind: 'part-returned', content: { part, code, facts } }]
    }
    const { id: application, number, submittedAt } = answer
    const content = { part, application, number, organ: item.organ, submittedAt }
    return [{ kind: 'part-submitted', content }]
  })
}

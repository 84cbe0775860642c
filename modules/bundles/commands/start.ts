import { checkForm, type FormValues, keptValues, partsNeeded, worksOfParts } from '@mashang/flow'
import {
  actorOf,
  type Handlers,
  isRefusal,
  type Language,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { BundleClerk, BundleView, bundlesEndpoints } from '../contract/index.ts'
import type { Inside, Person } from '../inside.ts'
import { viewOf } from '../queries/bundle-view.ts'
import { findCase, writeCase } from '../store/cases.ts'

/** 开始办：the circumstances are answered; which items are needed follows from them and stays as it is. */
export function startBundle(inside: Inside): Handlers<typeof bundlesEndpoints>['startBundle'] {
  return async ({ who, params, input, key, language }) => {
    const person = who.kind === 'citizen' ? await inside.findPerson(who.id) : undefined
    if (!person) return refuse('not-allowed')
    return begin(inside, { who, person, bundle: params.bundle, ...input, key, language })
  }
}

interface Beginning {
  readonly who: Who
  readonly person: Person
  readonly bundle: string
  readonly circumstances: Readonly<Record<string, unknown>>
  readonly takenBy?: BundleClerk
  readonly key: string
  readonly language: Language
}

/** A new bundle of this person, begun by him or for him. */
export async function begin(
  inside: Inside,
  { who, person, bundle: wanted, circumstances: given, takenBy, key, language }: Beginning,
): Promise<BundleView | Refusal> {
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ bundle: wanted, circumstances: given, person: person.id })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) {
    const repeated = await findCase(inside, (answered.answer as { id: string }).id)
    return repeated ? viewOf(inside, repeated, who, language) : refuse('bundle-case-not-found')
  }
  const bundle = inside.bundles.find(({ id }) => id === wanted)
  if (!bundle) return refuse('bundle-not-found')
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const wrong = checkForm(bundle.circumstances, given, context, 'circumstances.')
  if (wrong.length > 0) return refuse('form-has-errors', { facts: { count: wrong.length }, fields: wrong })
  const circumstances = keptValues(bundle.circumstances, given as FormValues)
  const parts = await Promise.all(
    partsNeeded(bundle, circumstances).map(async (part) => {
      const item = await inside.findItem(part.item)
      return item ? [{ part, item }] : []
    }),
  )
  const owner = { personId: person.id, name: person.name, phone: person.phone }
  const written = await writeCase(inside, {
    id: uuidv7(),
    before: undefined,
    entries: [
      {
        kind: 'begun',
        content: {
          ...{ bundle, circumstances, owner },
          works: worksOfParts(parts.flat()),
          ...(takenBy ? { takenBy } : {}),
        },
      },
    ],
    actor,
    once: { key, bodyDigest },
  })
  return isRefusal(written) ? written : viewOf(inside, written, who, language)
}

import { checkForm, type FormValues, keptValues, partsNeeded, worksOfParts } from '@mashang/flow'
import { actorOf, type Handlers, isRefusal, refuse, uuidv7 } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { bundlesEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/bundle-view.ts'
import { findCase, writeCase } from '../store/cases.ts'

/** 开始办：the circumstances are answered; which items are needed follows from them and stays as it is. */
export function startBundle(inside: Inside): Handlers<typeof bundlesEndpoints>['startBundle'] {
  return async ({ who, params, input, key, language }) => {
    const actor = actorOf(who)
    const bodyDigest = bodyDigestOf({ ...params, ...input })
    const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
    if (isRefusal(answered)) return answered
    if (answered) {
      const repeated = await findCase(inside, (answered.answer as { id: string }).id)
      return repeated ? viewOf(inside, repeated, who, language) : refuse('bundle-case-not-found')
    }
    const bundle = inside.bundles.find(({ id }) => id === params.bundle)
    if (!bundle) return refuse('bundle-not-found')
    const person = who.kind === 'citizen' ? await inside.findPerson(who.id) : undefined
    if (!person) return refuse('not-allowed')
    const context = { now: inside.clock.now(), regionNames: inside.regionNames }
    const wrong = checkForm(bundle.circumstances, input.circumstances, context, 'circumstances.')
    if (wrong.length > 0) return refuse('form-has-errors', { facts: { count: wrong.length }, fields: wrong })
    const circumstances = keptValues(bundle.circumstances, input.circumstances as FormValues)
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
        { kind: 'begun', content: { bundle, circumstances, owner, works: worksOfParts(parts.flat()) } },
      ],
      actor,
      once: { key, bodyDigest },
    })
    return isRefusal(written) ? written : viewOf(inside, written, who, language)
  }
}

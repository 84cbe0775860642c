import { actorOf, type Handlers, isRefusal, legalDayOf, refuse } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { proceedingsEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { objectionView } from '../queries/proceedings-view.ts'
import { objectedWhileAnnounced } from '../rules/step-kinds/announcement.ts'
import { stepTaking } from '../rules/step-kinds/register.ts'
import { findCase, writeCase } from '../store/cases.ts'

type Objecting = Pick<Handlers<typeof proceedingsEndpoints>, 'objectToAnnouncement'>

/** 提出异议: anyone who has signed in, to another's case; he is told nothing of it but what is announced. */
export function objecting(inside: Inside): Objecting {
  return {
    objectToAnnouncement: async ({ who, params, input, key }) => {
      const found = await findCase(inside, params.id)
      if (!found || who.kind !== 'citizen') return refuse('announcement-not-found')
      const at = stepTaking('objected', found.application, found.item)
      if (isRefusal(at)) return refuse('announcement-not-found')
      const actor = actorOf(who)
      const bodyDigest = bodyDigestOf({ id: params.id, input })
      const again = await inside.journal.findAnswer(actor.id, key, bodyDigest)
      if (isRefusal(again)) return again
      const mine = found.application.proceedings?.objections.findLast(({ personId }) => personId === who.id)
      if (again && mine) return objectionView(mine, false)
      const phone = (await inside.findPerson(who.id))?.phone ?? ''
      const by = { id: who.id, name: who.name, phone }
      const entries = objectedWhileAnnounced(at, by, input.text.trim(), legalDayOf(inside.clock.now()))
      if (isRefusal(entries)) return entries
      const once = { key, bodyDigest, answer: () => ({ id: params.id }) }
      const written = await writeCase(inside, { before: found, entries, actor, once })
      if (isRefusal(written)) return written
      const last = written.application.proceedings?.objections.at(-1)
      return last ? objectionView(last, false) : refuse('announcement-not-found')
    },
  }
}

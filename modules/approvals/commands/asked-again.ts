import { actorOf, isRefusal, type Refusal, type Who } from '@mashang/kit'
import type { CorrectionPoint, RepeatedAskEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { heldAtAOrBIsNotAskedForAgain } from '../rules/evidence.ts'
import { repeatedAskIdOf } from '../rules/issue.ts'
import type { Case } from '../store/cases.ts'
import { saveRepeatedAsk } from '../store/evidence-rows.ts'
import { findHeld } from '../store/held.ts'
import { holderOfCase } from './submit-application.ts'

/** 一次提交: refuses a correction that asks for what the city holds, and writes down that it was asked. */
export async function askedForHeld(
  inside: Inside,
  found: Pick<Case, 'id' | 'application' | 'item'>,
  points: readonly CorrectionPoint[],
  { who, key }: { readonly who: Who; readonly key: string },
): Promise<Refusal | undefined> {
  const { application, item } = found
  const held = await findHeld(inside, item, await holderOfCase(inside, application.applicant))
  const again = heldAtAOrBIsNotAskedForAgain(application, item, points, held)
  if (!again) return undefined
  const actor = actorOf(who)
  const caseId = repeatedAskIdOf(found.id, actor.id, key)
  const at = inside.clock.now().toISOString()
  const content: RepeatedAskEntries['refused'] = {
    application: { id: found.id, number: application.number },
    item: application.item,
    organ: item.organ,
    material: again.facts.material,
    held: again.facts.held.zh,
  }
  const appended = await inside.journal.append({
    stream: 'repeated-ask',
    caseId,
    expected: 0,
    at,
    actor,
    entries: [{ kind: 'refused', content }],
    alongside: [saveRepeatedAsk(inside.db, { caseId, at, actor }, content)],
  })
  // The same request sent again is counted once.
  if (isRefusal(appended) && appended.code !== 'case-changed')
    throw new Error(`a repeated ask could not be counted: ${appended.code}`)
  return again
}

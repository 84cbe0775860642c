import { actorOf, type Handlers, isRefusal, type Refusal, refuse, type StaffRole } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { ApplicationView, handlingEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/application-view.ts'
import {
  aMergeIsUndoneWhileTheKeptCaseIsOpen,
  type Merge,
  onlyOneApplicantsSameMatterIsMerged,
} from '../rules/merge.ts'
import { mayMerge, rolesOn, standingOf } from '../rules/reading.ts'
import { type Case, findCase, getCase, refuseUnlessSeen, writeCases } from '../store/cases.ts'
import { findWrittenNumber } from '../store/numbers.ts'
import type { CaseRequest } from './desk-command.ts'
import { refuseUnless } from './review-commands.ts'

/** 重复办件合并 and its undoing. */
export function mergeCommands(
  inside: Inside,
): Pick<Handlers<typeof handlingEndpoints>, 'mergeCase' | 'undoMerge'> {
  return {
    mergeCase: (request) => {
      const { into, reason } = request.input
      return onBoth(inside, request, async (ending) => {
        const staying = await findByNumber(inside, into)
        return { other: staying, merge: onlyOneApplicantsSameMatterIsMerged(ending, staying, reason.trim()) }
      })
    },
    undoMerge: (request) =>
      onBoth(inside, request, async (ended) => {
        const into = ended.application.handling?.mergedInto?.into
        const kept = into && (await findCase(inside, into.id))
        const reason = request.input.reason.trim()
        return { other: kept, merge: aMergeIsUndoneWhileTheKeptCaseIsOpen(ended, kept, ended.item, reason) }
      }),
  }
}

interface Joining {
  readonly other: Case | undefined
  readonly merge: Merge | Refusal
}

type MergeRequest = CaseRequest & { readonly input: { readonly reason: string } }

/** Writes to both cases at once: the duplicate, and the one it ends in or is taken out of. */
async function onBoth(
  inside: Inside,
  request: MergeRequest,
  judge: (duplicate: Case) => Promise<Joining>,
): Promise<ApplicationView | Refusal> {
  const { who, params, input, key, language } = request
  const duplicate = await findCase(inside, params.id)
  if (!duplicate || standingOf(who, duplicate.application, duplicate.item) !== 'office')
    return refuse('case-not-found')
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, await getCase(inside, params.id), who, language)
  const roles: readonly StaffRole[] = rolesOn(who, duplicate.item)
  const stale =
    refuseUnlessSeen(duplicate, input.expected) ?? refuseUnless(roles, ...mayMerge(duplicate.application))
  if (stale) return stale
  const { other, merge } = await judge(duplicate)
  if (isRefusal(merge) || !other) return isRefusal(merge) ? merge : refuse('merge-with-nothing')
  const answer = (after: Case) => ({ id: after.id, revision: after.application.revision })
  const written = await writeCases(inside, [
    { before: duplicate, entries: merge.ends, actor, once: { key, bodyDigest, answer } },
    { before: other, entries: merge.stays, actor },
  ])
  if (isRefusal(written)) return written
  return viewOf(inside, written[0] ?? duplicate, who, language)
}

async function findByNumber(inside: Inside, typed: string): Promise<Case | undefined> {
  const number = findWrittenNumber(typed)
  const row = number
    ? await inside.db.selectFrom('application').select('id').where('number', '=', number).executeTakeFirst()
    : undefined
  return row && findCase(inside, row.id)
}

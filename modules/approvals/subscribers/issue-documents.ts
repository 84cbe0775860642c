import type { Entry, Subscriber } from '@mashang/store'
import type { ApplicationEntries, ApplicationEntryKind } from '../contract/index.ts'
import { issueFor, reissue } from '../documents/issue-document.ts'
import type { Inside } from '../inside.ts'
import { documentCalledFor, KINDS_CALLING_FOR_A_DOCUMENT } from '../rules/issue.ts'
import { type Case, caseOf, getCase } from '../store/cases.ts'

/** Follows the journal and issues what it calls for; at least once, and the second time finds the first. */
export function issueDocuments(inside: Inside): Subscriber {
  return {
    name: 'approvals.issue-documents',
    streams: ['application'],
    kinds: KINDS_CALLING_FOR_A_DOCUMENT,
    handle: async (entry) => {
      if (entry.kind === 'rectified') return reissueAll(inside, entry)
      const kind = documentCalledFor(entry.kind as ApplicationEntryKind, entry.content)
      if (kind) await issueFor(inside, await caseAt(inside, entry), entry, kind)
    },
  }
}

/** The case as it stood right after an entry: a notice must not tell what happened later. */
async function caseAt(
  inside: Inside,
  { caseId, revision }: Pick<Entry, 'caseId' | 'revision'>,
): Promise<Case> {
  const now = await getCase(inside, caseId)
  const then = caseOf(
    caseId,
    now.entries.filter((entry) => entry.revision <= revision),
    now.item,
  )
  if (!then) throw new Error(`there is no application ${caseId}`)
  return then
}

/** 更正 — each document is made again of the case as it told it then, with the slips put right and nothing else. */
async function reissueAll(inside: Inside, entry: Entry): Promise<void> {
  const now = await getCase(inside, entry.caseId)
  for (const was of (entry.content as ApplicationEntries['rectified']).documents) {
    const told = now.entries.filter(({ revision }) => revision <= was.revision)
    const put = now.entries.filter(({ revision }) => revision === entry.revision)
    const then = caseOf(
      entry.caseId,
      [...told, ...put.map((one) => ({ ...one, revision: was.revision + 1 }))],
      now.item,
    )
    if (then) await reissue(inside, then, entry, was)
  }
}

/** 暂停、恢复、取消 — what becomes of items that are published. */
import { type Handlers, isRefusal, legalDayOf, refuse } from '@mashang/kit'
import type { officeEndpoints } from '../../contract/index.ts'
import { changesNeverReachBack, onlyPublishedItemsAreCancelled } from '../../rules/item-office.ts'
import type { CatalogueInside } from '../needs.ts'
import { loadStates } from '../write-items.ts'
import { changeVersion } from './change-items.ts'

type Ending = Pick<Handlers<typeof officeEndpoints>, 'suspendItem' | 'cancelItem'>

export function endingCommands(inside: CatalogueInside): Ending {
  return {
    /** An item that is suspended takes no applications; those under way go on. */
    suspendItem: (request) =>
      changeVersion(inside, request, ({ version: { code, version, status } }) => {
        const { suspended, reason } = request.input
        if (status !== 'published' && status !== 'suspended')
          return refuse('item-not-published', { facts: { code, version, status } })
        if (suspended === (status === 'suspended')) return { entries: [] }
        return {
          entries: [{ kind: suspended ? 'suspended' : 'resumed', content: { code, version, reason } }],
        }
      }),
    cancelItem: (request) =>
      changeVersion(inside, request, async ({ version }) => {
        const { code, version: number } = version
        const { successors, ...said } = request.input
        const refused =
          onlyPublishedItemsAreCancelled(version) ??
          changesNeverReachBack(said.on, legalDayOf(inside.clock.now())) ??
          (await findUnknown(inside, successors))
        if (isRefusal(refused)) return refused
        return { entries: [{ kind: 'cancelled', content: { code, version: number, ...said, successors } }] }
      }),
  }
}

/** What is said to take its place can be applied for. */
async function findUnknown({ db }: CatalogueInside, successors: readonly string[]) {
  const states = await loadStates(db, successors)
  const unknown = successors.find(
    (code) => !states.get(code)?.versions.some(({ publishedAt }) => publishedAt !== undefined),
  )
  return unknown === undefined ? undefined : refuse('item-not-found', { facts: { code: unknown } })
}

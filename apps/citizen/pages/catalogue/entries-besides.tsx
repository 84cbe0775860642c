import type { approvalsEndpoints } from '@mashang/approvals/contract'
import { type Client, isRefusal } from '@mashang/kit'
import { Said, useView } from '../../frame/view.tsx'
import { type EntryList, hrefOf, NOTHING_ASKED } from './asked.ts'
import { entryHref } from './entry-table.tsx'

/** Guides found up to which the catalogue is looked in, too. */
const FEW = 5
const SHOWN = 8

/** Entries without a guide that are called what was searched for; undefined where guides were found, or none of these. */
export async function entriesBesides(
  approvals: Client<typeof approvalsEndpoints>,
  { text }: { readonly text: string },
  found: { readonly total: number },
): Promise<EntryList | undefined> {
  if (text === '' || found.total > FEW) return undefined
  const list = await approvals.listEntries({ query: { text, guide: false } })
  return isRefusal(list) || list.total === 0 ? undefined : list
}

/** Below the results of a search: what the catalogue lists under these words, though its guide is not complete. */
export function EntriesBesides({ text, list }: { text: string; list: EntryList }) {
  const { say } = useView()
  return (
    <section className="entries-besides" aria-labelledby="besides">
      <h2 id="besides">{say('目录中的事项，指南正在完善', 'In the catalogue, guide being written')}</h2>
      <ul className="items">
        {list.entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.code} className="item-line">
            <a href={entryHref(entry)}>
              <Said of={entry.name} />
            </a>
            <p className="item-organ">
              <Said of={entry.organ.name} />
            </p>
          </li>
        ))}
      </ul>
      {list.total > SHOWN ? (
        <p>
          <a href={hrefOf({ ...NOTHING_ASKED, text })}>
            {say(`目录中共 ${list.total} 项，全部列出`, `All ${list.total} in the catalogue`)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

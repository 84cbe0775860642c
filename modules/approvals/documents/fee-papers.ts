/**
 * 文书 — papers of a payment, issued for another module: in the case's own series, sealed by its organ, opened and
 * verified like every document of the case.
 */
import { DOCUMENT_TITLES, type DocumentBase, type FeeData, type IssuedData } from '@mashang/document'
import { legalDayOf } from '@mashang/kit'
import { getOrgan, type Inside } from '../inside.ts'
import type { FeePaper } from '../rules/issue.ts'
import { findCase } from '../store/cases.ts'
import { baseOf } from './document-data.ts'
import { issueOnce } from './issue-once.ts'

export interface FeePaperToIssue<K extends FeePaper> {
  /** Made of what it is for, so that issuing twice finds the first. */
  readonly id: string
  readonly kind: K
  readonly caseId: string
  /** Instant of the entry that calls for it. */
  readonly at: string
  readonly data: Omit<FeeData<DocumentBase>[K], keyof DocumentBase>
  /** What a stranger may see when verifying, beside case and item. */
  readonly shows: readonly { readonly label: string; readonly text: string }[]
}

/** Issues a paper about a payment of a case. */
export async function issueFeePaper<K extends FeePaper>(
  inside: Inside,
  paper: FeePaperToIssue<K>,
): Promise<void> {
  const { id, kind, caseId, at, data, shows } = paper
  const found = await findCase(inside, caseId)
  if (!found) throw new Error(`there is no application ${caseId}`)
  const organ = getOrgan(inside.city, found.item.organ)
  await issueOnce(inside, {
    id,
    kind,
    organ,
    at,
    data: (number, code) =>
      ({
        ...baseOf(inside, { found, organ, number, code, at }),
        ...data,
        date: legalDayOf(at),
      }) as unknown as IssuedData[K],
    content: {
      title: DOCUMENT_TITLES[kind],
      application: found.id,
      applicationNumber: found.application.number,
      revision: found.application.revision,
      shows: [
        { label: '办件编号', text: found.application.number },
        { label: '事项', text: found.item.name.zh },
        ...shows,
      ],
    },
  })
}

/**
 * 文书 — issues the official documents that entries of a case call for, and with a grant the licence it is about.
 */
import { DOCUMENT_TITLES } from '@mashang/document'
import type { Entry } from '@mashang/store'
import { getOrgan, type Inside } from '../inside.ts'
import { licenceOfGrant } from '../licences/store/granted.ts'
import { type CaseDocument, documentIdOf } from '../rules/issue.ts'
import type { Case } from '../store/cases.ts'
import { DOCUMENT_MAKERS, type IssuedLicence, shownFields } from './document-data.ts'
import { issueOnce } from './issue-once.ts'

/** Issues one document, and with a grant the print of the licence that the grant begins, renews, changes or reissues. */
export async function issueFor(
  inside: Inside,
  found: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  kind: CaseDocument,
): Promise<void> {
  const shows = shownFields(inside, found)
  const licence = kind === 'grant-decision' ? await licenceOfGrant(inside, found, entry.at, shows) : undefined
  await issueOfCase(inside, found, entry, kind, licence)
  if (licence) await issueOfCase(inside, found, entry, 'licence', licence)
}

async function issueOfCase(
  inside: Inside,
  found: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  kind: CaseDocument,
  licence: IssuedLicence | undefined,
): Promise<void> {
  const organ = getOrgan(inside.city, found.item.organ)
  const print = kind === 'licence' ? licence : undefined
  await issueOnce(inside, {
    id: documentIdOf(found.id, entry.revision, kind),
    kind,
    organ,
    at: entry.at,
    data: (number, code) =>
      DOCUMENT_MAKERS[kind](inside, { found, organ, number, code, at: entry.at, licence }),
    code: print?.code,
    content: {
      title: print
        ? { zh: print.title, en: found.item.result.name.en ?? print.title }
        : DOCUMENT_TITLES[kind],
      application: found.id,
      applicationNumber: found.application.number,
      revision: entry.revision,
      shows: [
        { label: '办件编号', text: found.application.number },
        { label: '事项', text: found.item.name.zh },
      ],
      ...(print ? { licence: print.id, certificate: print.version } : {}),
    },
  })
}

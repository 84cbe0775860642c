/**
 * 文书 — issues the official documents that entries of a case call for, and with a grant the licence it is about.
 */
import { DOCUMENT_TITLES } from '@mashang/document'
import { formatDay, legalDayOf } from '@mashang/kit'
import type { Entry } from '@mashang/store'
import type { DocumentRef } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { licenceOfGrant } from '../licences/store/granted.ts'
import { type CaseDocument, documentIdOf, reissuedIdOf } from '../rules/issue.ts'
import type { Case } from '../store/cases.ts'
import { DOCUMENT_MAKERS, type IssuedLicence, shownFields } from './document-data.ts'
import { issueOnce, replaceDocument } from './issue-once.ts'

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

/** 更正 — issues a document anew in the place of the one that repeated a slip; `then` is the case as that one told it. */
export async function reissue(
  inside: Inside,
  then: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  was: DocumentRef,
): Promise<void> {
  const kind = was.kind as CaseDocument
  const id = reissuedIdOf(was.id, entry.revision)
  const shows = shownFields(inside, then)
  const licence = kind === 'grant-decision' ? await licenceOfGrant(inside, then, entry.at, shows) : undefined
  const told = then.entries.find(({ revision }) => revision === was.revision)?.at ?? entry.at
  await issueOfCase(inside, then, { revision: entry.revision, at: told }, kind, licence, {
    id,
    was,
    since: entry.at,
  })
  await replaceDocument(inside, was.id, { id, at: entry.at })
}

interface InPlaceOf {
  readonly id: string
  readonly was: DocumentRef
  readonly since: string
}

async function issueOfCase(
  inside: Inside,
  found: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  kind: CaseDocument,
  licence: IssuedLicence | undefined,
  instead?: InPlaceOf,
): Promise<void> {
  const organ = getOrgan(inside.city, found.item.organ)
  const print = kind === 'licence' ? licence : undefined
  await issueOnce(inside, {
    id: instead?.id ?? documentIdOf(found.id, entry.revision, kind),
    kind,
    organ,
    at: entry.at,
    data: (number, code) =>
      saying(DOCUMENT_MAKERS[kind](inside, { found, organ, number, code, at: entry.at, licence }), instead),
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
      ...(instead ? { corrects: { id: instead.was.id, number: instead.was.number } } : {}),
    },
  })
}

/** That it takes the place of another stands at its end. */
function saying<T extends { readonly notes?: readonly string[] }>(
  data: T,
  instead: InPlaceOf | undefined,
): T {
  if (!instead) return data
  const since = formatDay(legalDayOf(instead.since), 'zh')
  const note = `本文书更正并替代 ${instead.was.number}，原文书自 ${since}起不再使用。`
  return { ...data, notes: [...(data.notes ?? []), note] }
}

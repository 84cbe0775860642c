import type { Summary } from '@mashang/store'
import type { ApplicationEntries, DocumentEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { licenceOf } from '../licences/rules/licence.ts'
import { saveLicence, saveLicenceCase } from '../licences/store/rows.ts'
import { mandateOf } from '../rules/mandate.ts'
import { ledgerOf } from '../rules/quota.ts'
import { saveAnnouncements } from './announcement-rows.ts'
import { saveAsked } from './asked-rows.ts'
import { caseOf, reckoningOf } from './cases.ts'
import { evidenceSummaries } from './evidence-rows.ts'
import { saveDocument, saveReplaced } from './issued-rows.ts'
import { saveMandate } from './mandates.ts'
import { saveSummary, summaryOf } from './project.ts'
import { saveLedger } from './quota-ledger.ts'

/** Summary tables of the module, each made again from the journal alone. */
export function approvalsSummaries(inside: Inside): readonly Summary[] {
  const { db } = inside
  return [
    {
      name: 'approvals.application',
      streams: ['application'],
      clear: () => [
        db.deleteFrom('application'),
        db.deleteFrom('asked_organ'),
        db.deleteFrom('announcement'),
      ],
      project: async (caseId, entries) => {
        const [first] = entries
        if (!first) return []
        const { item } = first.content as ApplicationEntries['submitted']
        const definition = await inside.catalogue.getVersion(item.code, item.version)
        const found = caseOf(caseId, entries, definition)
        if (!found) return []
        const summary = summaryOf(caseId, found.application, found.item, reckoningOf(inside))
        return [
          saveSummary(db, summary),
          ...saveAsked(db, summary, found.application, found.item),
          ...saveAnnouncements(db, caseId, found.application, summary.organ),
        ]
      },
    },
    {
      name: 'approvals.licence',
      streams: ['licence'],
      clear: () => [db.deleteFrom('licence'), db.deleteFrom('certificate')],
      project: (caseId, entries) => {
        const licence = licenceOf(entries)
        return licence ? saveLicence(db, caseId, licence, inside.city.licences.renewal) : []
      },
    },
    {
      name: 'approvals.licence-case',
      streams: ['application'],
      clear: () => [db.deleteFrom('licence_case')],
      project: (caseId, [entry]) =>
        entry ? saveLicenceCase(db, caseId, entry.content as ApplicationEntries['submitted']) : [],
    },
    {
      name: 'approvals.document',
      streams: ['document'],
      clear: () => [db.deleteFrom('document')],
      project: (caseId, [issued, replaced]) => [
        ...(issued ? [saveDocument(db, caseId, issued.content as DocumentEntries['issued'])] : []),
        ...(replaced
          ? [saveReplaced(db, caseId, replaced.content as DocumentEntries['replaced'], replaced.at)]
          : []),
      ],
    },
    ...handSummaries(inside),
    ...evidenceSummaries(db),
  ]
}

/** Places of quotas, and who acts for whom. */
function handSummaries({ db }: Inside): readonly Summary[] {
  return [
    {
      name: 'approvals.quota-pool',
      streams: ['quota'],
      clear: () => [db.deleteFrom('quota_pool')],
      project: (id, entries) => {
        const ledger = ledgerOf(entries)
        return ledger ? [saveLedger(db, id, ledger)] : []
      },
    },
    {
      name: 'approvals.mandate',
      streams: ['mandate'],
      clear: () => [db.deleteFrom('mandate')],
      project: (id, entries) => {
        const mandate = mandateOf(entries)
        return mandate ? [saveMandate(db, id, mandate)] : []
      },
    },
  ]
}

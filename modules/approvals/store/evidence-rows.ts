import type { Alongside, Entry, Summary } from '@mashang/store'
import type {
  ApplicationEntries,
  EvidenceEntries,
  EvidenceOfferEntries,
  RepeatedAskEntries,
} from '../contract/index.ts'
import type { ApprovalsDb } from './tables.ts'

/** Rows of what a submission used of the city's own; none where it used nothing, which is the rule. */
export function usesOf(
  db: ApprovalsDb,
  applicationId: string,
  { number, item, materials }: ApplicationEntries['submitted'],
  at: string,
): readonly Alongside[] {
  const used = materials.flatMap(({ material, use }) => (use ? [{ material, ...use }] : []))
  if (used.length === 0) return []
  const rows = used.map(({ material, source, consent }) => ({
    application_id: applicationId,
    material,
    source_id: source,
    application_number: number,
    item_code: item.code,
    item_version: item.version,
    consent,
    at,
  }))
  return [db.insertInto('evidence_use').values(rows)]
}

export function saveEvidence(
  db: ApprovalsDb,
  id: string,
  { holder, title, application, files, ...deposited }: EvidenceEntries['deposited'],
): Alongside {
  return db.insertInto('evidence').values({
    id,
    kind: deposited.kind,
    title: JSON.stringify(title),
    trust: deposited.trust,
    holder_kind: holder.kind,
    holder_code: holder.code,
    person_id: deposited.personId,
    seen_on: deposited.seenOn,
    seen_by: deposited.seenBy,
    valid_to: deposited.validTo ?? null,
    application_id: application.id,
    application_number: application.number,
    organ: deposited.organ,
    files: JSON.stringify(files),
  })
}

/** Whether a thing is offered, after its holder's last word about it. */
export function saveOffer(db: ApprovalsDb, kind: string, source: string, at: string): Alongside {
  return kind === 'withheld'
    ? db
        .insertInto('evidence_withheld')
        .values({ source_id: source, at })
        .onConflict((on) => on.column('source_id').doNothing())
    : db.deleteFrom('evidence_withheld').where('source_id', '=', source)
}

export function saveRepeatedAsk(
  db: ApprovalsDb,
  { caseId, at, actor }: Pick<Entry, 'caseId' | 'at' | 'actor'>,
  { application, item, organ, material, held }: RepeatedAskEntries['refused'],
): Alongside {
  return db.insertInto('repeated_ask').values({
    id: caseId,
    application_id: application.id,
    application_number: application.number,
    item_code: item.code,
    item_version: item.version,
    organ,
    material,
    held,
    asked_by: actor.name,
    at,
  })
}

/** The tables of evidence, each made again from the journal alone. */
export function evidenceSummaries(db: ApprovalsDb): readonly Summary[] {
  return [
    {
      name: 'approvals.evidence',
      streams: ['evidence'],
      clear: () => [db.deleteFrom('evidence')],
      project: (caseId, [entry]) =>
        entry ? [saveEvidence(db, caseId, entry.content as EvidenceEntries['deposited'])] : [],
    },
    {
      name: 'approvals.evidence-withheld',
      streams: ['evidence-offer'],
      clear: () => [db.deleteFrom('evidence_withheld')],
      project: (_, entries) => {
        const last = entries.at(-1)
        if (!last) return []
        const { source } = last.content as EvidenceOfferEntries['withheld']
        return [saveOffer(db, last.kind, source, last.at)]
      },
    },
    {
      name: 'approvals.evidence-use',
      streams: ['application'],
      clear: () => [db.deleteFrom('evidence_use')],
      project: (caseId, [first]) =>
        first ? usesOf(db, caseId, first.content as ApplicationEntries['submitted'], first.at) : [],
    },
    {
      name: 'approvals.repeated-ask',
      streams: ['repeated-ask'],
      clear: () => [db.deleteFrom('repeated_ask')],
      project: (_, [entry]) =>
        entry ? [saveRepeatedAsk(db, entry, entry.content as RepeatedAskEntries['refused'])] : [],
    },
  ]
}

import type { FormValues, ServiceItem } from '@mashang/flow'
import { formatDay, legalDayOf, maskIdCard, type Words } from '@mashang/kit'
import type { Draft, GivenFile, Trust } from '../contract/index.ts'
import { getOrgan, type Inside, type Person } from '../inside.ts'
import { licenceFieldOf } from '../licences/rules/acted-on.ts'
import type { EvidenceRow } from './evidence-reads.ts'

/** Type of the identity that an account proves by itself. */
const IDENTITY = 'resident-identity-card'

/** Whose things are looked for, and who asks: evidence of an enterprise is shown to verified agents only. */
export interface Holder {
  readonly kind: 'person' | 'enterprise'
  readonly code: string
  readonly personId: string
  readonly verified: boolean
}

export interface Held {
  readonly material: string
  /** What the city holds, to be shown. */
  readonly evidence: Words
  readonly trust: Trust
  /** What a consent names; absent for the account's own identity, which needs none. */
  readonly source?: string
  /** Day since when it is held. */
  readonly since?: string
  readonly validTo?: string
  /** Organ that issued it, or whose window saw it. */
  readonly from?: Words
  readonly files: readonly GivenFile[]
  /** The form itself names this licence as the one it is about: that is the consent to use it. */
  readonly named?: true
}

/** The holder that a person is, or that he acts for. */
export function holderOf(person: Person, applicant: Draft['applicant']): Holder {
  if (applicant.kind === 'person')
    return { kind: 'person', code: person.idCard, personId: person.id, verified: true }
  const { uscc } = applicant
  const trust = person.enterprises.find((one) => one.uscc === uscc)?.trust
  return { kind: 'enterprise', code: uscc, personId: person.id, verified: trust === 'A' || trust === 'B' }
}

/**
 * 一次提交 — what the city holds in place of an item's materials: the account's identity, licences that it issued to
 * the same holder, and kept evidence; valid today and not withdrawn by its holder. One a material, the most trusted.
 */
export async function findHeld(
  inside: Inside,
  item: Pick<ServiceItem, 'materials' | 'concerns' | 'fields'>,
  holder: Holder,
  form: FormValues = {},
): Promise<readonly Held[]> {
  const wanted = item.materials.flatMap((material) => {
    const type = material['satisfied-by']?.['licence-type']
    return type ? [{ material: material.id, type }] : []
  })
  if (wanted.length === 0) return []
  const types = [...new Set(wanted.map(({ type }) => type))]
  const others = types.filter((type) => type !== IDENTITY)
  const [licences, kept] = await Promise.all([
    others.length > 0 ? listLicences(inside, holder.code, others) : [],
    listKept(inside, holder, types),
  ])
  return wanted.flatMap(({ material, type }): Held[] => {
    const evidence = kept.find((one) => one.kind === type)
    if (type === IDENTITY)
      return holder.kind === 'person' ? [identityOf(material, holder.code, evidence)] : []
    const field = type === item.concerns ? licenceFieldOf(item) : undefined
    const named = licences.find((one) => field && one.type === type && one.number === form[field.id])
    if (named) return [{ ...heldLicence(inside, material, named), named: true }]
    const licence = licences.find((one) => one.type === type)
    if (licence) return [heldLicence(inside, material, licence)]
    return evidence ? [heldEvidence(inside, material, evidence)] : []
  })
}

type Licence = Awaited<ReturnType<typeof listLicences>>[number]
/**
 * The number was checked at sign-up. Before a clerk has seen the card itself that is worth no more than an upload;
 * it is the account's own, so its use needs no consent of its own.
 */
function identityOf(material: string, code: string, seen: EvidenceRow | undefined): Held {
  const number = maskIdCard(code)
  if (!seen)
    return {
      material,
      trust: 'C',
      evidence: { zh: `实名账户 ${number}`, en: `Account in your real name, ${number}` },
      files: [],
    }
  return {
    material,
    trust: 'B',
    evidence: {
      zh: `实名账户 ${number}，${formatDay(seen.seen_on, 'zh')}窗口核验过原件`,
      en: `Account in your real name, ${number}; card seen at a window on ${formatDay(seen.seen_on, 'en')}`,
    },
    since: seen.seen_on,
    files: seen.files,
  }
}

function heldLicence({ city }: Inside, material: string, licence: Licence): Held {
  const name = `${licence.title} ${licence.number}`
  return {
    material,
    trust: 'A',
    evidence: { zh: name, en: name },
    source: licence.id,
    since: licence.valid_from,
    ...(licence.valid_to ? { validTo: licence.valid_to } : {}),
    from: shortOf(city, licence.organ),
    files: [],
  }
}

function heldEvidence({ city }: Inside, material: string, kept: EvidenceRow): Held {
  return {
    material,
    trust: kept.trust,
    evidence: {
      zh: `${kept.title.zh}（${formatDay(kept.seen_on, 'zh')}窗口核验过原件）`,
      en: `${kept.title.en} (original seen at a window on ${formatDay(kept.seen_on, 'en')})`,
    },
    source: kept.id,
    since: kept.seen_on,
    ...(kept.valid_to ? { validTo: kept.valid_to } : {}),
    from: shortOf(city, kept.organ),
    files: kept.files,
  }
}

function shortOf(city: Inside['city'], organ: string): Words {
  const { short } = getOrgan(city, organ)
  return { zh: short.zh, en: short.en ?? short.zh }
}

function listLicences(inside: Inside, code: string, types: readonly string[]) {
  const today = legalDayOf(inside.clock.now())
  return inside.db
    .selectFrom('licence')
    .leftJoin('evidence_withheld', 'evidence_withheld.source_id', 'licence.id')
    .select(['licence.id', 'type', 'title', 'number', 'valid_from', 'valid_to', 'organ'])
    .where('holder_code', '=', code)
    .where('type', 'in', [...types])
    .where('evidence_withheld.source_id', 'is', null)
    .where('ending', 'is', null)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', today)]))
    .orderBy('valid_from', 'desc')
    .execute()
}

async function listKept(
  inside: Inside,
  { code, personId, verified, kind }: Holder,
  types: readonly string[],
): Promise<readonly EvidenceRow[]> {
  const today = legalDayOf(inside.clock.now())
  // An identity number at sign-up, and acting for an enterprise, are only said: what was given is its giver's.
  const open = kind === 'enterprise' && verified
  return (await inside.readEvidence(code)).filter(
    (row) =>
      types.includes(row.kind) &&
      (row.valid_to === null || row.valid_to >= today) &&
      (open || row.person_id === personId),
  )
}

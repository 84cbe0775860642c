import type { ServiceItem } from '@mashang/flow'
import { legalDayOf, maskIdCard, type Words } from '@mashang/kit'
import type { Trust } from '../contract/index.ts'
import type { Inside } from '../inside.ts'

/** Type of the identity that an account proves by itself. */
const IDENTITY = 'resident-identity-card'

interface Held {
  readonly material: string
  /** What the city holds, to be shown. */
  readonly evidence: Words
  readonly trust: Trust
}

/**
 * 一次提交 — materials of an item that the city holds itself: the account's identity, and licences that it issued
 * to the same holder and that are valid today. These are not asked for again.
 */
export async function findHeld(
  inside: Inside,
  item: ServiceItem,
  holder: { readonly kind: 'person' | 'enterprise'; readonly code: string },
): Promise<readonly Held[]> {
  const wanted = item.materials.flatMap((material) => {
    const type = material['satisfied-by']?.['licence-type']
    return type ? [{ material: material.id, type }] : []
  })
  if (wanted.length === 0) return []
  const types = wanted.map(({ type }) => type).filter((type) => type !== IDENTITY)
  const licences = types.length > 0 ? await listValid(inside, holder.code, types) : []
  return wanted.flatMap(({ material, type }): Held[] => {
    if (type === IDENTITY) return holder.kind === 'person' ? [identityOf(material, holder.code)] : []
    const licence = licences.find((one) => one.type === type)
    if (!licence) return []
    return [
      {
        material,
        trust: 'A',
        evidence: { zh: `${licence.title} ${licence.number}`, en: `${licence.title} ${licence.number}` },
      },
    ]
  })
}

/** The number was checked at sign-up; nobody has seen the card itself, hence no higher trust than an upload's. */
function identityOf(material: string, code: string): Held {
  const number = maskIdCard(code)
  return {
    material,
    trust: 'C',
    evidence: { zh: `实名账户 ${number}`, en: `Account in your real name, ${number}` },
  }
}

function listValid(inside: Inside, code: string, types: readonly string[]) {
  const today = legalDayOf(inside.clock.now())
  return inside.db
    .selectFrom('licence')
    .select(['type', 'title', 'number'])
    .where('holder_code', '=', code)
    .where('type', 'in', [...types])
    .where('revoked_at', 'is', null)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', today)]))
    .execute()
}

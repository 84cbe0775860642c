import { isRefusal, type Refusal, type StaffRole, type Who } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { MandateAct } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { actsStayWithinTheMandate, whoHandledItDoesNotDecideItForAnother } from '../rules/mandate.ts'
import type { Case } from '../store/cases.ts'
import { mandatesHeldBy } from '../store/mandates.ts'

type Entries = readonly NewEntry[] | Refusal

/** What lacks a role, and may be done for another who has it. */
const LACKS_A_ROLE = ['step-not-yours', 'not-allowed', 'case-in-other-hands']

interface Doing {
  readonly who: Who
  readonly act: MandateAct
  readonly found: Pick<Case, 'application' | 'item'>
  readonly roles: readonly StaffRole[]
  readonly outcome?: 'grant' | 'refuse'
}

/** Tries an act in one's own right, and then for each who gave a mandate; what is done for another says so. */
export async function forOneselfOrAnother(
  inside: Inside,
  { who, act, found, roles, outcome }: Doing,
  attempt: (roles: readonly StaffRole[], person: string) => Entries,
): Promise<Entries> {
  const self = who.kind === 'staff' ? who.id : ''
  const own = attempt(roles, self)
  if (!isRefusal(own) || !LACKS_A_ROLE.includes(own.code)) return own
  const { application, item } = found
  let refused = own
  const held = await mandatesHeldBy(inside, who)
  for (const { id, mandate } of held.filter((one) => one.mandate.organ === item.organ)) {
    const done =
      actsStayWithinTheMandate(mandate, { act, item: item.code, ...(outcome ? { outcome } : {}) }) ??
      (act === 'decideApplication'
        ? whoHandledItDoesNotDecideItForAnother(application, item, self)
        : undefined) ??
      attempt(mandate.roles, mandate.from.id)
    if (!isRefusal(done)) return done.map((entry) => under(entry, { mandate: id, for: mandate.from }))
    refused = done
  }
  return refused
}

function under(entry: NewEntry, of: object): NewEntry {
  return { ...entry, content: { ...(entry.content as object), under: of } }
}

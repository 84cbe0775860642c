import type { ServiceItem } from '@mashang/flow'
import { actorOf, isRefusal, type Refusal, type Who, type Words } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import { type OfDraft, prepare, submit } from '../commands/submit-application.ts'
import type { Draft, StaffRef, Submission } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findHeld, holderOf } from '../store/held.ts'

/** One application of several that are asked for together, with consents to use what the city holds. */
export interface PartOfBundle extends Pick<OfDraft, 'consents' | 'seen'> {
  readonly item: string
  /** At a window: the clerk who took it in, with the originals he saw. */
  readonly takenBy?: StaffRef
  readonly applicant: Draft['applicant']
  readonly form: Readonly<Record<string, unknown>>
  readonly materials: readonly {
    readonly material: string
    readonly files: readonly { readonly digest: string; readonly name: string }[]
  }[]
}

/** What the city holds in place of a material of an item; without a source it needs no consent. */
export interface HeldForItem {
  readonly material: string
  readonly evidence: Words
  readonly source?: string
}

/** The licence that an application led to. */
export interface LicenceOfApplication {
  readonly application: string
  readonly id: string
  readonly number: string
}

export interface ForBundles {
  /** As the applicant submits one by himself, with his consents; once for one key. */
  submitPart(who: Who, part: PartOfBundle, key: string): Promise<Submission | Refusal>
  findHeldFor(
    personId: string,
    applicant: Draft['applicant'],
    item: ServiceItem,
  ): Promise<readonly HeldForItem[]>
  findLicencesOf(applications: readonly string[]): Promise<readonly LicenceOfApplication[]>
}

/** What other modules ask of applications that are asked for together. */
export function forBundles(inside: Inside): ForBundles {
  return {
    async submitPart(who, { materials, form, takenBy, ...rest }, key) {
      const input = {
        ...rest,
        ...(takenBy ? { atWindow: true } : {}),
        form: { ...form },
        materials: materials.map(writable),
      }
      const prepared = await prepare(inside, who, input)
      if (isRefusal(prepared)) return prepared
      const actor = takenBy ? { kind: 'staff' as const, ...takenBy } : actorOf(who)
      return submit(inside, actor, prepared, { key, bodyDigest: bodyDigestOf(input) })
    },
    async findHeldFor(personId, applicant, item) {
      const person = await inside.findPerson(personId)
      if (!person) return []
      const held = await findHeld(inside, item, holderOf(person, applicant))
      return held.map(({ material, evidence, source }) => ({
        material,
        evidence,
        ...(source ? { source } : {}),
      }))
    },
    async findLicencesOf(applications) {
      if (applications.length === 0) return []
      const rows = await inside.db
        .selectFrom('licence')
        .select(['id', 'number', 'application_id'])
        .where('application_id', 'in', [...applications])
        .execute()
      return rows.flatMap(({ id, number, application_id }) =>
        application_id ? [{ id, number, application: application_id }] : [],
      )
    },
  }
}

function writable({ material, files }: PartOfBundle['materials'][number]) {
  return { material, files: files.map((file) => ({ ...file })) }
}

import { type Approvals, regionNames } from '@mashang/approvals'
import { type Bundles, createBundles } from '@mashang/bundles'
import type { Identity } from '@mashang/identity'
import { calendarOf, isRefusal } from '@mashang/kit'
import type { OpenStore } from '@mashang/store'
import type { City } from './city.ts'

/** Bundles, handed what they need of the city, of identity and of approvals. */
export function bundlesOf(
  { store: { db, journal } }: { readonly store: OpenStore },
  { profile }: City,
  clock: { now(): Date },
  identity: Identity,
  approvals: Approvals,
): Bundles {
  const calendar = calendarOf(profile.calendars)
  if (isRefusal(calendar)) throw new Error('the calendars of the profile cannot be read')
  return createBundles({
    db,
    journal,
    clock,
    calendar,
    bundles: profile.bundles.map(({ bundle }) => bundle),
    organs: profile.organs,
    windows: profile.windows,
    regionNames: (code) => regionNames(profile, code),
    findPerson: (id) => identity.findPerson(id),
    findItem: (code) => approvals.findItem(code),
    approvals: approvals.handlers,
    forBundles: approvals.forBundles,
    findApplications: (ids) => approvals.findApplications(ids),
  })
}

/**
 * 证据可信等级 — trust of evidence: A e-sealed by its issuer, B original seen at a window, C uploaded, D declared.
 */
import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { ApplicationEntries } from '../contract/index.ts'
import type { Application } from './application.ts'
import { refuseUnlessOpen } from './intake.ts'

/** A clerk who saw the originals of what was uploaded raises it from C to B; nothing else does. */
export function anUploadIsRaisedBySeeingItsOriginal(
  application: Application,
  item: Pick<ServiceItem, 'materials'>,
  seen: readonly ApplicationEntries['original-seen'][],
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessOpen(application)
  if (closed) return closed
  const rule = 'anUploadIsRaisedBySeeingItsOriginal'
  for (const { material } of seen) {
    const defined = item.materials.find(({ id }) => id === material)
    if (!defined) return refuse('material-not-in-item', { facts: { material } })
    const given = application.materials.find((one) => one.material === material)
    if (given && given.trust < 'C')
      return refuse('material-trusted-already', { rule, facts: { name: defined.name, trust: given.trust } })
    if (!given || given.files.length === 0)
      return refuse('material-not-uploaded', { rule, facts: { name: defined.name } })
  }
  return seen.map((content) => ({ kind: 'original-seen', content }))
}

/**
 * 证据可信等级 — trust of evidence: A e-sealed by its issuer, B original seen at a window, C uploaded, D declared.
 */
import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse, type Words } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type {
  ApplicationEntries,
  CorrectionPoint,
  GivenFile,
  GivenMaterial,
  StaffRef,
  Trust,
} from '../contract/index.ts'
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

/** A clerk saw the originals of these files, before they were submitted. */
export interface Seen {
  readonly material: string
  readonly digests: readonly string[]
  readonly by: StaffRef
  readonly at: string
  readonly validTo?: string
}

/** What was uploaded is C; B is only what a clerk saw, file by file: one that was added later is not. */
export function onlyFilesThatWereSeenAreB(
  given: readonly GivenMaterial[],
  seen: readonly Seen[],
): readonly GivenMaterial[] {
  return given.map((one) => {
    const look = seen.findLast(({ material }) => material === one.material)
    if (!look || one.files.length === 0) return one
    if (!one.files.every(({ digest }) => look.digests.includes(digest))) return one
    const { by, at, validTo } = look
    return { ...one, trust: 'B', seen: { by, at, ...(validTo ? { validTo } : {}) } }
  })
}

/** What the city holds in place of a material, as far as rules look at it. */
export interface HeldMaterial {
  readonly material: string
  readonly evidence: Words
  readonly trust: Trust
  readonly source?: string
  readonly since?: string
  readonly from?: Words
  readonly files: readonly GivenFile[]
  /** The form itself names it as what the application is about. */
  readonly named?: true
}

export interface ConsentToUse {
  readonly material: string
  readonly source: string
  readonly by: 'applicant' | 'window'
}

/**
 * 个人信息保护法 13、29: what the city holds is used with the holder's consent to this very use, or not at all. The
 * identity of the account that applies is its own; what was given anew takes the place of what is held.
 */
export function whatIsHeldIsUsedOnlyWithConsent(
  held: readonly HeldMaterial[],
  given: readonly Pick<GivenMaterial, 'material'>[],
  consents: readonly ConsentToUse[],
): readonly GivenMaterial[] {
  return held.flatMap(({ material, evidence, trust, source, files, named }): GivenMaterial[] => {
    if (given.some((one) => one.material === material)) return []
    const taken = { material, files, trust, held: evidence.zh }
    if (source === undefined) return [taken]
    // To apply for the renewal of a licence is to have that licence looked at.
    if (named) return [{ ...taken, use: { source, consent: 'applicant' } }]
    const consent = consents.find((one) => one.material === material && one.source === source)
    return consent ? [{ ...taken, use: { source, consent: consent.by } }] : []
  })
}

/** 优化营商环境条例 37: an organ may not ask again for what the city holds and can rely on. */
export function heldAtAOrBIsNotAskedForAgain(
  application: Pick<Application, 'materials'>,
  item: Pick<ServiceItem, 'materials'>,
  points: readonly CorrectionPoint[],
  held: readonly HeldMaterial[],
): (Refusal & { readonly facts: { readonly material: string; readonly held: Words } }) | undefined {
  for (const { target } of points) {
    const [kind, id] = target.split('.')
    const material = kind === 'materials' ? item.materials.find((one) => one.id === id) : undefined
    if (!material) continue
    const inCase = application.materials.find((one) => one.material === id && one.trust <= 'B')
    const inCity = held.find((one) => one.material === id && one.trust <= 'B')
    if (!inCase && !inCity) continue
    const seenAtAWindow = {
      zh: '本件中原件已核验的材料',
      en: 'the material of this case whose original was seen',
    }
    const evidence = inCity?.evidence ?? (inCase?.held ? { zh: inCase.held, en: inCase.held } : seenAtAWindow)
    const facts = {
      material: material.id,
      name: material.name,
      held: evidence,
      since: inCity?.since ?? inCase?.seen?.at.slice(0, 10) ?? '',
      from: inCity?.from ?? { zh: '', en: '' },
    }
    return {
      ...refuse('held-already', {
        rule: 'heldAtAOrBIsNotAskedForAgain',
        article: '优化营商环境条例 第三十七条',
        fields: [{ path: target, code: 'held-already', facts }],
      }),
      facts,
    }
  }
  return undefined
}

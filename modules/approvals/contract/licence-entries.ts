/**
 * Entries of a licence's own journal. What a licence is, is the fold of these.
 */

interface Shown {
  readonly label: string
  readonly text: string
}

/** What each new print of a licence has of its own. */
interface Certificate {
  /** GB/T 36904 identifier; its version rises with each print. */
  readonly identifier: string
  /** What its QR code carries: `/verify/<code>`. */
  readonly code: string
}

interface Begun extends Certificate {
  readonly number: string
  readonly type: string
  readonly title: string
  readonly holder: { readonly kind: 'person' | 'enterprise'; readonly name: string; readonly code: string }
  readonly organ: string
  readonly from: string
  readonly to?: string
  readonly shows: readonly Shown[]
}

/** What an application that was granted did to the licence it acts on. */
interface ByApplication {
  readonly application: string
  readonly applicationNumber: string
}

interface Renewed extends Certificate, ByApplication {
  /** Its new last day; absent = valid without limit. */
  readonly to?: string
  readonly shows: readonly Shown[]
}

/** 理由 — on what ground of law a licence is ended, and why in this case. */
export interface Grounded {
  /** Id of a ground of the city's licence law. */
  readonly ground: string
  readonly reasons: string
}

export interface LicenceEntries {
  issued: Begun & {
    readonly personId: string
    readonly application: string
    readonly item: { readonly code: string; readonly version: number }
  }
  /** 纳管 — issued before this system was there */
  'taken-over': Begun & { readonly source: string }
  /** 准予延续 (许可法 50) */
  renewed: Renewed
  /** 视为准予延续: asked for in time and not decided before the expiry (许可法 50) */
  'renewed-by-silence': Renewed
  /** 变更 (许可法 49) */
  changed: Certificate &
    ByApplication & { readonly before: readonly Shown[]; readonly after: readonly Shown[] }
  /** 补证 */
  reissued: Certificate & ByApplication & { readonly reason: string }
  /** 更正: a slip of the organ's own on the licence */
  corrected: Certificate & {
    readonly before: readonly Shown[]
    readonly after: readonly Shown[]
    readonly reason: string
  }
  /** The holder was told that it is about to expire */
  'expiry-told': { readonly before: number; readonly to: string }
  /** 拟撤销告知: the holder may state and defend until `answerBy` (许可法 7) */
  'revocation-proposed': Grounded & { readonly answerBy: string }
  /** 陈述申辩 */
  'statement-made': { readonly text: string; readonly by: 'holder' | 'office' }
  /** 不予撤销 */
  'revocation-dropped': { readonly reasons: string }
  /** 撤销 (许可法 69) */
  revoked: Grounded
  /** 注销 (许可法 70); with an application where the holder asked for it */
  cancelled: Grounded & Partial<ByApplication>
  /** 撤回 (许可法 8) */
  withdrawn: Grounded & { readonly compensation: string }
  /** 吊销, by a penalty decision made elsewhere */
  forfeited: Grounded & { readonly decision: string }
}

export type LicenceEntryKind = keyof LicenceEntries

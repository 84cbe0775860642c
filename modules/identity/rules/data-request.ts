import { type Refusal, refuse } from '@mashang/kit'
import type { CorrectionSubject } from '../contract/privacy-endpoints.ts'

/** What a request for correction is, as the fold of its journal. Instants are ISO 8601. */
export interface Asked {
  readonly id: string
  readonly revision: number
  readonly personId: string
  readonly subject: CorrectionSubject
  readonly text: string
  readonly askedAt: string
  readonly status: 'open' | 'corrected' | 'declined'
  readonly answer?: string
  readonly answeredAt?: string
  readonly answeredBy?: string
}

/** Entries of the stream `data-request`. */
export type DataRequestEntry =
  | { readonly kind: 'correction-asked'; readonly content: Pick<Asked, 'personId' | 'subject' | 'text'> }
  | {
      readonly kind: 'correction-answered'
      readonly content: {
        readonly outcome: 'corrected' | 'declined'
        readonly answer: string
        readonly by: string
      }
    }

/** The request after one more entry; `undefined` before the first. */
export function foldDataRequest(
  before: Asked | undefined,
  entry: DataRequestEntry & { readonly caseId: string; readonly at: string },
): Asked {
  if (entry.kind === 'correction-asked') {
    if (before) throw new Error(`request ${entry.caseId} is asked twice`)
    return { id: entry.caseId, revision: 1, ...entry.content, askedAt: entry.at, status: 'open' }
  }
  if (!before) throw new Error(`request ${entry.caseId} does not begin by being asked`)
  const { outcome, answer, by } = entry.content
  return {
    ...before,
    revision: before.revision + 1,
    status: outcome,
    answer,
    answeredAt: entry.at,
    answeredBy: by,
  }
}

/** 个人信息保护法 46: a request is answered before the same is asked again; further facts belong to it. */
export function oneRequestIsOpenForOneSubject(
  open: readonly Pick<Asked, 'subject' | 'status' | 'askedAt'>[],
  subject: CorrectionSubject,
): Refusal | undefined {
  const same = open.find((one) => one.status === 'open' && one.subject === subject)
  if (!same) return undefined
  return refuse('data-request-open', {
    rule: 'oneRequestIsOpenForOneSubject',
    article: '个人信息保护法 第四十六条',
    facts: { since: same.askedAt.slice(0, 10) },
  })
}

/** 个人信息保护法 50: a request is answered, with reasons where it is declined, and once. */
export function aRequestIsAnsweredOnce(asked: Asked): Refusal | undefined {
  if (asked.status === 'open') return undefined
  return refuse('data-request-answered', {
    rule: 'aRequestIsAnsweredOnce',
    article: '个人信息保护法 第五十条',
    facts: { by: asked.answeredBy ?? '' },
  })
}

import type { Language, Who, Words } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { Authorities } from './certificates/authorities.ts'
import type { CodePurpose } from './contract/account.ts'
import type { Account } from './rules/account.ts'
import type { LockoutLimits } from './rules/lockout.ts'
import type { SessionLimits } from './rules/session.ts'
import type { Attempts } from './store/attempts.ts'
import type { Keys } from './store/keys.ts'
import type { Sessions } from './store/sessions.ts'
import type { IdentityDb } from './store/tables.ts'

/** Sends a text to a phone. A sender that cannot send throws; the caller is then asked to try later. */
export interface MessageSender {
  send(phone: string, text: string, purpose: CodePurpose | 'notice'): Promise<void>
}

/** A case of a person's own, as lists of other modules name it. */
export interface OwnCase {
  readonly id: string
  readonly number: string
  readonly title: Words
  /** Its page on the site, where it has one. */
  readonly href?: string
}

export interface IdentitySettings {
  /** A demonstration: messages are kept and shown in public instead of sent. */
  readonly demo: boolean
  /** Milliseconds. */
  readonly codeValid: number
  readonly codeResendAfter: number
  readonly codesADay: number
  /** Wrong tries after which a code is worth nothing. */
  readonly triesACode: number
  readonly sessions: SessionLimits
  readonly lockout: LockoutLimits
  /** How long a text to sign serves, in milliseconds. */
  readonly challengeValid: number
  /** Days before its end on which a certificate's agent is told; from the first of them on, its pages warn. */
  readonly certificateWarnDays: readonly number[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Settings that suit a city; times in milliseconds. */
export const IDENTITY_SETTINGS: IdentitySettings = {
  demo: false,
  codeValid: 5 * MINUTE,
  codeResendAfter: MINUTE,
  codesADay: 20,
  triesACode: 5,
  sessions: { idle: 2 * HOUR, absolute: 12 * HOUR, rotateAfter: 30 * MINUTE, grace: MINUTE },
  lockout: { freeTries: 5, firstLock: MINUTE, longestLock: 12 * HOUR, forgetAfter: 24 * HOUR },
  challengeValid: 5 * MINUTE,
  certificateWarnDays: [90, 30, 7],
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: IdentityDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly sender: MessageSender
  readonly settings: IdentitySettings
  readonly sessions: Sessions
  readonly keys: Keys
  readonly attempts: Attempts
  /** Reads an account together with others that are asked for at the same time. */
  readonly readAccount: (id: string) => Promise<Account | undefined>
  /** Whether there is an organ of this code. */
  readonly isOrgan: (code: string) => boolean
  readonly authorities: Authorities
  /** Asked of the modules that keep cases: those of a person. */
  readonly casesOf: (personId: string) => Promise<readonly OwnCase[]>
  /** Asked of the same: what they hold of the person who asks, to be taken along as a copy. */
  readonly dataOf: (who: Who, language: Language) => Promise<Readonly<Record<string, unknown>>>
}

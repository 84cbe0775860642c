import { join } from 'node:path'
import type { Actor, Handlers, Refusal, Who } from '@mashang/kit'
import type { Journal, Migrations, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { createAuthorities, type TrustedAuthorities } from './certificates/authorities.ts'
import { sweepChallenges } from './certificates/challenge.ts'
import { certificateHandlers } from './certificates/handlers.ts'
import { checkSignature } from './certificates/prove.ts'
import { tellOfExpiry } from './certificates/tell-of-expiry.ts'
import { changePassword, resetPassword } from './commands/change-password.ts'
import { addEnterprise, listEnterprises, removeEnterprise } from './commands/enterprises.ts'
import { addKey, revokeKey } from './commands/manage-keys.ts'
import {
  addStaff,
  enterStaff,
  type NewStaff,
  resetStaffPassword,
  setStaffDisabled,
  setStaffRoles,
} from './commands/manage-staff.ts'
import { sendCode } from './commands/send-code.ts'
import { signInByCode, signInByPassword, signInStaff } from './commands/sign-in.ts'
import { signOut, signOutEverywhere } from './commands/sign-out.ts'
import { signUp } from './commands/sign-up.ts'
import { type Holder, tellHolder } from './commands/tell-holder.ts'
import { walkIns } from './commands/walk-ins.ts'
import type { Person } from './contract/account.ts'
import type { SignatureGiven, SignedWith } from './contract/certificate.ts'
import type { identityEndpoints } from './contract/endpoints.ts'
import type { StaffMember } from './contract/staff.ts'
import { IDENTITY_SETTINGS, type IdentitySettings, type Inside, type MessageSender } from './inside.ts'
import { privacyHandlers } from './privacy/handlers.ts'
import { demoMessages } from './queries/list-demo-messages.ts'
import { listKeys } from './queries/list-keys.ts'
import { listColleagues, listStaff, staffMemberOf } from './queries/list-staff.ts'
import { me } from './queries/me.ts'
import { findPerson, type Look, personOf } from './queries/person-of.ts'
import { createAttempts } from './store/attempts.ts'
import { createKeys } from './store/keys.ts'
import { createAccounts } from './store/load.ts'
import { createSessions, type Session } from './store/sessions.ts'
import { identitySummaries } from './store/summaries.ts'
import { identityDb } from './store/tables.ts'

export type { TrustedAuthorities } from './certificates/authorities.ts'
export type { IdentitySettings, MessageSender } from './inside.ts'
export { createDemoSender } from './store/demo-messages.ts'
export type { Session } from './store/sessions.ts'

/** Where the module's SQL stands. */
export const identityMigrations: Migrations = {
  module: 'identity',
  folder: join(import.meta.dirname, 'migrations'),
}

export interface IdentityNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly sender: MessageSender
  /** Whether there is an organ of this code. */
  readonly isOrgan: (code: string) => boolean
  readonly settings?: Partial<IdentitySettings>
  /** Authorities whose certificates are taken, as they stand now; none without it, but the demonstration's own. */
  /** Cases of a person and what is held in them; none where no other module keeps any. */
  readonly casesOf?: Inside['casesOf']
  readonly dataOf?: Inside['dataOf']
  readonly trusted?: () => Promise<TrustedAuthorities>
}

export interface Identity {
  readonly handlers: Handlers<typeof identityEndpoints>
  readonly summaries: readonly Summary[]
  /** The session behind a cookie's token; `expired` for any token that is not (or no longer) good. */
  sessionOf(token: string): Promise<Session | 'expired'>
  /** The machine behind an API key. */
  machineOf(key: string): Promise<Extract<Who, { kind: 'machine' }> | undefined>
  /** A citizen's data, unmasked, for the person's own business; undefined where there is no such account. */
  findPerson(id: string): Promise<Person | undefined>
  /** Sends a text to an account, or to whoever is known to answer for a code; the number of messages that were taken. */
  tellHolder(holder: Holder, words: string): Promise<number>
  /** The same for someone who looks at it: the look is journaled first. Refuses `person-not-found`. */
  personOf(id: string, look: Look): Promise<Person | Refusal>
  /** Who works for an organ now, for other modules: no account that was closed. */
  listColleagues(organ: string): Promise<readonly Pick<StaffMember, 'id' | 'name' | 'organ' | 'roles'>[]>
  /** For the command line and the demonstration: adds a member of staff without an administrator's session. */
  addStaff(staff: NewStaff, actor: Actor): Promise<StaffMember | Refusal>
  /** Whether a text was signed with a certificate that a trusted authority issued and that was good at that moment. */
  checkSignature(given: SignatureGiven, at: Date): Promise<SignedWith | Refusal>
  /** Tells agents whose certificates end soon, each once on each day of warning; a job calls it every day. */
  tellOfExpiry(): Promise<number>
  /** Deletes sessions that are over; a job calls it now and then. */
  sweepSessions(): Promise<number>
}

/** People, accounts, sessions, roles and machine keys. */
export function createIdentity(needs: IdentityNeeds): Identity {
  const settings = { ...IDENTITY_SETTINGS, ...needs.settings }
  const db = identityDb(needs.db)
  const sessions = createSessions(db, needs.clock, settings.sessions)
  const keys = createKeys(db, needs.clock)
  const attempts = createAttempts(db, needs.clock, settings.lockout)
  const readAccount = createAccounts(db)
  const authorities = createAuthorities(db, settings, needs)
  const inside: Inside = {
    ...needs,
    db,
    settings,
    sessions,
    keys,
    attempts,
    readAccount,
    authorities,
    casesOf: needs.casesOf ?? (async () => []),
    dataOf: needs.dataOf ?? (async () => ({})),
  }
  return {
    handlers: handlersOf(inside),
    summaries: identitySummaries(db),
    sessionOf: (token) => sessions.find(token),
    machineOf: (key) => keys.find(key),
    findPerson: (id) => findPerson(inside, id),
    tellHolder: (holder, words) => tellHolder(inside, holder, words),
    personOf: (id, look) => personOf(inside, id, look),
    listColleagues: (organ) => listColleagues(inside, organ),
    checkSignature: (given, at) => checkSignature(inside, given, at),
    tellOfExpiry: () => tellOfExpiry(inside),
    async addStaff(staff, actor) {
      const added = await enterStaff(inside, staff, actor)
      return 'refused' in added ? added : staffMemberOf(added, null)
    },
    async sweepSessions() {
      await sweepChallenges(inside)
      return sessions.sweep()
    },
  }
}

function handlersOf(inside: Inside): Handlers<typeof identityEndpoints> {
  return {
    ...certificateHandlers(inside),
    ...privacyHandlers(inside),
    ...walkIns(inside),
    me: me(inside),
    sendCode: sendCode(inside),
    signUp: signUp(inside),
    signInByCode: signInByCode(inside),
    signInByPassword: signInByPassword(inside),
    signInStaff: signInStaff(inside),
    resetPassword: resetPassword(inside),
    signOut: signOut(inside),
    signOutEverywhere: signOutEverywhere(inside),
    changePassword: changePassword(inside),
    listEnterprises: listEnterprises(inside),
    addEnterprise: addEnterprise(inside),
    removeEnterprise: removeEnterprise(inside),
    listStaff: listStaff(inside),
    addStaff: addStaff(inside),
    setStaffRoles: setStaffRoles(inside),
    setStaffDisabled: setStaffDisabled(inside),
    resetStaffPassword: resetStaffPassword(inside),
    listKeys: listKeys(inside),
    addKey: addKey(inside),
    revokeKey: revokeKey(inside),
    listDemoMessages: demoMessages(inside),
  }
}

import { actorOf, type Client, findSessionChange, isRefusal, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createJournal } from '@mashang/store'
import type { Kysely } from 'kysely'
import type { NewStaff } from '../commands/manage-staff.ts'
import type { Enterprise } from '../contract/account.ts'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { StaffMember } from '../contract/staff.ts'
import { createIdentity, type Identity, type IdentitySettings, type TrustedAuthorities } from '../index.ts'

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Date
  pass(milliseconds: number): void
}

export function aClock(start = '2026-11-23T02:00:00.000Z'): TestClock {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    pass: (milliseconds) => {
      at += milliseconds
    },
  }
}

/** Identity on a test's database, with the messages it sent and shortcuts to people who are signed in. */
export interface TestIdentity {
  readonly identity: Identity
  readonly clock: TestClock
  readonly sent: readonly { readonly phone: string; readonly text: string }[]
  /** The handlers as one caller reaches them, past the door. */
  as(who: Who): Client<typeof identityEndpoints>
  /** The newest code sent to a phone. */
  codeFor(phone: string): string
  aCitizen(details?: {
    phone?: string
    name?: string
    idCard?: string
    password?: string
  }): Promise<TestCaller>
  aStaffMember(details?: Partial<NewStaff>): Promise<TestCaller & { readonly staff: StaffMember }>
}

/** Someone signed in: the token that the cookie carries, and who it proves. */
export interface TestCaller {
  readonly who: Extract<Who, { kind: 'citizen' | 'staff' }>
  readonly token: string
}

export const AN_ID_CARD = '11010519491231002X'
export const AN_ENTERPRISE: Pick<Enterprise, 'uscc' | 'name'> = {
  uscc: '91350100M000100Y43',
  name: '大连风筝文化有限公司',
}
export const A_PASSWORD = 'Kite-flying-7'
export const NOBODY: Who = { kind: 'anonymous' }

export function identityForTest(
  db: Kysely<unknown>,
  settings: Partial<IdentitySettings> = {},
  clock: TestClock = aClock(),
  trusted?: () => Promise<TrustedAuthorities>,
): TestIdentity {
  const sent: { phone: string; text: string }[] = []
  const identity = createIdentity({
    db,
    journal: createJournal(db),
    clock,
    sender: {
      async send(phone, text) {
        sent.push({ phone, text })
      },
    },
    isOrgan: (code) => code !== 'no-such-organ',
    settings,
    trusted,
  })
  const as = (who: Who) => clientAs(identity.handlers, who)
  const codeFor = (phone: string) => {
    const text = sent.findLast((message) => message.phone === phone)?.text ?? ''
    return /\d{6}/.exec(text)?.[0] ?? ''
  }
  let people = 0
  return {
    identity,
    clock,
    sent,
    as,
    codeFor,
    async aCitizen(details = {}) {
      people += 1
      const phone = details.phone ?? `138${String(people).padStart(8, '0')}`
      await as(NOBODY).sendCode({ input: { phone, purpose: 'sign-up' } })
      const input = { name: '王小明', idCard: AN_ID_CARD, ...details, phone, code: codeFor(phone) }
      return signedInBy(identity, await as(NOBODY).signUp({ input }))
    },
    async aStaffMember(details = {}) {
      people += 1
      const account = details.account ?? `clerk${people}`
      const given = {
        name: '李窗口',
        organ: 'kite-office',
        roles: ['window-clerk'] as const,
        password: A_PASSWORD,
      }
      const staff = await identity.addStaff(
        { ...given, ...details, account },
        actorOf({ kind: 'system', id: 'test' }),
      )
      if (isRefusal(staff)) throw new Error(staff.code)
      const input = { account, password: details.password ?? A_PASSWORD }
      return { ...(await signedInBy(identity, await as(NOBODY).signInStaff({ input }))), staff }
    },
  }
}

/** The token a sign-in set, and who it proves. */
export async function signedInBy(identity: Identity, answer: unknown): Promise<TestCaller> {
  if (isRefusal(answer)) throw new Error(`not signed in: ${answer.code} ${JSON.stringify(answer)}`)
  const change = findSessionChange(answer)
  if (!change || !('set' in change)) throw new Error('the answer opened no session')
  const session = await identity.sessionOf(change.set.token)
  if (session === 'expired') throw new Error('the new session is not good')
  return { token: change.set.token, who: session.who }
}

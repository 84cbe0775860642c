import { type Refusal, refuse } from '@mashang/kit'
import type { Enterprise } from '../contract/account.ts'

/** What a citizen's account is, as the fold of its journal. */
export interface Account {
  readonly id: string
  readonly revision: number
  readonly phone: string
  readonly name: string
  readonly idCard: string
  readonly enterprises: readonly Enterprise[]
  /** Instant, ISO 8601. */
  readonly createdAt: string
}

/** Entries of the stream `account`. A password's hash is a secret and stays out of the journal. */
export type AccountEntry =
  | {
      readonly kind: 'account-opened'
      readonly content: { readonly phone: string; readonly name: string; readonly idCard: string }
    }
  | { readonly kind: 'password-changed'; readonly content: { readonly by: 'owner' | 'code' } }
  | {
      readonly kind: 'enterprise-added'
      readonly content: Pick<Enterprise, 'uscc' | 'name' | 'trust'>
    }
  /** A clerk saw what authorises him. */
  | {
      readonly kind: 'authorisation-seen'
      readonly content: Pick<Enterprise, 'uscc' | 'name'>
    }
  | { readonly kind: 'enterprise-removed'; readonly content: { readonly uscc: string } }
  /** 更正: on the person's own request, of which it names the id. */
  | {
      readonly kind: 'account-corrected'
      readonly content: { readonly name: string; readonly request: string }
    }

/** The account after one more entry; `undefined` before the first. */
export function foldAccount(
  before: Account | undefined,
  entry: AccountEntry & { readonly caseId: string; readonly at: string },
): Account {
  if (!before) {
    if (entry.kind !== 'account-opened')
      throw new Error(`account ${entry.caseId} does not begin by being opened`)
    return { id: entry.caseId, revision: 1, ...entry.content, enterprises: [], createdAt: entry.at }
  }
  const after = { ...before, revision: before.revision + 1 }
  switch (entry.kind) {
    case 'account-opened':
      throw new Error(`account ${entry.caseId} is opened twice`)
    case 'password-changed':
      return after
    case 'account-corrected':
      return { ...after, name: entry.content.name }
    case 'enterprise-added':
      return { ...after, enterprises: [...before.enterprises, { ...entry.content, since: entry.at }] }
    case 'authorisation-seen': {
      const others = before.enterprises.filter((one) => one.uscc !== entry.content.uscc)
      return { ...after, enterprises: [...others, { ...entry.content, trust: 'B', since: entry.at }] }
    }
    case 'enterprise-removed':
      return { ...after, enterprises: before.enterprises.filter((one) => one.uscc !== entry.content.uscc) }
  }
}

/** A person says which enterprises they act for: until evidence is seen this is trust D, self-declared. */
export function anEnterpriseIsListedOnce(
  account: Account,
  enterprise: { readonly uscc: string; readonly name: string },
): AccountEntry | Refusal {
  const listed = account.enterprises.find((one) => one.uscc === enterprise.uscc)
  if (listed) {
    return refuse('enterprise-listed-already', {
      rule: 'anEnterpriseIsListedOnce',
      facts: { uscc: listed.uscc, name: listed.name },
    })
  }
  return { kind: 'enterprise-added', content: { ...enterprise, trust: 'D' } }
}

/** An authorisation that a clerk has seen is trust B; what the city knows better already stays as it is. */
export function anAuthorisationSeenRaisesTrust(
  account: Account,
  enterprise: { readonly uscc: string; readonly name: string },
): AccountEntry | Refusal {
  const listed = account.enterprises.find((one) => one.uscc === enterprise.uscc)
  if (listed && listed.trust <= 'B') {
    return refuse('enterprise-listed-already', {
      rule: 'anAuthorisationSeenRaisesTrust',
      facts: { uscc: listed.uscc, name: listed.name },
    })
  }
  return { kind: 'authorisation-seen', content: enterprise }
}

export function onlyAListedEnterpriseIsRemoved(account: Account, uscc: string): AccountEntry | Refusal {
  if (account.enterprises.some((one) => one.uscc === uscc))
    return { kind: 'enterprise-removed', content: { uscc } }
  return refuse('enterprise-not-found', { rule: 'onlyAListedEnterpriseIsRemoved', facts: { uscc } })
}

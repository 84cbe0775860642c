import { actorOf, checkUscc, type Handler, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { Enterprise } from '../contract/account.ts'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { type Account, anEnterpriseIsListedOnce, onlyAListedEnterpriseIsRemoved } from '../rules/account.ts'
import { ACCOUNTS, append } from '../store/cases.ts'
import { findAccount } from '../store/load.ts'
import { answeredBefore, onceOf } from './once.ts'
import { atField } from './sign-up.ts'

async function getOwnAccount(inside: Inside, who: Who): Promise<Account | Refusal> {
  const account = who.kind === 'citizen' ? await findAccount(inside.db, who.id) : undefined
  return account ?? refuse('not-signed-in')
}

export function addEnterprise(inside: Inside): Handler<typeof identityEndpoints.addEnterprise> {
  return async ({ who, input, key }) => {
    const repeated = await answeredBefore<Enterprise>(inside, who, key, ['add-enterprise', input])
    if (repeated) return repeated
    const code = checkUscc(input.uscc)
    if (isRefusal(code)) return atField('uscc', code)
    const account = await getOwnAccount(inside, who)
    if (isRefusal(account)) return account
    const entry = anEnterpriseIsListedOnce(account, { uscc: code.code, name: input.name.trim() })
    if (isRefusal(entry)) return entry
    const added = await append(inside, ACCOUNTS, {
      id: account.id,
      before: account,
      entry,
      actor: actorOf(who),
      once: (after) => onceOf(key, ['add-enterprise', input], listedIn(after, code.code)),
    })
    return isRefusal(added) ? added : listedIn(added, code.code)
  }
}

function listedIn(account: Account, uscc: string): Enterprise {
  const listed = account.enterprises.find((one) => one.uscc === uscc)
  if (!listed) throw new Error(`the account ${account.id} does not list the enterprise it was just given`)
  return listed
}

export function removeEnterprise(inside: Inside): Handler<typeof identityEndpoints.removeEnterprise> {
  return async ({ who, params, key }) => {
    const repeated = await answeredBefore<{ done: true }>(inside, who, key, ['remove-enterprise', params])
    if (repeated) return repeated
    const account = await getOwnAccount(inside, who)
    if (isRefusal(account)) return account
    const code = checkUscc(params.uscc)
    const entry = onlyAListedEnterpriseIsRemoved(account, isRefusal(code) ? params.uscc : code.code)
    if (isRefusal(entry)) return entry
    const removed = await append(inside, ACCOUNTS, {
      id: account.id,
      before: account,
      entry,
      actor: actorOf(who),
      once: () => onceOf(key, ['remove-enterprise', params], { done: true }),
    })
    return isRefusal(removed) ? removed : { done: true }
  }
}

export function listEnterprises(inside: Inside): Handler<typeof identityEndpoints.listEnterprises> {
  return async ({ who }) => {
    const account = await getOwnAccount(inside, who)
    return isRefusal(account) ? account : { enterprises: [...account.enterprises] }
  }
}

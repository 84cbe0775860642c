import { actorOf, type Handler, isRefusal, refuse, uuidv7 } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { machineKeyOf } from '../queries/list-keys.ts'
import { append, KEYS } from '../store/cases.ts'
import { KEY_PREFIX } from '../store/keys.ts'
import { findLastUse } from '../store/last-use.ts'
import { findKey } from '../store/load.ts'
import { hashOfToken, newToken } from '../store/secrets.ts'

export function addKey(inside: Inside): Handler<typeof identityEndpoints.addKey> {
  return async ({ who, input }) => {
    const key = KEY_PREFIX + newToken()
    const id = uuidv7()
    const secret = { id, secret_hash: hashOfToken(key) }
    const issued = await append(inside, KEYS, {
      id,
      before: undefined,
      entry: { kind: 'key-issued', content: input },
      actor: actorOf(who),
      alongside: [inside.db.insertInto('key_secret').values(secret)],
    })
    return isRefusal(issued) ? issued : { key, listed: machineKeyOf(issued, null) }
  }
}

export function revokeKey(inside: Inside): Handler<typeof identityEndpoints.revokeKey> {
  return async ({ who, params }) => {
    const key = await findKey(inside.db, params.id)
    if (!key) return refuse('key-not-found')
    const lastUse = await findLastUse(inside.db, key.id)
    if (key.revokedAt) return machineKeyOf(key, lastUse)
    const revoked = await append(inside, KEYS, {
      id: key.id,
      before: key,
      entry: { kind: 'key-revoked', content: {} },
      actor: actorOf(who),
      alongside: [inside.db.deleteFrom('key_secret').where('id', '=', key.id)],
    })
    inside.keys.forget(key.id)
    return isRefusal(revoked) ? revoked : machineKeyOf(revoked, lastUse)
  }
}

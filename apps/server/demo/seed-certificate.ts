import { createSign, generateKeyPairSync } from 'node:crypto'
import { identityEndpoints } from '@mashang/identity/contract'
import type { Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import { must } from './must.ts'

const A_DAY = 86_400_000
/** A demonstration certificate serves a year; of this one six weeks are left. */
const AGE = 365 - 42

interface Needs {
  readonly door: Door
  readonly clock: { set(at: Date): void }
  readonly now: Date
  readonly agent: Who
  readonly uscc: string
}

/** A certificate of the enterprise that ends soon, so that its warning and its renewal can be seen; its key is nobody's. */
export async function seedCertificate({ door, clock, now, agent, uscc }: Needs): Promise<void> {
  clock.set(new Date(now.getTime() - AGE * A_DAY))
  const visit = { who: agent, expired: false, language: 'zh', csrfToken: '' } as const
  const me = door.clientOf(identityEndpoints, visit, {})
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { challenge, text } = must(await me.askChallenge({ input: { purpose: 'bind' } }))
  const signature = createSign('RSA-SHA256').update(text).sign(keys.privateKey, 'base64')
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  must(await me.issueCertificate({ input: { challenge, signature, publicKey, uscc } }))
  clock.set(now)
}

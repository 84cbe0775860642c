import { isRefusal, type Refusal } from '@mashang/kit'
import type { CodePurpose } from '../contract/account.ts'
import type { Inside } from '../inside.ts'
import { type ProvenCode, proveCode } from '../store/codes.ts'

/** Judges a one-time code; wrong tries lock the phone, whether it has an account or not. */
export async function provePhone(
  inside: Inside,
  phone: string,
  code: string,
  purposes: readonly CodePurpose[],
): Promise<ProvenCode | Refusal> {
  const subject = `code:${phone}`
  const locked = await inside.attempts.take(subject)
  if (locked) return locked
  const proven = await proveCode(inside.db, { phone, code, purposes }, inside.clock.now(), inside.settings)
  if (!isRefusal(proven)) await inside.attempts.succeed(subject)
  return proven
}

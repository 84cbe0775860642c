import { type Actor, isRefusal, type Refusal } from '@mashang/kit'
import type { Alongside, Append } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { saveDataRequest } from '../privacy/requests.ts'
import { type Account, type AccountEntry, foldAccount } from '../rules/account.ts'
import { type Bound, type CertificateEntry, foldCertificate } from '../rules/certificate.ts'
import { type Asked, type DataRequestEntry, foldDataRequest } from '../rules/data-request.ts'
import { foldKey, type Key, type KeyEntry } from '../rules/machine-key.ts'
import { foldStaff, type Staff, type StaffEntry } from '../rules/staff.ts'
import { saveAccount, saveCertificate, saveKey, saveStaff } from './summaries.ts'

interface Stored {
  readonly id: string
  readonly revision: number
}

interface Stream<S extends Stored, E> {
  readonly name: string
  fold(before: S | undefined, entry: E & { caseId: string; at: string }): S
  save(inside: Pick<Inside, 'db'>, state: S): Alongside
}

export const ACCOUNTS: Stream<Account, AccountEntry> = {
  name: 'account',
  fold: foldAccount,
  save: ({ db }, account) => saveAccount(db, account),
}

export const STAFF: Stream<Staff, StaffEntry> = {
  name: 'staff',
  fold: foldStaff,
  save: ({ db }, staff) => saveStaff(db, staff),
}

export const KEYS: Stream<Key, KeyEntry> = {
  name: 'machine-key',
  fold: foldKey,
  save: ({ db }, key) => saveKey(db, key),
}

export const CERTIFICATES: Stream<Bound, CertificateEntry> = {
  name: 'certificate',
  fold: foldCertificate,
  save: ({ db }, certificate) => saveCertificate(db, certificate),
}

export const DATA_REQUESTS: Stream<Asked, DataRequestEntry> = {
  name: 'data-request',
  fold: foldDataRequest,
  save: ({ db }, asked) => saveDataRequest(db, asked),
}

type AnyEntry = AccountEntry | StaffEntry | KeyEntry | CertificateEntry | DataRequestEntry

interface Change<S, E> {
  readonly id: string
  /** The state the entry rests on; none for a new case. */
  readonly before: S | undefined
  readonly entry: E
  readonly actor: Actor
  /** More to write in the same transaction: a password's hash, sessions to end. */
  readonly alongside?: readonly Alongside[]
  readonly once?: (after: S) => Append['once']
}

/** Writes one entry with its summary row, all or nothing; answers with the state after it. */
export async function append<S extends Stored, E extends AnyEntry>(
  inside: Inside,
  stream: Stream<S, E>,
  change: Change<S, E>,
): Promise<S | Refusal> {
  const at = inside.clock.now().toISOString()
  const after = stream.fold(change.before, { ...change.entry, caseId: change.id, at })
  const appended = await inside.journal.append({
    stream: stream.name,
    caseId: change.id,
    expected: change.before?.revision ?? 0,
    at,
    actor: change.actor,
    entries: [{ kind: change.entry.kind, content: change.entry.content }],
    alongside: [stream.save(inside, after), ...(change.alongside ?? [])],
    once: change.once?.(after),
  })
  return isRefusal(appended) ? appended : after
}

/** Whether a write failed because this unique constraint holds already. */
export function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && violated === constraint
}

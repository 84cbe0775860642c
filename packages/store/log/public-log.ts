import type { Handlers } from '@mashang/kit'
import { formatVerifierKey, type Receipt, type Signer } from '@mashang/proof'
import { type Audit, type AuditOptions, auditLog } from './audit.ts'
import type { logEndpoints } from './endpoints.ts'
import { createHandlers } from './handlers.ts'
import { createLogReader, type LogReader } from './log-reader.ts'
import { createSequencer, type Sequencer, type SequencerOptions } from './sequencer.ts'

export interface PublicLogOptions extends Omit<SequencerOptions, 'signer'> {
  /** From `loadLogKey`; it bears the log's origin. */
  readonly key: Signer
}

/** The public Merkle log over the journal's digests. */
export interface PublicLog {
  /** `name+id+base64`: all that a receipt needs to be checked. */
  readonly verifierKey: string
  readonly sequencer: Sequencer
  readonly reader: LogReader
  readonly handlers: Handlers<typeof logEndpoints>
  /** The receipt of an entry; undefined while it has no place in the log yet (a fraction of a second). */
  receiptOf(caseId: string, revision: number): Promise<Receipt | undefined>
  audit(options?: Pick<AuditOptions, 'known' | 'onProgress'>): Promise<Audit>
}

export function createLog(options: PublicLogOptions): PublicLog {
  const { db, key } = options
  const reader = createLogReader(db, key.key.name)
  return {
    verifierKey: formatVerifierKey(key.key),
    sequencer: createSequencer({ ...options, signer: key }),
    reader,
    handlers: createHandlers(reader, key.key),
    receiptOf: reader.findReceipt,
    audit: (more) => auditLog({ db, key: key.key, ...more }),
  }
}

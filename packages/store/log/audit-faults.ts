import type { Words } from '@mashang/kit'

/** What an audit can find wrong, in words for the report. */
export const AUDIT_WORDS = {
  'entry-altered': {
    zh: '记录的内容或指纹被改动过。',
    en: 'The entry or its digest has been altered.',
  },
  'entry-missing': {
    zh: '日志中有这一条，但记录已被删除。',
    en: 'The log has this leaf, but its entry has been deleted.',
  },
  'entry-not-logged': {
    zh: '记录既不在日志中，也不在待记入的队列中。',
    en: 'The entry is neither in the log nor waiting for it.',
  },
  'leaf-missing': {
    zh: '日志缺少这一条，其后的内容无法再比对。',
    en: 'The log lacks this leaf; what follows cannot be compared.',
  },
  'subtree-altered': {
    zh: '日志的中间节点与各条记录算出的不一致。',
    en: 'An inner hash of the log is not what its leaves give.',
  },
  'checkpoint-altered': {
    zh: '检查点与各条记录算出的树根不一致。',
    en: 'A checkpoint does not have the root that the leaves give.',
  },
  'checkpoint-not-signed': {
    zh: '检查点没有本日志密钥的有效签名。',
    en: 'A checkpoint bears no valid signature of the key of this log.',
  },
  'known-checkpoint-differs': {
    zh: '另行保存的检查点与现在的日志不一致：日志被改写过。',
    en: 'A checkpoint kept elsewhere does not agree with the log as it is: it has been rewritten.',
  },
  'known-checkpoint-not-signed': {
    zh: '另行保存的检查点没有本日志密钥的有效签名。',
    en: 'A checkpoint kept elsewhere bears no valid signature of the key of this log.',
  },
  'log-cut-short': {
    zh: '曾签名的检查点比现在的日志长：末尾的记录丢失了。',
    en: 'A signed checkpoint is longer than the log as it is: leaves at its end are lost.',
  },
} as const satisfies Record<string, Words>

export type AuditFaultKind = keyof typeof AUDIT_WORDS

/** One fault, with what of its place is known. */
export interface AuditFault {
  readonly kind: AuditFaultKind
  readonly leaf?: number
  readonly caseId?: string
  readonly revision?: number
  /** Size of the checkpoint's tree. */
  readonly size?: number
  /** Level and index of a subtree, as tiles count them. */
  readonly level?: number
  readonly index?: number
}

export interface Faults {
  add(fault: AuditFault): void
  all(): { readonly faultCount: number; readonly faults: readonly AuditFault[] }
}

const MOST_LISTED = 1000

/** Counts all, lists the first thousand. */
export function gatherFaults(): Faults {
  const faults: AuditFault[] = []
  let faultCount = 0
  return {
    add(fault) {
      faultCount += 1
      if (faults.length < MOST_LISTED) faults.push(fault)
    },
    all: () => ({ faultCount, faults }),
  }
}

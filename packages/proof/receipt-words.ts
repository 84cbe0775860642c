import type { Words } from '@mashang/kit'

/** The steps of checking a receipt, in the order a reader follows them. */
export const RECEIPT_STEPS = ['entry-has-digest', 'leaf-in-tree', 'checkpoint-signed'] as const
export type ReceiptStep = (typeof RECEIPT_STEPS)[number]

export type FindingResult = 'holds' | 'fails' | 'not-shown'

export const STEP_WORDS: Readonly<Record<ReceiptStep, Readonly<Record<FindingResult, Words>>>> = {
  'entry-has-digest': {
    holds: {
      zh: '回执所载的内容与其数字指纹一致，未被改动。',
      en: 'What the receipt says matches its digital fingerprint: it has not been altered.',
    },
    fails: {
      zh: '回执所载的内容与其数字指纹不一致，内容被改动过。',
      en: 'What the receipt says does not match its digital fingerprint: it has been altered.',
    },
    'not-shown': {
      zh: '回执只载有数字指纹，没有附上内容。',
      en: 'The receipt carries the digital fingerprint only, not the content.',
    },
  },
  'leaf-in-tree': {
    holds: {
      zh: '该数字指纹已记入公开日志，位置与证明相符。',
      en: 'The fingerprint stands in the public log, at the place the proof says.',
    },
    fails: {
      zh: '证明不能说明该数字指纹在公开日志的这个位置。',
      en: 'The proof does not show the fingerprint at this place of the public log.',
    },
    'not-shown': { zh: '回执没有附上日志证明。', en: 'The receipt carries no proof from the log.' },
  },
  'checkpoint-signed': {
    holds: {
      zh: '日志的检查点由本日志的密钥签名，签名有效。',
      en: 'The checkpoint is signed by the key of this log.',
    },
    fails: {
      zh: '日志的检查点没有本日志密钥的有效签名。',
      en: 'The checkpoint bears no valid signature of the key of this log.',
    },
    'not-shown': { zh: '回执没有附上日志的检查点。', en: 'The receipt carries no checkpoint of the log.' },
  },
}

import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'

const strict = { additionalProperties: false }

const WordsOf = Type.Object({ zh: Type.String(), en: Type.String() }, strict)

/** The public log: what anyone may read and check. Tiles, entry bundles and checkpoints as C2SP lays them down. */
export const logEndpoints = endpoints({
  getCheckpoint: {
    method: 'GET',
    path: '/log/checkpoint',
    summary: { zh: '公开日志的最新签名检查点', en: 'The newest signed checkpoint of the public log' },
    access: everyone,
    output: 'stream',
    refusals: ['log-not-started'],
    perMinute: 600,
  },
  getTile: {
    method: 'GET',
    path: '/log/tile/*',
    summary: { zh: '公开日志的数据块', en: 'A tile of the public log' },
    access: everyone,
    params: Type.Object({ '*': Type.String({ maxLength: 64 }) }, strict),
    output: 'stream',
    refusals: ['log-tile-not-found'],
    perMinute: 6000,
  },
  getKey: {
    method: 'GET',
    path: '/log/key',
    summary: { zh: '公开日志的验证公钥', en: 'The key to check the public log with' },
    access: everyone,
    output: 'stream',
    refusals: [],
  },
  verifyReceipt: {
    method: 'POST',
    path: '/api/receipts/verify',
    summary: { zh: '验证回执', en: 'Check a receipt' },
    access: everyone,
    input: Type.Object(
      { receipt: Type.Unknown({ description: 'A receipt as JSON, or the text of its file.' }) },
      strict,
    ),
    output: Type.Object(
      {
        valid: Type.Literal(true),
        log: Type.String(),
        leaf: Type.Integer(),
        size: Type.Integer(),
        root: Type.String(),
        digest: Type.String(),
        entry: Type.Optional(Type.Unknown()),
        findings: Type.Array(
          Type.Object({ step: Type.String(), result: Type.String(), words: WordsOf }, strict),
        ),
      },
      strict,
    ),
    refusals: [
      'log-key-malformed',
      'receipt-entry-altered',
      'receipt-malformed',
      'receipt-not-in-log',
      'receipt-not-of-this-log',
      'receipt-not-signed',
    ],
    perMinute: 60,
  },
})

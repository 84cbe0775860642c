/** Builders for the tests of rules: a licence is folded from entries, never made up field by field. */
import type { LicenceEntries, LicenceEntryKind } from '../contract/index.ts'
import { type Licence, licenceOf } from '../licences/rules/licence.ts'

export const ISSUED: LicenceEntries['issued'] = {
  number: '大市监许证字〔2026〕第000001号',
  identifier: '1.2.156.3005.2.FOODBUSINESSLICENCE.11210200MB1234567X.210200261123000001.001.3',
  code: '0000-0000-0000-0001',
  type: 'food-business-licence',
  title: '食品经营许可证',
  holder: { kind: 'enterprise', name: '大连风筝文化有限公司', code: '91350100M000100Y43' },
  personId: 'p1',
  application: 'a1',
  item: { code: '2102-SJ-XK-0001', version: 1 },
  organ: 'market-regulation',
  from: '2026-11-23',
  to: '2031-11-22',
  shows: [{ label: '经营场所', text: '唐山街 1 号' }],
}

type Step = { [K in LicenceEntryKind]: [K, LicenceEntries[K], string] }[LicenceEntryKind]

/** A licence issued on 2026-11-23, followed by these entries. */
export function aHeldLicence(
  steps: readonly Step[] = [],
  changes: Partial<LicenceEntries['issued']> = {},
): Licence {
  const first: Step = ['issued', { ...ISSUED, ...changes }, '2026-11-23T02:00:00.000Z']
  const licence = licenceOf(
    [first, ...steps].map(([kind, content, at], index) => ({
      kind,
      content,
      at,
      revision: index + 1,
      actor: { kind: 'staff', id: 's1', name: '李承办' },
    })),
  )
  if (!licence) throw new Error('a licence that was issued exists')
  return licence
}

export const proposed = (answerBy = '2026-12-10'): Step => [
  'revocation-proposed',
  { ground: 'obtained-by-deceit', reasons: '提交的租赁合同系伪造。', answerBy },
  '2026-12-03T02:00:00.000Z',
]

export const ended = (kind: 'cancelled' | 'revoked', at = '2026-12-20T02:00:00.000Z'): Step => [
  kind,
  { ground: 'holder-asks', reasons: '持证人不再经营。' },
  at,
]

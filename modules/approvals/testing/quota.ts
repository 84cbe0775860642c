/** Two places a year, by the order of acceptance. */
import type { Quota } from '@mashang/flow'

export const QUOTA: Quota = {
  places: 2,
  per: 'year',
  method: 'in-order',
  beyond: 'wait',
  basis: { law: '行政许可法', article: '第五十七条' },
}

/** Quotas that can be reckoned, and such that cannot. */
export const QUOTA_CASES = {
  keeps: [
    {},
    { quota: QUOTA },
    { quota: { ...QUOTA, method: 'draw' as const, closes: '2026-12-31', 'by-field': 'site' } },
  ],
  breaks: [
    { quota: { ...QUOTA, method: 'draw' as const } },
    { quota: { ...QUOTA, closes: '2026-12-31' } },
    { quota: { ...QUOTA, 'by-field': 'name' } },
  ],
}

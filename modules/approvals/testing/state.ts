/** Builders of states for the tests of rules: an application is folded from entries, never made up field by field. */

import { firstStep, type ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import type { ApplicationEntries, ApplicationEntryKind } from '../contract/index.ts'
import { type Application, applicationOf } from '../rules/application.ts'

export const KITE: ServiceItem = aKitePermit()

export const SUBMITTED: ApplicationEntries['submitted'] = {
  number: '210200-261123-000001-0',
  item: { code: KITE.code, version: KITE.version },
  channel: 'online',
  applicant: {
    kind: 'person',
    personId: 'p1',
    name: '王小明',
    idCard: '11010519491231002X',
    phone: '13800000001',
  },
  form: { name: '王小明', 'line-length': 80 },
  materials: [
    {
      material: 'plan',
      files: [{ digest: 'a'.repeat(64), name: '方案.pdf', size: 1, type: 'application/pdf' }],
      trust: 'C',
    },
  ],
  delivery: 'electronic',
}

type Step = { [K in ApplicationEntryKind]: [K, ApplicationEntries[K], string] }[ApplicationEntryKind]

const BY = { kind: 'staff', id: 's1', name: '李承办' }

/** An application submitted at `at` (default 2026-11-23, a Monday, 10:00 in Shanghai), followed by these entries. */
export function anApplication(
  steps: readonly Step[] = [],
  at = '2026-11-23T02:00:00.000Z',
  form = SUBMITTED.form,
): Application {
  const entries = [['submitted', { ...SUBMITTED, form }, at] as Step, ...steps].map(
    ([kind, content, when], index) => ({
      kind,
      content,
      at: when,
      revision: index + 1,
      actor: BY,
    }),
  )
  const application = applicationOf(entries, (values) => firstStep(KITE, values).id)
  if (!application) throw new Error('an application that was submitted exists')
  return application
}

export const accepted = (at = '2026-11-24T02:00:00.000Z'): Step => [
  'accepted',
  { silently: false, note: '' },
  at,
]

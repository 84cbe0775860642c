/** Builders of states for the tests of rules: an application is folded from entries, never made up field by field. */

import { readFileSync } from 'node:fs'
import { type CityLimits, firstStep, type ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { parse } from 'yaml'
import type { ApplicationEntries, ApplicationEntryKind } from '../contract/index.ts'
import { type Application, applicationOf } from '../rules/application.ts'
import type { StepContext } from '../rules/step-kinds/step-kind.ts'

export const KITE: ServiceItem = aKitePermit()

const LIMITS: CityLimits = parse(
  readFileSync(new URL('../../../definitions/dalian/limits.yaml', import.meta.url), 'utf8'),
)

/** What kinds of steps look at beside the case, on this day. */
export const contextOn = (today: string): StepContext => ({
  today,
  limits: LIMITS,
  organName: (id) => ({ zh: id, en: id }),
})

type Changes = Partial<ServiceItem['steps'][number]>

/** The kite permit with its first step, or its last, of another kind. */
export function aKiteWith(changes: { readonly review?: Changes; readonly decide?: Changes }): ServiceItem {
  const steps = KITE.steps.map((step) => {
    if (step.id === 'review') return { ...step, ...changes.review }
    return step.id === 'decide' ? { ...step, ...changes.decide } : step
  })
  return { ...KITE, steps }
}

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

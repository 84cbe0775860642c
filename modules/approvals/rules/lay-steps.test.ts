import {
  FIELD_RULES,
  PROCEDURES,
  type Procedure,
  type ServiceItem,
  type WayOfHandling,
  wayOf,
  withStepsLaid,
} from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { describe, expect, it } from 'vitest'
import type { ItemSurroundings } from './item-check.ts'
import { checkItem } from './item-checks.ts'

const around: ItemSurroundings = {
  now: new Date('2026-11-23T02:00:00Z'),
  regionNames: () => ['大连市', '西岗区', '人民广场街道', '胜利社区'],
  organs: new Set(['sports-bureau', 'public-security']),
  themes: new Set(['culture-sport']),
  windows: new Set(['hall-c-12', 'hall-c-13']),
  siteCheckPeople: { count: 2, basis: { law: '行政许可法', article: '第三十四条' } },
  lowerReview: { days: '20wd', basis: { law: '行政许可法', article: '第四十三条' } },
  fieldRules: new Set(Object.keys(FIELD_RULES)),
}

const { examples: _, ...kite } = aKitePermit()
const way = (change: Partial<WayOfHandling> = {}): WayOfHandling => ({
  onTheSpot: false,
  procedures: [],
  quota: 'none',
  ...change,
})
/** What only the author can say, said: whom to ask, until when to apply. */
function completed(draft: Readonly<Record<string, unknown>>) {
  const steps = (draft.steps as { kind?: string }[]).map((step) =>
    step.kind === 'joint-review' ? { ...step, organs: ['public-security'] } : step,
  )
  const quota = draft.quota as { method?: string } | undefined
  return {
    ...draft,
    steps,
    ...(quota?.method === 'draw' ? { quota: { ...quota, closes: '2026-12-31' } } : {}),
  }
}
const findings = (draft: Readonly<Record<string, unknown>>) =>
  checkItem(completed(draft) as unknown as ServiceItem, around).map(({ rule, path }) => `${rule} ${path}`)
const ids = (draft: Readonly<Record<string, unknown>>) =>
  (draft.steps as { id: string }[]).map(({ id }) => id)

describe('withStepsLaid', () => {
  it.each([
    ['ordinary', way()],
    ['on the spot', way({ onTheSpot: true })],
    ['with so many places', way({ quota: 'in-order' })],
    ['drawn', way({ quota: 'draw' })],
    ...PROCEDURES.map((one): [Procedure, WayOfHandling] => [one, way({ procedures: [one] })]),
    ['site check and joint review', way({ procedures: ['site-check', 'joint-review', 'several-signers'] })],
  ])('a way that is %s passes every check, and is read back as it was said', (_, said) => {
    const draft = withStepsLaid(kite, said)
    expect(findings(draft)).toEqual([])
    expect(wayOf(draft)).toEqual(said)
  })

  it('stand in the order of the law, each leading to the next, the last one deciding', () => {
    const draft = withStepsLaid(kite, way({ procedures: [...PROCEDURES].reverse() }))
    expect(draft.steps).toMatchObject([
      { kind: 'lower-review', to: ['review'] },
      { to: ['site-check'] },
      { by: 'inspector', people: 2, to: ['joint-review'] },
      { kind: 'joint-review', to: ['expert-review'] },
      { kind: 'expert-review', to: ['announcement'] },
      { kind: 'announcement', to: ['hearing'] },
      { kind: 'hearing' },
      { ends: ['grant', 'refuse'], signers: 2 },
    ])
    expect(draft['clock-stops']).toEqual(expect.arrayContaining(['expert-review', 'hearing']))
  })

  it('keep what was written of a step that stays', () => {
    const once = withStepsLaid(kite, way({ procedures: ['joint-review'] }))
    const asked = completed(once)
    const again = withStepsLaid(asked, way({ procedures: ['joint-review', 'announcement'] }))
    expect(again.steps).toContainEqual(expect.objectContaining({ organs: ['public-security'] }))
    expect(ids(withStepsLaid(again, way()))).toEqual(ids(withStepsLaid(kite, way())))
  })

  it('never shorten a promise that is long enough, and lengthen one that is not', () => {
    const promised = (days: string, procedures: readonly Procedure[]) =>
      withStepsLaid({ limits: { promised: { days } }, steps: [] }, way({ procedures })).limits
    expect(promised('15wd', [])).toEqual({ promised: { days: '15wd' } })
    expect(promised('2wd', [])).toEqual({ promised: { days: '4wd' } })
    expect(promised('', ['announcement'])).toEqual({ promised: { days: '9wd' } })
    expect(promised('0wd', [])).toEqual({ promised: { days: '4wd' } })
  })

  it('bring the address by which the district is known, where the form has none', () => {
    const draft = withStepsLaid({ fields: [] }, way({ procedures: ['lower-review'] }))
    expect(draft).toMatchObject({
      fields: [{ type: 'address', required: true }],
      steps: [{ kind: 'lower-review', 'by-region-of': 'place' }, {}, {}],
    })
  })

  it('are laid on whatever a draft holds, even on nothing', () => {
    for (const draft of [{}, { steps: 'none' }, { steps: [null, 3, {}], fields: {}, limits: [] }])
      expect(ids(withStepsLaid(draft, way()))).toEqual(['review', 'decision'])
  })
})

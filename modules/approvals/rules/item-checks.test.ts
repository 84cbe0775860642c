import { FIELD_RULES, type Field, type Material, type ServiceItem, type Step } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { describe, expect, it } from 'vitest'
import { QUOTA_CASES } from '../testing/quota.ts'
import type { ItemSurroundings } from './item-check.ts'
import { checkItem, ITEM_RULES } from './item-checks.ts'

const around: ItemSurroundings = {
  now: new Date('2026-11-23T02:00:00Z'),
  regionNames: (code) =>
    code === '210203011003' ? ['大连市', '西岗区', '人民广场街道', '胜利社区'] : undefined,
  organs: new Set(['sports-bureau', 'public-security']),
  themes: new Set(['culture-sport']),
  windows: new Set(['hall-c-12', 'hall-c-13']),
  siteCheckPeople: { count: 2, basis: { law: '行政许可法', article: '第三十四条' } },
  lowerReview: { days: '20wd', basis: { law: '行政许可法', article: '第四十三条' } },
  fieldRules: new Set(Object.keys(FIELD_RULES)),
}

const kite = aKitePermit()
const words = { zh: '文字', en: 'Text' }
function material(changes: Partial<Material>): Pick<ServiceItem, 'materials'> {
  const [first, ...rest] = kite.materials
  if (!first) throw new Error('the kite has materials')
  return { materials: [{ ...first, ...changes }, ...rest] }
}

function field(changes: Partial<Field>): Pick<ServiceItem, 'fields'> {
  return { fields: [...kite.fields, { id: 'extra', label: words, type: 'text', ...changes }] }
}

/** The kite's three steps with one of them changed; those that are named `undefined` are left out. */
function steps(changes: Readonly<Record<string, Partial<Step> | undefined>>): Pick<ServiceItem, 'steps'> {
  return {
    steps: kite.steps.flatMap((step) =>
      step.id in changes ? (changes[step.id] ? [{ ...step, ...changes[step.id] }] : []) : [step],
    ),
  }
}

const asType = <T>(value: unknown) => value as T
const fee = (law: string, more: object = {}) => ({ name: words, standard: words, basis: { law }, ...more })
const reckoned = (reckon: object, more: object = {}) => ({ fees: [fee('某法', { reckon, ...more })] })
const reduced = (law: string) => ({
  fees: [
    fee('某法', {
      reductions: [{ when: { field: 'night', is: true }, percent: 50, reason: words, basis: { law } }],
    }),
  ],
})
const limits = (statutory: string, promised: string): Pick<ServiceItem, 'limits'> => ({
  limits: { statutory: { days: statutory, basis: { law: '行政许可法' } }, promised: { days: promised } },
})

/** For each rule: changes to the kite's definition that keep it, and changes that break it. */
const CASES: Readonly<
  Record<
    keyof typeof ITEM_RULES,
    { keeps: readonly Partial<ServiceItem>[]; breaks: readonly Partial<ServiceItem>[] }
  >
> = {
  onTheSpotMeansSameDay: {
    keeps: [{ handling: 'on-the-spot', ...limits('20wd', '0wd') }, { handling: 'promised' }],
    breaks: [{ handling: 'on-the-spot' }, { handling: 'promised', ...limits('20wd', '0wd') }],
  },
  whollyOnlineMeansNoVisit: {
    keeps: [{ depth: 3, visits: 1 }],
    breaks: [{ depth: 4, visits: 1 }],
  },
  visitsHaveAReason: {
    keeps: [{ visits: 0 }, { visits: 2, 'visits-reason': words }],
    breaks: [{ visits: 2 }, { visits: 2, 'visits-reason': { zh: ' ' } }],
  },
  noVisitMeansPostOrOnline: {
    keeps: [
      { depth: 2, delivery: ['post'] },
      { depth: 4, delivery: ['window'] },
    ],
    breaks: [{ depth: 2, visits: 0, delivery: ['window', 'electronic'] }],
  },
  feeHasBasisAndItems: {
    keeps: [{ fees: [] }, { fees: [fee('城市道路管理条例')] }],
    breaks: [{ fees: [fee(' ')] }, { fees: [{ ...fee('某法'), standard: { zh: ' ' } }] }],
  },
  noFeeMeansNoOnlinePayment: {
    keeps: [{ 'online-payment': true, fees: [fee('某法')] }],
    breaks: [{ 'online-payment': true, fees: [] }],
  },
  onlyEnterprisesSignWithACertificate: {
    keeps: [{ signature: 'certificate', applicants: ['person', 'enterprise'] }, { applicants: ['person'] }],
    breaks: [
      { signature: 'certificate', applicants: ['person'] },
      { signature: 'certificate', applicants: ['enterprise'], depth: 2 },
    ],
  },
  feeIsReckonedFromItsForm: {
    keeps: [reckoned({ unit: 100 }), reckoned({ unit: 100, per: ['line-length'] })],
    breaks: [
      reckoned({}),
      reckoned({ unit: 100 }, { amount: 1 }),
      reckoned({ unit: 100, per: ['nothing'] }),
      reckoned({ unit: 100, per: ['day'] }),
    ],
  },
  feeTiersAscendAndEndOpen: {
    keeps: [reckoned({ tiers: { by: 'line-length', of: [{ upto: 5, amount: 1 }, { amount: 2 }] } })],
    breaks: [reckoned({ tiers: { by: 'line-length', of: [{ upto: 5, amount: 1 }] } })],
  },
  reductionHasItsArticle: { keeps: [reduced('某法')], breaks: [reduced(' ')] },
  electronicResultIsPaidBeforeTheDecision: {
    keeps: [{ delivery: ['window'], fees: [fee('某法', { due: 'before-delivery' })] }],
    breaks: [{ delivery: ['electronic'], fees: [fee('某法', { due: 'before-delivery' })] }],
  },
  consultationAndComplaintPhonesDiffer: {
    keeps: [{ phones: { consultation: '12345', complaint: '12315' } }],
    breaks: [{ phones: { consultation: '0411-65850123', complaint: '041165850123' } }],
  },
  promisedIsNotLongerThanStatutory: {
    keeps: [limits('20wd', '20wd'), limits('15d', '7wd'), limits('7wd', '9d')],
    breaks: [limits('20wd', '21wd'), limits('7d', '6wd'), limits('5wd', '8d')],
  },
  licenceItemHasFaq: {
    keeps: [{ type: 'public-service', faq: [] }],
    breaks: [{ faq: [] }],
  },
  eachMaterialIsComplete: {
    keeps: [
      material({ source: 'applicant', issuer: undefined }),
      material({ form: 'electronic', copies: 0 }),
    ],
    breaks: [
      material({ issuer: undefined }),
      material({ requirements: undefined }),
      material({ form: 'original', copies: 0 }),
      material({
        'fill-in': { title: words, fields: [{ id: 'a', label: words, type: 'text', required: true }] },
      }),
    ],
  },
  siteCheckTakesTwoPeople: {
    keeps: [steps({ 'site-check': { people: 3 } })],
    breaks: [steps({ 'site-check': { people: 1 } }), steps({ 'site-check': { people: undefined } })],
  },
  clockStopIsAllowed: {
    keeps: [steps({ 'site-check': { 'clock-stop': undefined } })],
    breaks: [{ 'clock-stops': ['hearing'] }],
  },
  licenceMayBeGrantedOrRefused: {
    keeps: [{ type: 'public-service', ...steps({ decide: { ends: ['grant'] } }) }],
    breaks: [steps({ decide: { ends: ['grant'] } })],
  },
  licenceLimitHasABasis: {
    keeps: [limits('20wd', '5wd')],
    breaks: [{ limits: { statutory: { days: '20wd' }, promised: { days: '5wd' } } }],
  },
  renewalNeedsAValidity: {
    keeps: [{ result: { name: words } }],
    breaks: [{ result: { name: words, renewal: { 'ask-before': '30d' } } }],
  },
  datesAreInOrder: {
    keeps: [{ effective: { from: '2026-01-01', to: '2026-01-01' } }],
    breaks: [{ effective: { from: '2026-01-01', to: '2025-12-31' } }],
  },
  idsAreUnique: {
    keeps: [field({})],
    breaks: [field({ id: 'site' }), { materials: [...kite.materials, ...kite.materials.slice(0, 1)] }],
  },
  organIsKnown: { keeps: [{}], breaks: [{ organ: 'weather-bureau' }] },
  themesAreKnown: { keeps: [{}], breaks: [{ themes: ['culture-sport', 'kites'] }] },
  windowsAreKnown: { keeps: [{}], breaks: [{ windows: ['hall-z-99'] }] },
  stepsLeadToSteps: {
    keeps: [steps({ review: { to: ['decide'] }, 'site-check': undefined })],
    breaks: [steps({ review: { to: ['decide', 'dance'] } })],
  },
  aQuotaCanBeReckoned: QUOTA_CASES,
  someStepEnds: {
    keeps: [{}],
    breaks: [steps({ decide: { ends: undefined, to: ['review'] } })],
  },
  stepEndsOrGoesOn: {
    keeps: [{}],
    breaks: [steps({ 'site-check': { to: [] } }), steps({ decide: { to: ['review'] } })],
  },
  someNextStepIsAlwaysOpen: {
    keeps: [{}],
    breaks: [
      steps({ review: { to: ['site-check'] } }),
      steps({ review: undefined, decide: { when: { field: 'night', is: true } } }),
    ],
  },
  stepIsReachable: {
    keeps: [{}],
    breaks: [
      steps({ review: { to: ['decide'] } }),
      // Behind a step that is always open, none is ever preferred.
      steps({ review: { to: ['decide', 'site-check'] } }),
      steps({ 'site-check': { when: { field: 'line-length', over: 500 } } }),
    ],
  },
  stepsNeverCircle: {
    keeps: [{}],
    breaks: [steps({ 'site-check': { to: ['review'] } })],
  },
  someoneMayTakeEachStep: {
    keeps: [steps({ review: { by: 'window-clerk' } })],
    breaks: [steps({ review: { by: asType<Step['by']>('kite-master') } })],
  },
  stepsFitThePromise: {
    keeps: [limits('20wd', '5wd'), limits('20wd', '9wd')],
    breaks: [limits('20wd', '4wd')],
  },
  conditionsNameKnownFields: {
    keeps: [field({ when: { all: [{ field: 'site.region', filled: true }] } })],
    breaks: [
      field({ when: { field: 'colour', is: 'red' } }),
      material({
        required: {
          any: [
            { field: 'night', is: true },
            { field: 'rain', is: true },
          ],
        },
      }),
    ],
  },
  conditionsCanHold: {
    keeps: [field({ when: { field: 'land', 'one-of': ['sea', 'private'] } })],
    breaks: [
      field({ when: { field: 'land', is: 'sea' } }),
      field({ when: { field: 'night', is: 'yes' } }),
      field({ when: { field: 'name', over: 3 } }),
      field({
        when: {
          all: [
            { field: 'night', is: true },
            { field: 'line-length', under: 1 },
          ],
        },
      }),
    ],
  },
  resultShowsKnownFields: {
    keeps: [{ result: { name: words, shows: ['day'] } }],
    breaks: [{ result: { name: words, shows: ['day', 'colour'] } }],
  },
  jointReviewAsksOtherOrgans: {
    keeps: [steps({ review: { kind: 'joint-review', organs: ['public-security'] } })],
    breaks: [
      steps({ review: { kind: 'joint-review' } }),
      steps({ review: { kind: 'joint-review', organs: ['sports-bureau'] } }),
      steps({ review: { kind: 'joint-review', organs: ['weather-bureau'] } }),
      steps({ review: { organs: ['public-security'] } }),
    ],
  },
  lowerReviewFollowsAnAddress: {
    keeps: [steps({ review: { kind: 'lower-review', 'by-region-of': 'site' } })],
    breaks: [
      steps({ review: { kind: 'lower-review' } }),
      steps({ review: { kind: 'lower-review', 'by-region-of': 'name' } }),
      steps({ review: { 'by-region-of': 'site' } }),
    ],
  },
  lowerReviewIsDoneInTime: {
    keeps: [steps({ review: { kind: 'lower-review', 'by-region-of': 'site', within: '20wd' } })],
    breaks: [steps({ review: { kind: 'lower-review', 'by-region-of': 'site', within: '21wd' } })],
  },
  onlyADecisionIsSigned: {
    keeps: [steps({ decide: { signers: 2 } })],
    breaks: [steps({ review: { signers: 2 } })],
  },
  announcementSaysHowLong: {
    keeps: [steps({ review: { kind: 'announcement', announcement: { days: '5wd' } } })],
    breaks: [
      steps({ review: { kind: 'announcement' } }),
      steps({ review: { announcement: { days: '5wd' } } }),
    ],
  },
  procedureMayStopTheClock: {
    keeps: [steps({ review: { kind: 'expert-review' } })],
    breaks: [steps({ review: { kind: 'hearing' } })],
  },
  panelIsOdd: {
    keeps: [steps({ review: { kind: 'expert-review', experts: 5 } })],
    breaks: [steps({ review: { kind: 'expert-review', experts: 4 } }), steps({ review: { experts: 3 } })],
  },
  decisionIsAnOrdinaryStep: {
    keeps: [steps({ decide: { kind: 'review' } })],
    breaks: [steps({ decide: { kind: 'joint-review', organs: ['public-security'] } })],
  },
  fieldRuleIsKnown: {
    keeps: [field({ type: 'date', rule: 'dayIsInTheFuture' })],
    breaks: [field({ rule: 'kiteIsRed' })],
  },
  listsHaveColumns: {
    keeps: [field({ type: 'list', columns: [{ id: 'who', label: words, type: 'text' }] })],
    breaks: [
      field({ type: 'list' }),
      field({ type: 'text', columns: [{ id: 'who', label: words, type: 'text' }] }),
      field({
        type: 'list',
        columns: [{ id: 'who', label: words, type: 'text' }],
        'min-rows': 3,
        'max-rows': 2,
      }),
    ],
  },
  choicesHaveOptions: {
    keeps: [field({ type: 'choices', options: [option('a'), option('b')] })],
    breaks: [field({ type: 'choice' }), field({ type: 'text', options: [option('a'), option('b')] })],
  },
  optionsAreUnique: {
    keeps: [field({ type: 'choice', options: [option('a'), option('b')] })],
    breaks: [field({ type: 'choice', options: [option('a'), option('a')] })],
  },
  licenceFieldNamesItsType: {
    keeps: [
      { ...field({ type: 'licence', required: true }), situation: 'renewal', concerns: 'kite-permit' },
      { situation: 'change', concerns: 'kite-permit' },
    ],
    breaks: [
      { ...field({ type: 'licence', required: true }), situation: 'renewal' },
      { ...field({ type: 'licence', required: true }), concerns: 'kite-permit' },
      { ...field({ type: 'licence' }), situation: 'renewal', concerns: 'kite-permit' },
    ],
  },
  rangesAreInOrder: {
    keeps: [field({ type: 'number', min: 2, max: 2 })],
    breaks: [field({ type: 'number', min: 3, max: 2 }), field({ 'min-length': 9, 'max-length': 8 })],
  },
  fieldExampleFits: {
    keeps: [field({ type: 'uscc', example: '91350100M000100Y43' }), field({ type: 'money', example: 1250 })],
    breaks: [
      field({ type: 'uscc', example: '91350100M000100Y44' }),
      field({ type: 'money', example: 12.5 }),
      field({ type: 'choice', options: [option('a'), option('b')], example: 'c' }),
    ],
  },
  examplesLeadWhereTheySay: {
    keeps: [{ examples: [] }, { examples: [{ given: {}, refused: 'site.required' }] }],
    breaks: [
      example({ path: ['review', 'site-check', 'decide'] }),
      example({ due: '6wd' }),
      example({ refused: 'site.required' }),
      { examples: [{ given: {}, path: ['review', 'decide'] }] },
    ],
  },
}

function option(value: string) {
  return { value, label: words }
}

/** The kite's first example, which passes, with another expectation. */
function example(expected: { path?: string[]; due?: string; refused?: string }): Partial<ServiceItem> {
  return { examples: [{ given: kite.examples?.[0]?.given ?? {}, ...expected }] }
}

const rulesBroken = (changes: Partial<ServiceItem>) =>
  checkItem({ ...kite, ...changes }, around).map((finding) => finding.rule)

describe('item checks at publication', () => {
  it('finds nothing in the kite-flying permit', () => {
    expect(checkItem(kite, around)).toEqual([])
  })

  it('has a case for every rule', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(ITEM_RULES).sort())
  })

  for (const [rule, { keeps, breaks }] of Object.entries(CASES)) {
    it(rule, () => {
      for (const changes of keeps) expect(rulesBroken(changes)).not.toContain(rule)
      for (const changes of breaks) expect(rulesBroken(changes)).toContain(rule)
    })
  }

  it('says what is wrong in both languages, with the facts it compared and the article', () => {
    const [finding] = checkItem({ ...kite, ...steps({ 'site-check': { people: 1 } }) }, around)
    expect(finding).toEqual({
      rule: 'siteCheckTakesTwoPeople',
      path: 'steps.site-check.people',
      facts: { step: { zh: '现场核查', en: 'Site check' }, people: 1, needed: 2 },
      words: {
        zh: '环节“现场核查”是现场核查，至少要 2 人；现为 1 人。',
        en: 'The step “Site check” is a check on site and takes at least 2 members of staff; it names 1.',
      },
      basis: { law: '行政许可法', article: '第三十四条' },
    })
  })

  it('leaves no gap in the words of any rule', () => {
    for (const { breaks } of Object.values(CASES)) {
      for (const changes of breaks) {
        for (const { rule, words: said } of checkItem({ ...kite, ...changes }, around)) {
          expect(`${said.zh}${said.en}`, rule).not.toMatch(/…|[{}]|undefined/)
        }
      }
    }
  })
})

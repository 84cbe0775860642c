import type { Bundle, ServiceItem } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { aTestBundle, testItems } from '../testing/index.ts'
import {
  bundleRefersToWhatThereIs,
  checkBundle,
  everyItemIsReached,
  itemsMakeNoCircle,
  mappedQuestionsAreOfOneKind,
  noQuestionIsAskedTwice,
  noQuestionIsMappedTwice,
  resultsAnswerLaterItems,
  theBundleIsAsLongAsItsCriticalPath,
  whatIsGivenFits,
} from './bundle-checks.ts'

const NAME = { id: 'name', label: { zh: '姓名' }, type: 'text' } as const
const DAY = { id: 'day', label: { zh: '日期' }, type: 'date' } as const

/** The two items with these fields. */
function around(first: readonly ServiceItem['fields'][number][] = [], second = first) {
  const [flying, show] = testItems()
  if (!flying || !show) throw new Error('there are two items')
  const items = [
    { ...flying, fields: [...first] },
    { ...show, fields: [...second] },
  ]
  return {
    organs: new Set([flying.organ]),
    items: new Map(items.map((item) => [item.code, item])),
    context: { now: new Date('2026-11-23T02:00:00Z'), regionNames: () => undefined },
  }
}

const rulesIn = (bundle: Bundle, place = around()) => checkBundle(bundle, place).map(({ rule }) => rule)

describe('checkBundle', () => {
  it('finds nothing in a good one', () => {
    expect(rulesIn(aTestBundle())).toEqual([])
  })

  it('bundleRefersToWhatThereIs', () => {
    const broken = aTestBundle({
      lead: 'nobody',
      items: [...aTestBundle().items, { id: 'more', item: '2102-XX-XX-0000' }],
      questions: [{ id: 'who', of: ['flying.nothing'] }],
      results: [{ of: 'gone', for: 'show.nothing' }],
    })
    expect(bundleRefersToWhatThereIs(broken, around()).map(({ path }) => path)).toEqual([
      'lead',
      'items.more',
      'questions.who',
      'results.gone',
      'results.gone',
    ])
  })

  it.each([
    ['a condition that cannot hold', { field: 'show', is: 'perhaps' }],
    ['a condition on what nobody is asked', { field: 'weather', is: 'fine' }],
  ])('everyItemIsReached: %s', (_, when) => {
    const [flying] = aTestBundle().items
    if (!flying) throw new Error('there is an item')
    const bundle = aTestBundle({ items: [flying, { id: 'show', item: '2102-TY-XK-0009', when }] })
    expect(everyItemIsReached(bundle)).toMatchObject([{ path: 'items.show' }])
  })

  it('itemsMakeNoCircle, and none waits for what is not there', () => {
    const [flying, show] = aTestBundle().items
    if (!flying || !show) throw new Error('there are two items')
    expect(itemsMakeNoCircle({ items: [{ ...flying, after: ['show'] }, show] })).toHaveLength(1)
    expect(itemsMakeNoCircle({ items: [{ ...flying, after: ['gone'] }, show] })).toMatchObject([
      { path: 'items.flying' },
    ])
  })

  it('mappedQuestionsAreOfOneKind', () => {
    const bundle = aTestBundle({ questions: [{ id: 'who', of: ['flying.name', 'show.day'] }] })
    expect(mappedQuestionsAreOfOneKind(bundle, around([NAME], [DAY]))).toMatchObject([
      { path: 'questions.who' },
    ])
  })

  it('noQuestionIsMappedTwice', () => {
    const bundle = aTestBundle({
      questions: [{ id: 'who', of: ['flying.name'] }],
      given: { 'flying.name': '王小明' },
    })
    expect(noQuestionIsMappedTwice(bundle)).toMatchObject([{ path: 'flying.name' }])
  })

  it('noQuestionIsAskedTwice: the same words are one question, or mapped as one', () => {
    const other = { ...NAME, id: 'title' }
    const bundle = aTestBundle()
    expect(noQuestionIsAskedTwice(bundle, around([NAME], [NAME]))).toEqual([])
    expect(noQuestionIsAskedTwice(bundle, around([NAME], [other]))).toMatchObject([
      { path: 'questions.title' },
    ])
    const mapped = aTestBundle({ questions: [{ id: 'who', of: ['flying.name', 'show.title'] }] })
    expect(noQuestionIsAskedTwice(mapped, around([NAME], [other]))).toEqual([])
  })

  it('whatIsGivenFits', () => {
    const place = around([DAY])
    expect(whatIsGivenFits(aTestBundle({ given: { 'flying.day': 'soon' } }), place)).toHaveLength(1)
    expect(whatIsGivenFits(aTestBundle({ answered: { 'flying.day': 'show' } }), place)).toHaveLength(1)
    expect(whatIsGivenFits(aTestBundle({ given: { 'flying.day': '2026-12-01' } }), place)).toEqual([])
  })

  it('resultsAnswerLaterItems, and only as what those take', () => {
    const place = around([NAME])
    expect(
      resultsAnswerLaterItems(aTestBundle({ results: [{ of: 'flying', for: 'show.name' }] }), place),
    ).toEqual([])
    expect(
      resultsAnswerLaterItems(aTestBundle({ results: [{ of: 'show', for: 'flying.name' }] }), place),
    ).toHaveLength(1)
    expect(
      resultsAnswerLaterItems(
        aTestBundle({ results: [{ of: 'flying', for: 'show.day' }] }),
        around([NAME], [DAY]),
      ),
    ).toHaveLength(1)
  })

  it('theBundleIsAsLongAsItsCriticalPath', () => {
    const wrong = aTestBundle({
      examples: [{ given: { show: true }, items: ['flying', 'show'], days: '5wd' }],
    })
    expect(theBundleIsAsLongAsItsCriticalPath(wrong, around())).toMatchObject([
      { words: { en: 'The critical path is 10wd, not 5wd.' } },
    ])
    const other = aTestBundle({ examples: [{ given: { show: false }, items: ['show'], days: '5wd' }] })
    expect(theBundleIsAsLongAsItsCriticalPath(other, around())).toHaveLength(1)
  })
})

import type { Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { aTestBundle } from '../testing/index.ts'
import { applicantsFor, chosenApplicant, nobodyIsServed } from './applicants.ts'
import { bundleOf } from './bundle-case.ts'
import { bundlesMeant } from './search.ts'
import { sentenceOf } from './sentence.ts'
import { mayFillIn, standingOf } from './standing.ts'

describe('peopleFindABundleByTheirOwnWords', () => {
  const [festival, other] = [
    aTestBundle(),
    aTestBundle({ id: 'open-shop', name: { zh: '开店', en: 'Open a shop' }, 'everyday-words': ['开店'] }),
  ]
  it.each([
    ['我想办风筝节', ['hold-kite-festival']],
    ['风筝比赛', ['hold-kite-festival']],
    ['Kite Festival', ['hold-kite-festival']],
    ['我要开店，怎么办', ['open-shop']],
    ['护照', []],
    ['办', []],
  ])('%s', (text, ids) => {
    expect(bundlesMeant([festival, other], text).map(({ id }) => id)).toEqual(ids)
  })
})

describe('oneOfThemMustBeServed', () => {
  const shop = { uscc: '91350100M000100Y43' }
  it('offers whom all items serve, and chooses the first unless another was chosen', () => {
    const both = applicantsFor([{ applicants: ['person', 'enterprise'] }], { enterprises: [shop] })
    expect(both).toEqual([shop.uscc, 'person'])
    expect(chosenApplicant('person', both)).toBe('person')
    expect(chosenApplicant('91210200MD9000012P', both)).toBe(shop.uscc)
  })
  it('finds nobody where only enterprises are served and there is none', () => {
    expect(nobodyIsServed(applicantsFor([{ applicants: ['enterprise'] }], { enterprises: [] }))).toBe(true)
  })
})

describe('aClerkFillsInWhileTheApplicantIsThere', () => {
  it.each([
    ['owner', undefined, true],
    ['owner', '2026-11-23T02:00:00.000Z', true],
    ['taker', undefined, true],
    ['taker', '2026-11-23T02:00:00.000Z', false],
    ['office', '2026-11-23T02:00:00.000Z', false],
  ] as const)('%s, submitted %s: %s', (standing, submittedAt, may) =>
    expect(mayFillIn(standing, submittedAt ? { submittedAt } : {})).toBe(may),
  )
})

describe('aBundleIsSeenByThoseItConcerns', () => {
  const owner = { personId: 'p', name: '王小明', phone: '13800000001' }
  const begun = { kind: 'begun', content: { bundle: aTestBundle(), circumstances: {}, owner, works: [] } }
  const ordered = { kind: 'ordered', content: { applicant: '王小明', orders: [] } }
  const state = (...entries: readonly { kind: string; content: object }[]) => {
    const actor = { kind: 'system', id: 'test', name: '' } as const
    const at = '2026-11-23T02:00:00.000Z'
    const found = bundleOf([begun, ...entries].map((entry, i) => ({ ...entry, revision: i + 1, at, actor })))
    if (!found) throw new Error('there is a bundle')
    return found
  }
  const staff = (organ: string, role: 'handling-officer' | 'supervisor' | 'administrator'): Who => ({
    ...{ kind: 'staff', id: 's', name: '李', organ, roles: [role], session: 's' },
  })
  it.each<[string, Who, string | undefined, string | undefined]>([
    ['its applicant', { kind: 'citizen', id: 'p', name: '', session: '' }, 'owner', 'owner'],
    ['another', { kind: 'citizen', id: 'q', name: '', session: '' }, undefined, undefined],
    ['the office that leads', staff(aTestBundle().lead, 'handling-officer'), undefined, 'office'],
    ['an office it has nothing to do with', staff('education', 'handling-officer'), undefined, undefined],
    ['supervision', staff('data-bureau', 'supervisor'), undefined, 'supervisor'],
    ['an administrator', staff('data-bureau', 'administrator'), undefined, undefined],
  ])('%s', (_, who, before, after) => {
    expect(standingOf(who, state())).toBe(before)
    expect(standingOf(who, state(ordered))).toBe(after)
  })

  it('the clerk who began it at a window', () => {
    const clerk = staff('data-bureau', 'handling-officer')
    const taken = { ...state(), takenBy: { id: 's', name: '李' } }
    expect(standingOf(clerk, taken)).toBe('taker')
    expect(standingOf({ ...clerk, id: 'other' } as Who, taken)).toBeUndefined()
  })
})

describe('sentenceOf', () => {
  const part = (state: 'done' | 'running' | 'waiting' | 'failed') => ({ state }) as never
  it.each([
    ['under-way', [part('done'), part('running')], '2026-12-03', '预计 2026年12月3日（星期四）前全部办结'],
    ['under-way', [part('running')], '2026-11-02', '晚了'],
    ['waiting', [part('waiting'), part('running')], '2026-12-03', '等您补正：1 项'],
    ['done', [part('done')], '2026-12-03', '全部办好了'],
    ['partly-done', [part('done'), part('failed')], '2026-12-03', '1 项没有通过'],
  ] as const)('%s', (status, parts, to, said) => {
    const { zh, en } = sentenceOf({ status, parts: [...parts], to, today: '2026-11-23' })
    expect(zh).toContain(said)
    expect(en).not.toBe('')
  })
})

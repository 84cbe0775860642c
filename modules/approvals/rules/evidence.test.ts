import { describe, expect, it } from 'vitest'
import type { GivenMaterial } from '../contract/index.ts'
import { anApplication, KITE } from '../testing/state.ts'
import {
  anUploadIsRaisedBySeeingItsOriginal,
  type HeldMaterial,
  heldAtAOrBIsNotAskedForAgain,
  onlyFilesThatWereSeenAreB,
  whatIsHeldIsUsedOnlyWithConsent,
} from './evidence.ts'

const AT = '2026-11-24T02:00:00.000Z'
const seenOnce = anApplication([['original-seen', { material: 'plan', validTo: '2027-11-23' }, AT]])

describe('trust of evidence', () => {
  it('anUploadIsRaisedBySeeingItsOriginal', () => {
    const saw = (material: string, application = anApplication()) =>
      anUploadIsRaisedBySeeingItsOriginal(application, KITE, [{ material }])
    expect(saw('plan')).toEqual([{ kind: 'original-seen', content: { material: 'plan' } }])
    expect(saw('nothing-of-this')).toMatchObject({ code: 'material-not-in-item' })
    expect(saw('identity')).toMatchObject({ code: 'material-not-uploaded' })
    expect(saw('plan', seenOnce)).toMatchObject({ code: 'material-trusted-already', facts: { trust: 'B' } })
    expect(saw('plan', anApplication([['withdrawn', { reason: '' }, AT]]))).toMatchObject({
      code: 'case-already-concluded',
    })
  })

  it('is B once a clerk saw the original, with who and when', () => {
    expect(seenOnce.materials).toMatchObject([
      { material: 'plan', trust: 'B', seen: { by: { name: '李承办' }, at: AT, validTo: '2027-11-23' } },
    ])
  })

  const file = (digest: string) => ({ digest, name: `${digest}.pdf`, size: 1, type: 'application/pdf' })
  const given = (...digests: string[]): GivenMaterial => ({
    material: 'plan',
    files: digests.map(file),
    trust: 'C',
  })
  const look = { material: 'plan', digests: ['a', 'b'], by: { id: 's1', name: '林窗口' }, at: AT }

  it.each<[string, GivenMaterial, 'B' | 'C']>([
    ['all files were seen', given('a', 'b'), 'B'],
    ['fewer than were seen', given('a'), 'B'],
    ['one was added later', given('a', 'c'), 'C'],
    ['another file', given('c'), 'C'],
    ['no file', given(), 'C'],
    ['another material', { ...given('a'), material: 'other' }, 'C'],
  ])('onlyFilesThatWereSeenAreB: %s', (_, one, trust) => {
    expect(onlyFilesThatWereSeenAreB([one], [look])[0]?.trust).toBe(trust)
  })

  const held = (details: Partial<HeldMaterial> = {}): HeldMaterial => ({
    material: 'plan',
    evidence: { zh: '风筝放飞许可证 1 号', en: 'Permit 1' },
    trust: 'A',
    source: 'licence-1',
    since: '2026-01-01',
    from: { zh: '体育局', en: 'Sports' },
    files: [],
    ...details,
  })
  const consent = { material: 'plan', source: 'licence-1', by: 'applicant' as const }

  it.each([
    ['with consent', held(), [], [consent], 1],
    ['without consent', held(), [], [], 0],
    ['consent to something else', held(), [], [{ ...consent, source: 'licence-0' }], 0],
    ['consent for another material', held(), [], [{ ...consent, material: 'other' }], 0],
    ['given anew', held(), [{ material: 'plan' }], [consent], 0],
    ['the account’s own identity', held({ source: undefined, trust: 'C' }), [], [], 1],
  ])('whatIsHeldIsUsedOnlyWithConsent: %s', (_, one, anew, consents, used) => {
    expect(whatIsHeldIsUsedOnlyWithConsent([one], anew, consents)).toHaveLength(used)
  })

  it('the use tells what was used and on whose word', () => {
    const [used] = whatIsHeldIsUsedOnlyWithConsent([held()], [], [{ ...consent, by: 'window' }])
    expect(used).toMatchObject({
      held: '风筝放飞许可证 1 号',
      use: { source: 'licence-1', consent: 'window' },
    })
  })

  const ask = (target: string, holds: readonly HeldMaterial[], application = anApplication()) =>
    heldAtAOrBIsNotAskedForAgain(application, KITE, [{ target, what: '请重新提交' }], holds)

  it.each([
    ['a licence of the city', 'materials.plan', [held()], true],
    ['an original seen', 'materials.plan', [held({ trust: 'B' })], true],
    ['what was only uploaded', 'materials.plan', [held({ trust: 'C' })], false],
    ['what was only declared', 'materials.plan', [held({ trust: 'D' })], false],
    ['another material', 'materials.identity', [held()], false],
    ['an answer of the form', 'form.site', [held()], false],
    ['nothing held', 'materials.plan', [], false],
  ])('heldAtAOrBIsNotAskedForAgain: %s', (_, target, holds, refused) => {
    expect(ask(target, holds)?.code).toBe(refused ? 'held-already' : undefined)
  })

  it('what was seen in this very case is not asked for again either', () => {
    expect(ask('materials.plan', [], seenOnce)).toMatchObject({
      code: 'held-already',
      rule: 'heldAtAOrBIsNotAskedForAgain',
      facts: { since: '2026-11-24' },
    })
  })
})

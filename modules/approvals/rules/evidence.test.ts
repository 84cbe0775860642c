import { describe, expect, it } from 'vitest'
import { anApplication, KITE } from '../testing/state.ts'
import { anUploadIsRaisedBySeeingItsOriginal } from './evidence.ts'

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
})

import { describe, expect, it } from 'vitest'
import {
  aDraftKeepsItsCode,
  changesNeverReachBack,
  type OfficeVersion,
  onlyApprovedVersionsArePublished,
  onlyDraftsAreChanged,
  onlyPublishedItemsAreCancelled,
  onlyWhatWasSubmittedIsReviewed,
  partsOfASplitComeTogether,
  publicationTakesTwoPeople,
  whatWasSeenIsWhatIsChanged,
} from './item-office.ts'

const aVersion = (changes: Partial<OfficeVersion> = {}): OfficeVersion => ({
  code: '2102-TY-XK-0001',
  version: 2,
  revision: 7,
  status: 'draft',
  office: { authors: [{ id: 'a', name: '周拟制' }] },
  ...changes,
})
const STATUSES = [
  'draft',
  'submitted',
  'approved',
  'published',
  'suspended',
  'cancelled',
  'superseded',
  'discarded',
] as const
const open = (rule: (version: OfficeVersion) => unknown) =>
  STATUSES.filter((status) => rule(aVersion({ status })) === undefined)

describe('aDraftKeepsItsCode', () => {
  const place = { code: '2102-TY-XK-0001', version: 2 }
  it('whatever else is written', () => {
    expect(aDraftKeepsItsCode({ ...place, name: { zh: '新名称' } }, place)).toBeUndefined()
  })

  it.each([
    ['another code', { ...place, code: '2102-TY-XK-0002' }, '2102-TY-XK-0002 2'],
    ['another version', { ...place, version: 3 }, '2102-TY-XK-0001 3'],
    ['a version that only looks the same', { ...place, version: '2' }, '2102-TY-XK-0001 2'],
    ['neither', {}, 'undefined undefined'],
    ['nothing at all', undefined, 'undefined undefined'],
  ])('refuses %s', (_, definition, given) => {
    const refused = aDraftKeepsItsCode(definition, place)
    if (given === '2102-TY-XK-0001 2') expect(refused?.code).toBe('item-keeps-its-code')
    else
      expect(refused).toMatchObject({
        code: 'item-keeps-its-code',
        rule: 'aDraftKeepsItsCode',
        facts: { ...place, given },
      })
  })
})

describe('the states of a version', () => {
  it('onlyDraftsAreChanged', () => {
    expect(open(onlyDraftsAreChanged)).toEqual(['draft'])
  })

  it('onlyWhatWasSubmittedIsReviewed', () => {
    expect(open((one) => onlyWhatWasSubmittedIsReviewed(one, { approved: true, note: '' }))).toEqual([
      'submitted',
    ])
    expect(open((one) => onlyWhatWasSubmittedIsReviewed(one, { approved: false, note: '再改' }))).toEqual([
      'submitted',
      'approved',
    ])
    const silent = onlyWhatWasSubmittedIsReviewed(aVersion({ status: 'submitted' }), {
      approved: false,
      note: ' ',
    })
    expect(silent?.code).toBe('item-return-needs-a-reason')
  })

  it('onlyApprovedVersionsArePublished, unless by whoever runs the machine', () => {
    expect(open((one) => onlyApprovedVersionsArePublished(one, [], false))).toEqual(['approved'])
    expect(open((one) => onlyApprovedVersionsArePublished(one, [], true))).not.toContain('discarded')
    const newer = aVersion({ version: 3, publishedAt: '2026-01-01T00:00:00.000Z' })
    const approved = aVersion({ status: 'approved' })
    expect(onlyApprovedVersionsArePublished(approved, [approved, newer], false)?.code).toBe(
      'item-version-outdated',
    )
  })

  it('onlyPublishedItemsAreCancelled, and once', () => {
    expect(open(onlyPublishedItemsAreCancelled)).toEqual(['published', 'suspended'])
    const ending = aVersion({ status: 'published', cancelledOn: '2026-12-01' })
    expect(onlyPublishedItemsAreCancelled(ending)?.code).toBe('item-cancelled-already')
  })
})

describe('who and when', () => {
  it('publicationTakesTwoPeople', () => {
    expect(publicationTakesTwoPeople(aVersion(), 'a')).toMatchObject({
      code: 'item-needs-another-person',
      facts: { name: '周拟制' },
    })
    expect(publicationTakesTwoPeople(aVersion(), 'b')).toBeUndefined()
  })

  it('whatWasSeenIsWhatIsChanged', () => {
    expect(whatWasSeenIsWhatIsChanged(aVersion(), 7)).toBeUndefined()
    expect(whatWasSeenIsWhatIsChanged(aVersion(), 6)?.facts).toMatchObject({ by: '周拟制', actual: 7 })
  })

  it('changesNeverReachBack', () => {
    expect(changesNeverReachBack('2026-11-23', '2026-11-23')).toBeUndefined()
    expect(changesNeverReachBack('2026-11-22', '2026-11-23')?.code).toBe('publication-day-passed')
  })

  it('partsOfASplitComeTogether', () => {
    const ready = aVersion({ status: 'approved' })
    expect(partsOfASplitComeTogether('X', [])).toBeUndefined()
    expect(partsOfASplitComeTogether('X', [ready])).toBeUndefined()
    expect(partsOfASplitComeTogether('X', [ready, aVersion()])?.facts).toMatchObject({ count: 1 })
  })
})

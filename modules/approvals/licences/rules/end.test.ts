import { readdirSync, readFileSync } from 'node:fs'
import type { LicenceEnding, LicenceLaw, LicenceStatus } from '@mashang/flow'
import { calendarOf, isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { aHeldLicence, ended, ISSUED, proposed } from '../../testing/licence.ts'
import {
  aCorrectionMendsWhatIsWrong,
  aLicenceEndsOnAGroundOfLaw,
  aStatementAnswersAProposal,
  groundsThatFit,
  reasonsSayWhy,
  revocationHearsTheHolderFirst,
  revocationIsProposedOnce,
} from './end.ts'
import { theDayToAnswerBy } from './statement.ts'
import { licenceStatusOn } from './status.ts'

const city = new URL('../../../../definitions/dalian/', import.meta.url)
const law: LicenceLaw = parse(readFileSync(new URL('licences.yaml', city), 'utf8'))
const WHY = '提交的租赁合同系伪造，经出租人书面确认。'
const valid = '2030-01-01'
const expired = '2032-01-01'
const person = aHeldLicence([], { holder: { kind: 'person', name: '王小明', code: '11010519491231002X' } })

describe('aLicenceEndsOnAGroundOfLaw', () => {
  it.each([
    ['revoked', 'obtained-by-deceit', aHeldLicence(), valid, undefined],
    ['revoked', 'obtained-by-deceit', aHeldLicence(), expired, 'ground-does-not-fit'],
    ['revoked', 'holder-asks', aHeldLicence(), valid, 'ground-unknown'],
    ['revoked', 'obtained-by-deceit', aHeldLicence([ended('revoked')]), valid, 'ground-does-not-fit'],
    ['withdrawn', 'law-changed', aHeldLicence(), valid, undefined],
    ['forfeited', 'penalty', aHeldLicence(), valid, undefined],
    ['cancelled', 'expired', aHeldLicence(), expired, undefined],
    ['cancelled', 'expired', aHeldLicence(), valid, 'ground-does-not-fit'],
    ['cancelled', 'enterprise-gone', aHeldLicence(), valid, undefined],
    ['cancelled', 'person-gone', aHeldLicence(), valid, 'ground-does-not-fit'],
    ['cancelled', 'person-gone', person, valid, undefined],
    ['cancelled', 'ended-otherwise', aHeldLicence([ended('revoked')]), valid, undefined],
    [
      'cancelled',
      'ended-otherwise',
      aHeldLicence([ended('revoked'), ended('cancelled')]),
      valid,
      'ground-does-not-fit',
    ],
  ] as const)('%s for %s', (kind, ground, licence, today, code) => {
    const answer = aLicenceEndsOnAGroundOfLaw(licence, kind, { ground, reasons: WHY }, law, today)
    expect(isRefusal(answer) ? answer.code : undefined).toBe(code)
    if (!isRefusal(answer)) expect(answer.basis.article).toBeDefined()
  })

  it('cites the article of the ground that does not fit', () => {
    const asked = { ground: 'obtained-by-deceit', reasons: WHY }
    expect(aLicenceEndsOnAGroundOfLaw(aHeldLicence(), 'revoked', asked, law, expired)).toMatchObject({
      article: '《行政许可法》第六十九条第二款',
      fields: [{ path: 'ground' }],
    })
  })

  it('wants reasons', () => {
    const asked = { ground: 'obtained-by-deceit', reasons: '造假' }
    expect(aLicenceEndsOnAGroundOfLaw(aHeldLicence(), 'revoked', asked, law, valid)).toMatchObject({
      code: 'reasons-too-short',
    })
  })
})

describe('groundsThatFit', () => {
  it('never offers a ground whose statuses the licence is not in, and none once it is struck off', () => {
    const kinds: LicenceEnding[] = ['cancelled', 'revoked', 'withdrawn', 'forfeited']
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.boolean(), fc.boolean(), (kind, late, isRevoked) => {
        const licence = aHeldLicence(isRevoked ? [ended('revoked')] : [])
        const today = late ? expired : valid
        const status: LicenceStatus = isRevoked ? 'revoked' : licenceStatusOn({ to: licence.to }, today)
        for (const ground of groundsThatFit(licence, kind, law, today))
          expect(ground.in ?? ['valid']).toContain(status)
        const struckOff = aHeldLicence([ended('cancelled')])
        expect(groundsThatFit(struckOff, kind, law, today)).toEqual([])
      }),
    )
  })
})

describe('reasonsSayWhy', () => {
  it('counts characters, not blanks around them', () => {
    expect(reasonsSayWhy(`   ${'字'.repeat(9)}   `, law)).toMatchObject({ facts: { least: 10, found: 9 } })
    expect(reasonsSayWhy('字'.repeat(10), law)).toBeUndefined()
  })
})

describe('revocationHearsTheHolderFirst', () => {
  const heard = aHeldLicence([
    proposed(),
    ['statement-made', { text: '合同是真的。', by: 'holder' }, '2026-12-05T02:00:00.000Z'],
  ])

  it.each([
    ['nothing was proposed', aHeldLicence(), '2026-12-20', 'no-revocation-proposed'],
    ['on the last day to answer', aHeldLicence([proposed('2026-12-10')]), '2026-12-10', 'holder-not-heard'],
    ['the day after', aHeldLicence([proposed('2026-12-10')]), '2026-12-11', undefined],
    ['he answered', heard, '2026-12-06', undefined],
  ] as const)('%s', (_, licence, today, code) => {
    expect(revocationHearsTheHolderFirst(licence, law, today)?.code).toBe(code)
  })

  it('cites the right to be heard', () => {
    expect(revocationHearsTheHolderFirst(aHeldLicence(), law, valid)?.article).toBe('《行政许可法》第七条')
  })
})

describe('revocationIsProposedOnce', () => {
  it('refuses a second while the first is open', () => {
    expect(revocationIsProposedOnce(aHeldLicence())).toBeUndefined()
    expect(revocationIsProposedOnce(aHeldLicence([proposed()]))?.code).toBe('revocation-already-proposed')
  })
})

describe('aStatementAnswersAProposal', () => {
  it('needs one', () => {
    expect(aStatementAnswersAProposal(aHeldLicence())?.code).toBe('no-revocation-proposed')
    expect(aStatementAnswersAProposal(aHeldLicence([proposed()]))).toBeUndefined()
  })
})

describe('aCorrectionMendsWhatIsWrong', () => {
  const correct = (text: string, reason = '门牌号录入时有笔误。', today = valid) =>
    aCorrectionMendsWhatIsWrong(aHeldLicence(), [{ label: '经营场所', text }], reason, { law, today })

  it('changes the lines that are named and no others', () => {
    expect(correct('唐山街 2 号')).toEqual([{ label: '经营场所', text: '唐山街 2 号' }])
    const other = [{ label: '没有的一行', text: '甲' }]
    expect(aCorrectionMendsWhatIsWrong(aHeldLicence(), other, WHY, { law, today: valid })).toMatchObject({
      code: 'correction-changes-nothing',
    })
  })

  it.each([
    ['the same again', correct(ISSUED.shows[0]?.text ?? ''), 'correction-changes-nothing'],
    ['without reasons', correct('唐山街 2 号', '笔误'), 'reasons-too-short'],
    ['once expired', correct('唐山街 2 号', WHY, expired), 'licence-status-forbids'],
  ])('refuses %s', (_, answer, code) => {
    expect(answer).toMatchObject({ code })
  })
})

describe('theDayToAnswerBy', () => {
  const calendar = calendarOf(
    readdirSync(new URL('calendars/', city)).map((name) =>
      JSON.parse(readFileSync(new URL(`calendars/${name}`, city), 'utf8')),
    ),
  )
  if (isRefusal(calendar)) throw new Error('the calendars of the city cannot be read')
  const days = (text: string) => ({ statement: { ...law.statement, days: text } })

  it.each([
    ['2026-11-23', '5wd', '2026-11-30'],
    ['2026-09-30', '5wd', '2026-10-13'],
    // 3 October is a holiday: the last day moves behind it.
    ['2026-09-30', '3d', '2026-10-08'],
  ])('from %s, %s: %s', (today, text, by) => {
    expect(theDayToAnswerBy(today, days(text), calendar)).toBe(by)
  })
})

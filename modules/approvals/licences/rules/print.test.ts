import { licenceIdOf } from '@mashang/kit'
import { expect, it } from 'vitest'
import { aHeldLicence, ISSUED } from '../../testing/licence.ts'
import { eachPrintRaisesTheVersion } from './print.ts'

const idOf = (version: number) =>
  licenceIdOf({ type: 'FOOD', issuer: '11210200MB1234567X', serial: '210200261123000001', version })

it('eachPrintRaisesTheVersion: the same licence by an identifier of its own, with its check character (GB/T 36904)', () => {
  const identifier = idOf(1)
  expect(eachPrintRaisesTheVersion(aHeldLicence([], { identifier }))).toBe(idOf(2))
  const again = {
    identifier: idOf(2),
    code: 'c2',
    application: 'a2',
    applicationNumber: 'n2',
    to: '2036-11-22',
    shows: ISSUED.shows,
  }
  const renewed = aHeldLicence([['renewed', again, '2031-10-01T02:00:00.000Z']], { identifier })
  expect(eachPrintRaisesTheVersion(renewed)).toBe(idOf(3))
  expect(() => eachPrintRaisesTheVersion(aHeldLicence([], { identifier: 'broken' }))).toThrow(
    'broken identifier',
  )
})

import { describe, expect, it } from 'vitest'
import { checkDealCode } from './deal-code.ts'
import { checkIdCard } from './id-card.ts'
import { checkLicenceId, licenceIdOf } from './licence-id.ts'
import { checkProjectCode } from './project-code.ts'
import { checkRegion } from './region.ts'
import { checkUscc } from './uscc.ts'

const now = new Date('2026-03-01T04:00:00Z')

describe('what a code says', () => {
  it('a social credit code holds registrar, region and organisation code', () => {
    expect(checkUscc('91350100M000100Y43')).toMatchObject({
      parts: { registrar: '9', category: '1', region: '350100', organisation: 'M000100Y4' },
    })
  })

  it('an identity number holds region, birth and sex', () => {
    expect(checkIdCard('11010519491231002X', { now })).toMatchObject({
      parts: { region: '110105', birth: '1949-12-31', sex: 'female' },
    })
  })

  it('nobody is born after today, by the calendar of Shanghai', () => {
    // 2026-03-01 has begun in Shanghai while it is still February in UTC.
    const born = '110105202603010029'
    const late = { now: new Date('2026-02-28T15:59:59Z') }
    expect(checkIdCard(born, late)).toMatchObject({ code: 'code-date-in-future', facts: { position: 7 } })
    expect(checkIdCard(born, { now: new Date('2026-02-28T16:00:00Z') })).not.toMatchObject({
      code: 'code-date-in-future',
    })
  })

  it('regions come from a table, retired ones too, and residence permits have codes of their own', () => {
    const regionName = (code: string) => (code === '440524' ? '揭阳县（已撤销）' : undefined)
    expect(checkIdCard('440524188001010014', { now, regionName })).toMatchObject({ valid: true })
    expect(checkIdCard('11010519491231002X', { now, regionName })).toMatchObject({
      code: 'code-region-unknown',
      facts: { found: '110105' },
    })
    expect(checkIdCard('830000199201300022', { now, regionName })).toMatchObject({ valid: true })
  })

  it('a project code tells its generation', () => {
    expect(checkProjectCode('2017-210200-70-03-000001')).toMatchObject({
      parts: { generation: 'year', since: '2017', region: '210200', industryOrDepartment: '70', type: '03' },
    })
    expect(checkProjectCode('21115223230401342068')).toMatchObject({
      code: '2111-522323-04-01-342068',
      parts: { generation: 'month', since: '2021-11', region: '522323', serial: '342068' },
    })
  })

  it('a deal code holds type, organiser and day', () => {
    expect(checkDealCode('A02-123100007847653857-20161012-000015-Q')).toMatchObject({
      parts: { type: 'A02', uscc: '123100007847653857', day: '2016-10-12', serial: '000015' },
    })
  })

  it('a licence identifier reads back as it was made', () => {
    const parts = {
      type: '11100000000013127D001',
      issuer: '11210200MB1234567X',
      serial: 'SP2026000001',
      version: 12,
    }
    const id = licenceIdOf(parts)
    expect(id).toMatch(
      /^1\.2\.156\.3005\.2\.11100000000013127D001\.11210200MB1234567X\.SP2026000001\.012\.[0-9A-Z]$/,
    )
    expect(checkLicenceId(id)).toEqual({ valid: true, code: id, parts })
    expect(checkLicenceId(id.replace('1.2.156.3005.2.', '1.2.156.3005.3.'))).toMatchObject({
      code: 'code-groups-wrong',
    })
    expect(() => licenceIdOf({ ...parts, serial: 'a-1' })).toThrow(RangeError)
    expect(() => licenceIdOf({ ...parts, version: 1000 })).toThrow(RangeError)
  })

  it.each([
    ['21', '210000', 'province', [], undefined],
    ['2102', '210200', 'city', ['210000'], '210000'],
    ['210200000000', '210200', 'city', ['210000'], '210000'],
    ['210202', '210202', 'district', ['210000', '210200'], '210200'],
    ['210202001', '210202001', 'street', ['210000', '210200', '210202'], '210202'],
    ['210202001001', '210202001001', 'community', ['210000', '210200', '210202', '210202001'], '210202001'],
    ['441900003', '441900003', 'street', ['440000', '441900'], '441900'],
  ])('region %s is %s, a %s', (given, code, level, above, parent) => {
    expect(checkRegion(given)).toMatchObject({ valid: true, code, parts: { level, above, parent } })
  })

  it('a region that the table does not know is refused', () => {
    const regionName = (code: string) => (code === '210200' ? '大连市' : undefined)
    expect(checkRegion('2102', regionName)).toMatchObject({ valid: true })
    expect(checkRegion('2199', regionName)).toMatchObject({ code: 'code-region-unknown' })
    expect(checkRegion('21020200000', regionName)).toMatchObject({ code: 'code-length-wrong' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath, preferenceCookies, preferHref } from './preferences.ts'

describe('where a visitor is sent back to', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a b',
    '/a\r\nSet-Cookie: x=1',
    '/prefer?next=/',
    '/api/approvals/items',
    '',
    undefined,
    ['/a'],
  ])('never is %j', (given) => {
    expect(ownPath(given)).toBe('/')
  })

  it('is always on this site', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(new URL(ownPath(given), 'https://own.example').origin).toBe('https://own.example')
      }),
    )
  })

  it('is the page it came from, query and all', () => {
    const href = preferHref({ language: 'en' }, '/items?text=开饭店&page=2')
    const query = Object.fromEntries(new URL(href, 'https://own.example').searchParams)
    expect(ownPath(query.next)).toBe('/items?text=开饭店&page=2')
  })
})

describe('preferences', () => {
  it('are kept for a year, and an empty one goes', () => {
    expect(preferenceCookies({ edition: 'elder', contrast: '' })).toEqual([
      { name: 'edition', value: 'elder', maxAgeDays: 365 },
      { name: 'contrast', value: '', maxAgeDays: 0 },
    ])
  })

  it('take no other values or names', () => {
    expect(preferenceCookies({ language: 'xx', edition: ['elder'], session: 'stolen' })).toEqual([])
  })
})

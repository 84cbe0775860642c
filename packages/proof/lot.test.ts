import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { drawnByTheLog, lotOf, rootOfNote } from './lot.ts'

describe('lotOf', () => {
  it('is what anybody can reckon', () => {
    const byHand = createHash('sha256').update('root\ncase-1').digest('hex')
    expect(lotOf('root', 'case-1')).toBe(byHand)
  })
})

describe('drawnByTheLog', () => {
  it('depends on the root, not on the order of what is drawn', () => {
    const all = Array.from({ length: 20 }, (_, n) => `N${n}`)
    const drawn = drawnByTheLog('root', all, (one) => one)
    expect(drawnByTheLog('root', all.toReversed(), (one) => one)).toEqual(drawn)
    expect(drawnByTheLog('other', all, (one) => one)).not.toEqual(drawn)
    expect(drawn.toSorted()).toEqual(all.toSorted())
  })
})

describe('rootOfNote', () => {
  it('reads size and root of a note, and refuses where there is none', () => {
    expect(rootOfNote('mashang/log\n12\nabc=\n\n— sig\n')).toEqual({ size: 12, root: 'abc=' })
    expect(rootOfNote(undefined)).toMatchObject({ code: 'log-not-started' })
  })
})

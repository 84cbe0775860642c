import { describe, expect, it } from 'vitest'
import { aTestBundle } from '../testing/index.ts'
import { bundleOf } from './bundle-case.ts'
import { concludedAt, isAskedLater, isBlocked, partsAskedNow, partsToHandOn, statusOf } from './part-order.ts'

const ACTOR = { kind: 'system', id: 'test', name: '' } as const
const OWNER = { personId: 'p', name: '王小明', phone: '13800000001' }

/** A bundle after these entries. */
function after(...entries: readonly { readonly kind: string; readonly content: object }[]) {
  return from(aTestBundle(), entries)
}

function from(
  bundle: ReturnType<typeof aTestBundle>,
  entries: readonly { readonly kind: string; readonly content: object }[],
) {
  const begun = { kind: 'begun', content: { bundle, circumstances: { show: true }, owner: OWNER, works: [] } }
  const state = bundleOf(
    [begun, ...entries].map((entry, at) => ({
      ...entry,
      revision: at + 1,
      at: `2026-11-2${at}T02:00:00.000Z`,
      actor: ACTOR,
    })),
  )
  if (!state) throw new Error('there is a bundle')
  return state
}

const order = (part: string) => ({
  part,
  applicant: { kind: 'person' },
  form: {},
  materials: [],
  consents: [],
})
const ORDERED = {
  kind: 'ordered',
  content: { applicant: '王小明', orders: [order('flying'), order('show')] },
}
const submitted = (part: string) => ({
  kind: 'part-submitted',
  content: { part, application: part, number: '1', organ: 'o', submittedAt: '2026-11-21T02:00:00.000Z' },
})
const concluded = (part: string, outcome: string) => ({
  kind: 'part-concluded',
  content: { part, application: part, outcome, at: '2026-11-25T02:00:00.000Z' },
})

describe('the order of parts', () => {
  it('asks everything at once, and hands on what waits for nothing', () => {
    expect(partsAskedNow(after()).map(({ id }) => id)).toEqual(['flying', 'show'])
    expect(partsToHandOn(after(ORDERED)).map(({ id }) => id)).toEqual(['flying'])
    expect(partsAskedNow(after(ORDERED))).toEqual([])
    const granted = after(ORDERED, submitted('flying'), concluded('flying', 'granted'))
    expect(partsToHandOn(granted).map(({ id }) => id)).toEqual(['show'])
  })

  it('whatIsFoundedIsAskedOnceItIsThere', () => {
    const [flying, show] = aTestBundle().items
    if (!flying || !show) throw new Error('there are two items')
    const founding = aTestBundle({ items: [{ ...flying, founds: true }, show] })
    expect(isAskedLater(from(founding, []), show)).toBe(true)
    expect(partsAskedNow(from(founding, [])).map(({ id }) => id)).toEqual(['flying'])
    const first = { kind: 'ordered', content: { applicant: '王小明', orders: [order('flying')] } }
    const there = from(founding, [first, submitted('flying'), concluded('flying', 'granted')])
    expect(partsAskedNow(there).map(({ id }) => id)).toEqual(['show'])
  })

  it('theOthersGoOnWhereOneIsRefused: what waits for it cannot, and it may be asked for again', () => {
    const refused = after(ORDERED, submitted('flying'), concluded('flying', 'refused'))
    const show = refused.bundle.items[1]
    expect(show && isBlocked(refused, show)).toBe(true)
    expect(statusOf(refused)).toBe('partly-done')
    expect(concludedAt(refused)).toBe('2026-11-25T02:00:00.000Z')
    expect(partsAskedNow(refused).map(({ id }) => id)).toEqual(['flying'])
  })

  it('is returned to the applicant where an office could not be given it', () => {
    const returned = after(ORDERED, {
      kind: 'part-returned',
      content: { part: 'flying', code: 'required', facts: {} },
    })
    expect(partsAskedNow(returned).map(({ id }) => id)).toEqual(['flying'])
    expect(statusOf(returned)).toBe('under-way')
  })

  it.each([
    ['draft', after()],
    ['dropped', after({ kind: 'dropped', content: {} })],
    ['under-way', after(ORDERED, submitted('flying'))],
    [
      'done',
      after(
        ORDERED,
        submitted('flying'),
        concluded('flying', 'granted'),
        submitted('show'),
        concluded('show', 'not-needed'),
      ),
    ],
  ])('%s', (status, state) => {
    expect(statusOf(state)).toBe(status)
  })
})

import { describe, expect, it } from 'vitest'
import { nearestPart } from './slip.ts'

describe('the part of a name that a slip of the pen meant', () => {
  it.each([
    ['风筝放飞许可', '放飞许科', '放飞许可', 1],
    ['食品经营许可（新办）', '食品经营许科', '食品经营许可', 1],
    ['食品经营许可（新办）', '食品经许可', '食品经营许可', 1],
    ['食品经营许可（新办）', '食品经营', '食品经营', 0],
    ['放风筝', '放风争', '放风筝', 1],
  ])('of %s, typed %s, is %s', (name, typed, part, distance) => {
    expect(nearestPart(name, typed)).toEqual({ part, distance })
  })
})

import { refuse } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import { all, find, textOf } from './markup.ts'
import { ANSWERED_ID, RATING_CODE, RATING_ID } from './rating-answers.ts'
import { visit } from './visit.ts'

const mine = { signedIn: true }

describe('pages of ratings', () => {
  it.each([
    ['/my/ratings', mine],
    [`/my/ratings/${RATING_ID}`, mine],
    [`/my/ratings/${ANSWERED_ID}`, mine],
    ['/rate', {}],
    ['/rate?code=nothing', {}],
    [`/rate/${RATING_CODE}`, {}],
    [`/rate/${RATING_CODE}/device`, {}],
    [`/rate/${RATING_CODE}/device?level=dissatisfied`, {}],
    ['/ratings', {}],
    ['/ratings?month=2026-11', {}],
  ])('%s is without fault in both languages', async (url, options) => {
    for (const language of ['zh', 'en'] as const)
      expect(faultsOf((await visit(url, { ...options, language })).root), language).toEqual([])
  })

  it('choose nothing for anyone', async () => {
    for (const url of [`/my/ratings/${RATING_ID}`, `/rate/${RATING_CODE}`]) {
      const { root } = await visit(url, mine)
      const radios = [...all(root)].filter(({ attributes }) => attributes.name === 'level')
      expect(radios).toHaveLength(5)
      expect(radios.some(({ attributes }) => 'checked' in attributes)).toBe(false)
    }
  })

  it('ask for a level where none was chosen, and keep what was typed', async () => {
    const { status, root } = await visit(`/my/ratings/${RATING_ID}`, {
      ...mine,
      form: { words: '柜台没人', publish: 'yes' },
    })
    expect(status).toBe(422)
    expect(textOf(find(root, ({ tag }) => tag === 'textarea') ?? root)).toBe('柜台没人')
    expect(textOf(root)).toContain('请选择一个等级')
  })

  it('leave out reasons that do not go with the level, since they are not seen by then', async () => {
    let sent: unknown
    await visit(`/my/ratings/${RATING_ID}`, {
      ...mine,
      form: { level: 'satisfied', tags: ['quick', 'slow'] },
      answers: {
        rate: async ({ input }) => {
          sent = input
          return refuse('already-rated')
        },
      },
    })
    expect(sent).toMatchObject({ level: 'satisfied', tags: ['quick'], anonymous: false })
  })

  it('show the answer before anything else, and take a second rating', async () => {
    const { html } = await visit(`/my/ratings/${ANSWERED_ID}`, mine)
    expect(html).toContain('已增开窗口，向您致歉。')
    expect(html).toContain('追评（一次）')
  })

  it('of the device hold five ways on and nothing else to press', async () => {
    const { root } = await visit(`/rate/${RATING_CODE}/device`)
    const links = [...all(root)].filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes.href)
    expect(links.filter((href) => href?.includes('level='))).toHaveLength(5)
    expect(links.filter((href) => !href?.includes('level='))).toHaveLength(1)
  })

  it('as CSV hold every line', async () => {
    const { answer } = await visit('/ratings.csv')
    expect('body' in answer && String(answer.body).split('\r\n')).toHaveLength(5)
  })
})

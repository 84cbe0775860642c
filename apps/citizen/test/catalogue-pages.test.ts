import { describe, expect, it } from 'vitest'
import { AN_ENTRY } from './kite-city.ts'
import { all, type Element, find, parse, textOf } from './markup.ts'
import { visit } from './visit.ts'

const hrefs = (root: Element) => [...all(root)].flatMap(({ attributes }) => attributes.href ?? [])

describe('the catalogue', () => {
  it('shows its figures, each of which opens the list that it counts', async () => {
    const { root } = await visit('/catalogue')
    for (const href of [
      '/catalogue?type=licence&only=entries',
      '/catalogue?type=public-service&only=entries',
      '/catalogue?class=wholly-online',
      '/catalogue?class=one-visit',
      '/catalogue?class=fewer-visits',
      '/catalogue?organ=sports-bureau',
      '/catalogue?all=true',
    ])
      expect(hrefs(root)).toContain(href)
  })

  it.each([
    ['/catalogue?class=fewer-visits', '少跑', { class: 'fewer-visits', page: 1 }],
    [
      '/catalogue?type=licence&only=entries&page=2',
      '行政许可',
      { type: 'licence', entriesOnly: true, page: 2 },
    ],
    ['/catalogue?all=true', '全部办理项', { page: 1 }],
    [
      '/catalogue?organ=sports-bureau&fee=false',
      '市体育局 · 不收费',
      { organ: 'sports-bureau', fee: false, page: 1 },
    ],
    ['/catalogue?text=%E4%BD%93%E8%B4%A8&type=kite&page=-1', '“体质”', { text: '体质', page: 1 }],
  ])('%s asks for what it says and is called so', async (address, title, expected) => {
    const asked: unknown[] = []
    const { root } = await visit(address, {
      answers: {
        listEntries: async ({ query }) => {
          asked.push(query)
          const organs = [{ id: 'sports-bureau', name: { zh: '市体育局' }, count: 1 }]
          return { entries: [AN_ENTRY], total: 1, page: 1, pages: 1, organs }
        },
      },
    })
    expect(asked).toContainEqual(expected)
    const heading = find(root, ({ tag }) => tag === 'h1')
    expect(heading && textOf(heading)).toBe(title)
  })

  it('leads from a line to its guide, or to its basic facts where there is none', async () => {
    const { root } = await visit('/catalogue?all=true')
    const table = find(root, ({ tag }) => tag === 'table')
    expect(table && hrefs(table)).toEqual(['/catalogue/2102-TY-FW-0101', '/items/2102-TY-XK-0001'])
  })

  it('says what to do where nothing fits', async () => {
    const listEntries = async () => ({ entries: [], total: 0, page: 1, pages: 0, organs: [] })
    const { root } = await visit('/catalogue?text=x', { answers: { listEntries } })
    expect(textOf(root)).toContain('目录里没有符合的事项')
  })
})

describe('an entry without a guide', () => {
  it('says where to ask', async () => {
    const { root } = await visit(`/catalogue/${AN_ENTRY.code}`)
    expect(hrefs(root)).toContain('tel:0411-1')
    expect(textOf(root)).toContain('完整的办事指南正在编写')
    expect(textOf(root)).toContain('《体育法》')
  })

  it('that is not in the catalogue is a page that does not exist', async () => {
    const { status, html } = await visit('/catalogue/2102-TY-FW-0999')
    expect(status).toBe(404)
    expect(textOf(parse(html))).toContain('目录里没有 2102-TY-FW-0999')
  })

  it('is shown below a search that finds few guides, not below a plain list', async () => {
    expect(hrefs((await visit('/items?text=%E4%BD%93%E8%B4%A8')).root)).toContain(
      `/catalogue/${AN_ENTRY.code}`,
    )
    expect(hrefs((await visit('/items')).root)).not.toContain(`/catalogue/${AN_ENTRY.code}`)
  })

  it('stands where a search finds no guide at all, and nobody is told that there is nothing', async () => {
    const nothing = { items: [], total: 0, page: 1, pages: 0, themes: [], organs: [] }
    const findItems = async () => nothing
    const found = await visit('/items?text=%E4%BD%93%E8%B4%A8', { answers: { findItems } })
    expect(textOf(found.root)).not.toContain('没有找到')
    const listEntries = async () => ({ entries: [], total: 0, page: 1, pages: 0, organs: [] })
    const none = await visit('/items?text=x', { answers: { findItems, listEntries } })
    expect(textOf(none.root)).toContain('没有找到')
  })
})

describe('the guide of an item with further situations', () => {
  it('lets one choose which, each with its own guide, and marks the one that is open', async () => {
    const change = {
      code: '2102-TY-XK-0002',
      name: { zh: '风筝放飞许可（变更）', en: 'Kite permit (change)' },
    }
    const { root } = await visit('/items/2102-TY-XK-0001', {
      answers: {
        getEntry: async () => ({
          ...AN_ENTRY,
          code: '2102-TY-XK-0001',
          name: { zh: '风筝放飞许可', en: 'Kite permit' },
          guide: true,
          basis: [],
          themes: [],
          organ: { ...AN_ENTRY.organ, office: { zh: '审批办' }, phone: '0411-1', address: { zh: '三层' } },
          situations: [{ ...change, guide: true }],
        }),
      },
    })
    const choices = [...all(root)].filter(({ attributes }) =>
      attributes.href?.startsWith('/items/2102-TY-XK'),
    )
    const said = choices.map((one) => [textOf(one), attributeOf(one, 'aria-current')])
    // What follows are cards of related items, at the end of the guide.
    expect(said.slice(0, 2)).toEqual([
      ['风筝放飞许可', 'page'],
      ['变更', undefined],
    ])
  })
})

const attributeOf = ({ attributes }: Element, name: string) => attributes[name]

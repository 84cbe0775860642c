import { refuse } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { aGuide } from './kite-city.ts'
import { all, byId, find, parse, textOf } from './markup.ts'
import { aSite, findPage, requestOf, visit } from './visit.ts'

describe('the guide', () => {
  it('answers in the order people ask', async () => {
    const { root } = await visit('/items/2102-TY-XK-0001')
    const sections = [...all(root)].filter(({ tag }) => tag === 'h2').map(({ attributes }) => attributes.id)
    expect(sections).toEqual([
      'conditions',
      'materials',
      'limits',
      'fees',
      'windows',
      'steps',
      'basis',
      'result',
      'faq',
      'related',
    ])
  })

  it('says when a material is needed, in words', async () => {
    const { root } = await visit('/items/2102-TY-XK-0001')
    expect(textOf(root)).toContain('当场地归谁管不是“公共场地”时提交')
  })

  it('draws the steps, the one that a condition leads into aside', async () => {
    const { root } = await visit('/items/2102-TY-XK-0001')
    const drawing = find(root, ({ tag, attributes }) => tag === 'svg' && attributes.class === 'steps-drawing')
    const names = [...all(drawing ?? root)]
      .filter(({ attributes }) => attributes.class === 'drawn-name')
      .map(textOf)
    expect(names).toEqual(['提交申请', '受理', '审查', '现场核查', '决定', '送达结果'])
    expect(
      [...all(drawing ?? root)].filter(({ attributes }) => attributes.class?.endsWith('drawn-sometimes')),
    ).toHaveLength(1)
  })

  it.each([
    ['suspended', '暂停办理'],
    ['cancelled', '已取消'],
    ['not-yet-in-effect', '还没有开始实施'],
  ] as const)('of an item that is %s says so and has no way to start', async (status, words) => {
    const answers = { getItemGuide: async () => aGuide({ status }) }
    const { root } = await visit('/items/2102-TY-XK-0001', { answers })
    expect(textOf(root)).toContain(words)
    expect([...all(root)].some(({ attributes }) => attributes.href?.startsWith('/apply/'))).toBe(false)
  })

  it('of a suspended item tells since when and why, in the words of the office', async () => {
    const suspended = { since: '2026-11-24', reason: '系统升级' }
    const answers = { getItemGuide: async () => aGuide({ status: 'suspended', suspended }) }
    const { root } = await visit('/items/2102-TY-XK-0001', { answers })
    expect(textOf(root)).toContain('自2026年11月24日（星期二）起暂停，原因：系统升级')
  })

  it('escapes what a definition holds', async () => {
    const guide = aGuide()
    const name = { zh: '<script>alert(1)</script>"\'' }
    const { html } = await visit('/items/2102-TY-XK-0001', {
      answers: { getItemGuide: async () => ({ ...guide, item: { ...guide.item, name } }) },
    })
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert')
  })
})

describe('pages shared by all visitors', () => {
  it.each([
    '/',
    '/items',
    '/departments',
    '/items/2102-TY-XK-0001',
    '/help',
    '/about',
    '/accessibility',
    '/privacy',
  ])('%s asks for no token of an anonymous visitor, so no cookie is set', async (url) => {
    const { pages } = await aSite()
    const found = findPage(pages, 'GET', url)
    const request = requestOf(url, found?.params ?? {}, {})
    const guarded = Object.defineProperty({ ...request }, 'csrfToken', {
      get: () => {
        throw new Error('the token was read')
      },
    })
    await expect(found?.page.render(guarded)).resolves.toHaveProperty('html')
  })

  it('are made once for many visitors, and show nobody what is another’s', async () => {
    const { pages } = await aSite()
    const page = findPage(pages, 'GET', '/')?.page
    const anonymous = await page?.render(requestOf('/', {}, {}))
    const signedIn = await page?.render(requestOf('/', {}, { signedIn: true }))
    const again = await page?.render(requestOf('/', {}, {}))
    const elder = await page?.render(requestOf('/', {}, { cookies: { edition: 'elder' } }))
    expect(again).toEqual(anonymous)
    expect(signedIn).toHaveProperty('html', expect.stringContaining('王小海'))
    expect(anonymous).toHaveProperty('html', expect.not.stringContaining('王小海'))
    expect(elder).toHaveProperty('html', expect.stringContaining('data-edition="elder"'))
  })
})

describe('what goes wrong', () => {
  it('becomes a page that says what, why and what to do', async () => {
    const answers = { getItemGuide: async () => refuse('item-not-found') }
    const { root, status } = await visit('/items/nothing', { answers })
    expect(status).toBe(404)
    expect(textOf(byId(root, 'main') ?? root)).toContain('目录中没有这个事项')
    expect(textOf(byId(root, 'main') ?? root)).toContain('12345')
  })

  it('names the article a refusal rests on', async () => {
    const site = await aSite()
    const html = site.renderTrouble(requestOf('/x', {}, {}), {
      refusal: refuse('item-suspended', { article: '行政许可法 第五条', facts: { name: { zh: '放飞' } } }),
      status: 409,
    })
    expect(html).toContain('行政许可法 第五条')
  })

  it('offers what was typed once more when the session is over, but never a password', async () => {
    const site = await aSite()
    const refusal = refuse('session-expired')
    const fields = { name: '王小海', days: ['1', '2'] }
    const typed = { takes: 'form', fields } as const
    const request = requestOf('/drafts/1/form/1', {}, { form: {} })
    const root = parse(site.renderTrouble(request, { refusal, status: 401, typed }))
    const sent = [...all(root)]
      .filter(({ attributes }) => attributes.type === 'hidden')
      .map(({ attributes }) => [attributes.name, attributes.value])
    expect(sent).toEqual([
      ['_csrf', 'the-token'],
      ['name', '王小海'],
      ['days', '1'],
      ['days', '2'],
    ])
    expect(
      find(root, ({ tag, attributes }) => tag === 'form' && attributes.action === '/drafts/1/form/1'),
    ).toBeDefined()
    expect(find(root, ({ attributes }) => attributes.target === '_blank')?.attributes.href).toContain(
      '/sign-in',
    )
    const busy = site.renderTrouble(request, { refusal: refuse('too-busy'), status: 503, typed })
    expect(busy).toContain('您填的都还在')
    const shut = site.renderTrouble(request, { refusal: refuse('not-allowed'), status: 403, typed })
    expect(shut).not.toContain('您填的都还在')
    const secret = { takes: 'form', fields: { password: 'Kite-2026' } } as const
    const page = site.renderTrouble(request, {
      refusal: refuse('csrf-token-missing'),
      status: 403,
      typed: secret,
    })
    expect(page).not.toContain('Kite-2026')
  })

  it('shows the reference of a bug and nothing of its inside', async () => {
    const site = await aSite()
    const html = site.renderTrouble(requestOf('/x', {}, {}), {
      refusal: refuse('internal', { facts: { id: 'abc-123' } }),
      status: 500,
    })
    expect(html).toContain('abc-123')
  })
})

describe('signing in', () => {
  it('goes from phone to code to signing up, the number never in an address', async () => {
    const code = await visit('/sign-in', { form: { phone: '+86 139-0000-0000', next: '/apply/x' } })
    expect(find(code.root, ({ attributes }) => attributes.name === 'phone')?.attributes).toMatchObject({
      type: 'hidden',
      value: '13900000000',
    })
    const signUp = await visit('/sign-in/code', {
      form: { phone: '13900000000', code: '123 456', next: '/apply/x' },
    })
    expect(byId(signUp.root, 'idCard')).toBeDefined()
    expect(find(signUp.root, ({ attributes }) => attributes.name === 'code')?.attributes.value).toBe('123456')
    expect(code.html + signUp.html).not.toMatch(/href="[^"]*13900000000/)
  })

  it('leads back to where one came from, never to another site', async () => {
    const form = { phone: '13900000000', code: '123456', next: '//evil.example' }
    const answers = {
      signInByCode: async () => ({ kind: 'citizen' as const, id: '', name: '', csrfToken: '', demo: true }),
    }
    expect((await visit('/sign-in/code', { form, answers })).redirect).toBe('/my/applications')
    expect((await visit('/sign-in/code', { form: { ...form, next: '/apply/x' }, answers })).redirect).toBe(
      '/apply/x',
    )
  })
})

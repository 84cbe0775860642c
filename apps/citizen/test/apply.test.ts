import { describe, expect, it } from 'vitest'
import { aDraft, aGuide, anApplication, CASE_ID, DRAFT_ID } from './kite-city.ts'
import { all, byId, find, textOf } from './markup.ts'
import { visit } from './visit.ts'

const mine = { signedIn: true }
const flight = `/drafts/${DRAFT_ID}/form/2`
const answered = {
  'site.1': '210203',
  'site.2': '210203011',
  'site.3': '210203011003',
  'site.detail': '音乐广场',
  land: 'public',
  day: '2026-12-01',
  'line-length': '80',
  night: 'no',
}

/** What was saved, by the page that took it. */
async function post(url: string, form: Record<string, string>, draft = aDraft()) {
  let saved: Readonly<Record<string, unknown>> = {}
  const visited = await visit(url, {
    ...mine,
    draft,
    form,
    answers: {
      saveDraft: async ({ input }) => {
        saved = input.form
        return { ...draft, form: input.form }
      },
    },
  })
  return { ...visited, saved }
}

describe('one page of the form', () => {
  it('is saved and goes on to the next when all is right', async () => {
    const { redirect, saved } = await post(flight, answered)
    expect(redirect).toBe(`/drafts/${DRAFT_ID}/materials`)
    expect(saved).toMatchObject({
      name: '王小海',
      site: { region: '210203011003', detail: '音乐广场' },
      'line-length': 80,
      night: false,
    })
  })

  it('keeps what was typed, right or wrong, and says at each input what to mend', async () => {
    const { root, status, saved } = await post(flight, { ...answered, 'line-length': '很长', day: '' })
    expect(status).toBe(422)
    expect(saved).toMatchObject({ 'line-length': '很长' })
    const input = byId(root, 'line-length')
    expect(input?.attributes.value).toBe('很长')
    expect(input?.attributes['aria-invalid']).toBe('true')
    const described = (input?.attributes['aria-describedby'] ?? '').split(' ').map((id) => byId(root, id))
    expect(described.some((element) => element && textOf(element).includes('数字'))).toBe(true)
    const summary = find(root, ({ attributes }) => attributes.role === 'alert')
    const links = [...all(summary ?? root)]
      .filter(({ tag }) => tag === 'a')
      .map(({ attributes }) => attributes.href)
    expect(links).toEqual(['#field-day', '#field-line-length'])
    expect(find(root, ({ tag }) => tag === 'title')?.children).toEqual([expect.stringMatching(/^有错误/)])
  })

  it('asks what an answer calls up, without complaining that it is empty', async () => {
    const { root, status } = await post(flight, { ...answered, night: 'yes' })
    expect(status).toBe(200)
    expect(byId(root, 'field-lamps')?.attributes.hidden).toBeUndefined()
    expect(find(root, ({ attributes }) => attributes.role === 'alert')).toBeUndefined()
    expect(textOf(root)).toContain('还有几项要填')
  })

  it('complains when it is left empty a second time', async () => {
    const known = aDraft({ form: { ...aDraft().form, night: true } })
    const { status } = await post(flight, { ...answered, night: 'yes' }, known)
    expect(status).toBe(422)
  })

  it('drops what was typed into a field that is no longer asked', async () => {
    const { saved } = await post(flight, { ...answered, lamps: '六个' })
    expect(saved).not.toHaveProperty('lamps')
  })

  it('has a hidden field ready for the script, with its condition', async () => {
    const { root } = await visit(flight, mine)
    const lamps = byId(root, 'field-lamps')
    expect(lamps?.attributes.hidden).toBe('')
    expect(JSON.parse(lamps?.attributes['data-when'] ?? '')).toEqual({ field: 'night', is: true })
  })

  it('answers a save in the background with its time, and never with a page', async () => {
    const { answer } = await post(flight, { _step: 'autosave', 'line-length': '8' })
    expect(answer).toMatchObject({ type: 'application/json' })
    expect(JSON.parse('body' in answer ? String(answer.body) : '')).toHaveProperty('savedAt')
  })
})

describe('a draft whose item was renewed', () => {
  const renewed = {
    begunWith: 2,
    since: '2026-11-20',
    leftBehind: [{ label: { zh: '线轴颜色' }, text: { zh: '红色', en: '红色' } }],
  }

  it('says so on every page, with what was given and is no longer asked', async () => {
    for (const page of ['form/1', 'materials', 'delivery', 'review']) {
      const { root } = await visit(`/drafts/${DRAFT_ID}/${page}`, { ...mine, draft: aDraft({ renewed }) })
      expect(textOf(root)).toContain('这个事项自2026年11月20日（星期五）起有了新要求')
      expect(textOf(root)).toContain('线轴颜色：红色')
    }
  })

  it('asks for the guide of the version that the draft is held to', async () => {
    const asked: unknown[] = []
    const answers = {
      getItemGuide: async (call: { query?: unknown }) => {
        asked.push(call.query)
        return aGuide()
      },
    }
    await visit(flight, { ...mine, answers })
    const open = anApplication({
      status: 'awaiting-correction',
      correction: { at: '2026-11-23T00:00:00Z', note: '', points: [] },
      actions: ['correctApplication'],
    })
    await visit(`/my/applications/${CASE_ID}/correct`, {
      ...mine,
      answers: { ...answers, getApplication: async () => open },
    })
    expect(asked).toEqual([{ version: 3 }, { version: open.item.version }])
  })
})

describe('an address without a script', () => {
  it('begins with the districts alone', async () => {
    const { root } = await visit(flight, mine)
    expect(byId(root, 'site.1')?.children).toHaveLength(3)
    expect(byId(root, 'site.2')?.children).toHaveLength(1)
  })

  it('lists the streets of a district once it is chosen', async () => {
    const { redirect, saved } = await post(flight, { 'site.1': '210203', _step: 'address-site' })
    expect(redirect).toBe(`${flight}#field-site`)
    expect(saved.site).toEqual({ region: '210203', detail: '' })
    const { root } = await visit(flight, { ...mine, draft: aDraft({ form: { ...saved } }) })
    const streets = byId(root, 'site.2')
    expect([...all(streets ?? root)].map(textOf)).toEqual(['请选择', '人民广场街道'])
  })

  it('takes no street of another district', async () => {
    const { saved } = await post(flight, { ...answered, 'site.1': '210202' })
    expect(saved.site).toEqual({ region: '210202', detail: '音乐广场' })
  })
})

describe('the page to check and submit', () => {
  const ready = aDraft({
    form: {
      name: '王小海',
      phone: '13900000000',
      site: { region: '210203011003', detail: '音乐广场' },
      land: 'public',
      day: '2026-12-01',
      'line-length': 80,
      night: false,
    },
    materials: [
      {
        material: 'plan',
        files: [{ digest: 'c'.repeat(64), name: '方案.pdf', size: 9, type: 'application/pdf' }],
      },
    ],
    held: [{ material: 'identity', evidence: { zh: '身份证' } }],
  })
  const review = `/drafts/${DRAFT_ID}/review`

  it('leads to everything that is missing, and offers no way to submit', async () => {
    const { root } = await visit(review, mine)
    const links = [...all(root)].map(({ attributes }) => attributes.href)
    expect(links).toContain(`/drafts/${DRAFT_ID}/form/2?check=1#field-site`)
    expect(links).toContain(`/drafts/${DRAFT_ID}/materials?check=1#material-plan`)
    expect(find(root, ({ attributes }) => attributes.name === '_key')).toBeUndefined()
  })

  it('shows answers as people read them, and submits with a key of its own', async () => {
    const { root } = await visit(review, { ...mine, draft: ready })
    expect(textOf(root)).toContain('西岗区 人民广场街道 胜利社区 音乐广场')
    expect(textOf(root)).toContain('2026年12月1日（星期二）')
    const key = find(root, ({ attributes }) => attributes.name === '_key')?.attributes.value
    expect(key).toMatch(/^[0-9a-f-]{36}$/)
    let used: string | undefined
    const { redirect } = await visit(review, {
      ...mine,
      draft: ready,
      form: { _key: key ?? '' },
      answers: {
        submitDraft: async (call) => {
          used = call.key
          return { id: CASE_ID, number: '1', submittedAt: '2026-11-23T00:00:00Z', revision: 1 }
        },
      },
    })
    expect(used).toBe(key)
    expect(redirect).toBe(`/my/applications/${CASE_ID}/done`)
  })

  it('does not ask for what the city holds already', async () => {
    const { root } = await visit(`/drafts/${DRAFT_ID}/materials`, { ...mine, draft: ready })
    const card = byId(root, 'material-identity')
    expect(textOf(card ?? root)).toContain('市里已经有')
    expect([...all(card ?? root)].some(({ tag }) => tag === 'input')).toBe(false)
  })

  it('resumes where something is missing', async () => {
    expect((await visit(`/drafts/${DRAFT_ID}`, mine)).redirect).toBe(flight)
    expect((await visit(`/drafts/${DRAFT_ID}`, { ...mine, draft: ready })).redirect).toBe(review)
  })
})

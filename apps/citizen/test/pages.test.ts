import type { EvidenceView } from '@mashang/approvals/contract'
import { describe, expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import { aDraft, anApplication, CASE_ID, DRAFT_ID } from './kite-city.ts'
import { all, find } from './markup.ts'
import { type VisitOptions, visit } from './visit.ts'

const correction = anApplication({
  status: 'awaiting-correction',
  actions: ['correctApplication', 'withdrawApplication'],
  correction: {
    at: '2026-11-22T01:00:00.000Z',
    note: '',
    points: [
      { target: 'form.line-length', label: { zh: '线长', en: 'Length' }, what: '与方案不一致' },
      { target: 'materials.plan', label: { zh: '放飞方案', en: 'Flight plan' }, what: '缺少警戒线' },
    ],
  },
})
const mine = { signedIn: true }
const full = aDraft({
  form: { name: '王小海', phone: '13900000000', site: { region: '210203011003', detail: '1 号' } },
  materials: [
    {
      material: 'plan',
      files: [{ digest: 'c'.repeat(64), name: '方案.pdf', size: 9, type: 'application/pdf' }],
    },
  ],
  held: [{ material: 'identity', evidence: { zh: '身份证' } }],
})

const ORGAN = {
  id: 'civil-affairs',
  name: { zh: '市民政局', en: 'Civil Affairs Bureau' },
  short: { zh: '民政局', en: 'Civil Affairs' },
}
const PERMIT: EvidenceView = {
  id: CASE_ID,
  what: 'evidence',
  title: { zh: '居住证', en: 'Residence permit' },
  holder: '王小海',
  trust: 'B',
  since: '2026-11-20',
  validTo: '2027-11-19',
  status: 'valid',
  organ: ORGAN,
  application: { id: CASE_ID, number: '210200-261120-000001-0' },
  offered: false,
  uses: [
    {
      application: CASE_ID,
      number: '210200-261121-000002-0',
      item: { zh: '老年人优待证办理', en: 'Senior citizen card' },
      organ: ORGAN,
      at: '2026-11-21T01:00:00.000Z',
      consent: 'window',
    },
  ],
}
const offer = (consented: boolean) => ({
  material: 'plan',
  evidence: { zh: '放飞方案', en: 'Flight plan' },
  source: CASE_ID,
  trust: 'B' as const,
  validTo: '2027-11-19',
  consented,
})

const PAGES: readonly (readonly [string, VisitOptions])[] = [
  ['/', {}],
  ['/', { cookies: { edition: 'elder', contrast: 'high' } }],
  ['/items', {}],
  ['/items?text=%E9%A3%8E%E7%AD%9D&applicant=person&theme=culture-sport', {}],
  ['/departments', {}],
  ['/catalogue', {}],
  ['/catalogue?all=true', {}],
  ['/catalogue/2102-TY-FW-0101', {}],
  ['/items/2102-TY-XK-0001', {}],
  ['/help', {}],
  ['/about', {}],
  ['/accessibility', {}],
  ['/privacy', {}],
  ['/sign-in?next=/apply/x', {}],
  ['/sign-in/password', {}],
  ['/sign-in', { form: { phone: '13900000000', purpose: 'sign-in' } }],
  ['/sign-in/code', { form: { phone: '13900000000', code: '123456' } }],
  ['/sign-up', {}],
  ['/demo/messages', {}],
  ['/my/account', mine],
  ['/my/account/certificates/new', mine],
  ['/my/account/certificates/new?renew=91350100M000100Y43&algorithm=RSA', mine],
  ['/my/account/certificates/expiring', mine],
  ['/my/account/certificates/revoke?id=019ab000-0000-7000-8000-0000000000c1', mine],
  ['/my/privacy', mine],
  ['/sign-in/certificate', {}],
  ['/my/applications', mine],
  ['/my/materials', { ...mine, answers: { listMyEvidence: async () => ({ evidence: [] }) } }],
  [
    '/my/materials?done=withheld',
    { ...mine, answers: { listMyEvidence: async () => ({ evidence: [PERMIT] }) } },
  ],
  [`/drafts/${DRAFT_ID}/materials`, { ...mine, draft: aDraft({ held: [offer(false)] }) }],
  [`/drafts/${DRAFT_ID}/materials`, { ...mine, draft: aDraft({ held: [offer(true)] }) }],
  ['/apply/2102-TY-XK-0001', mine],
  [`/drafts/${DRAFT_ID}/form/1`, mine],
  [`/drafts/${DRAFT_ID}/form/2`, { ...mine, draft: full }],
  [`/drafts/${DRAFT_ID}/form/2?check=1`, mine],
  [`/drafts/${DRAFT_ID}/materials`, { ...mine, draft: full }],
  [`/drafts/${DRAFT_ID}/materials?check=1`, mine],
  [`/drafts/${DRAFT_ID}/delivery`, mine],
  [`/drafts/${DRAFT_ID}/review`, mine],
  [`/my/applications/${CASE_ID}`, mine],
  [`/my/applications/${CASE_ID}`, { ...mine, answers: { getApplication: async () => correction } }],
  [`/my/applications/${CASE_ID}/correct`, { ...mine, answers: { getApplication: async () => correction } }],
  [`/my/applications/${CASE_ID}/done`, mine],
  [`/my/applications/${CASE_ID}/receipt`, mine],
  [`/my/applications/${CASE_ID}/withdraw`, mine],
  ['/track', {}],
  ['/track', { form: { number: '', phone: '' } }],
  [`/track/${CASE_ID}`, {}],
  ['/verify', {}],
  ['/verify/AAAA-BBBB', {}],
  ['/verify/nothing', {}],
  ['/verify/receipt', {}],
]

describe.each(['zh', 'en'] as const)('every page in %s', (language) => {
  it.each(PAGES)('%s is whole: headings, labels, ids, tokens, no inline code', async (url, options) => {
    const { root } = await visit(url, { ...options, language })
    expect(faultsOf(root)).toEqual([])
    const html = find(root, ({ tag }) => tag === 'html')
    expect(html?.attributes.lang).toBe(language === 'zh' ? 'zh-CN' : 'en')
  })
})

it.each(PAGES)('%s in English marks what is left in Chinese', async (url, options) => {
  const { root } = await visit(url, { ...options, language: 'en' })
  const unmarked = chineseOutside(find(root, ({ attributes }) => attributes.id === 'main'))
  expect(unmarked).toEqual([])
})

/** Chinese texts outside any element that says so; names and documents people gave are theirs. */
function chineseOutside(main: ReturnType<typeof find>): string[] {
  const found: string[] = []
  const walk = (element: NonNullable<typeof main>) => {
    if (element.attributes.lang === 'zh-CN') return
    for (const child of element.children) {
      if (typeof child !== 'string') walk(child)
      else if (/[\u4e00-\u9fff]/.test(child) && !GIVEN.test(child)) found.push(child)
    }
  }
  if (main) walk(main)
  return found
}

/** Names, addresses, file names, document numbers, letters: as they were given or issued. */
const GIVEN =
  /王小海|王＊海|海风文体|方案\.pdf|体收字|验证码 \d|区|街道|社区|1 号|80 米|与方案|警戒线|受理，次日|个工作日为|持证人|受理\)|补正\)|特别程序\)|承诺件\)|开饭店|“风筝”/

it('names the section of a page in the navigation', async () => {
  const { root } = await visit('/items/2102-TY-XK-0001')
  const current = [...all(root)].filter(({ attributes }) => attributes['aria-current'] === 'page')
  expect(current.map(({ attributes }) => attributes.href).filter(Boolean)).toEqual(['/items'])
})

/** A small city in memory, typed by the contracts: one item, one citizen, a few cases. What the site shows is made of this. */
import type {
  ApplicationView,
  approvalsEndpoints,
  Draft,
  EntryCard,
  ItemCard,
  ItemGuide,
  TrackView,
  Verification,
} from '@mashang/approvals/contract'
import type { assistanceEndpoints } from '@mashang/assistance/contract'
import type { bundlesEndpoints } from '@mashang/bundles/contract'
import type { feesEndpoints } from '@mashang/fees/contract'
import type { City } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import type { hallEndpoints } from '@mashang/hall/contract'
import type { identityEndpoints } from '@mashang/identity/contract'
import { type Client, refuse } from '@mashang/kit'
import type { knowledgeEndpoints } from '@mashang/knowledge/contract'
import { accountAnswers } from './account-answers.ts'
import { ratingAnswers } from './rating-answers.ts'

export const CITY: City = {
  id: 'kite-city',
  name: { zh: '风筝市', en: 'Kite City' },
  region: '210200',
  centre: { zh: '风筝市政务服务中心', en: 'Kite City Service Centre' },
  hotline: '12345',
  demo: true,
  'document-word': '筝',
}

export const REGIONS: Readonly<Record<string, string>> = {
  '210202': '中山区',
  '210203': '西岗区',
  '210203011': '人民广场街道',
  '210203011003': '胜利社区',
}

const organ = {
  id: 'sports-bureau',
  name: { zh: '市体育局', en: 'Sports Bureau' },
  short: { zh: '体育局', en: 'Sports' },
}
const item = aKitePermit()
const AT = '2026-11-20T02:14:00.000Z'
export const CASE_ID = '0193a5c0-0000-7000-8000-000000000001'
export const DRAFT_ID = '0193a5c0-0000-7000-8000-00000000d001'
const DIGEST = 'b'.repeat(64)

const CARD: ItemCard = {
  code: item.code,
  version: item.version,
  name: item.name,
  summary: item.summary,
  organ,
  type: item.type,
  handling: item.handling,
  applicants: [...item.applicants],
  promised: '5wd',
  statutory: '20wd',
  visits: 0,
  depth: 4,
  online: true,
  fee: false,
  themes: ['culture-sport'],
}

export function aGuide(changes: Partial<ItemGuide> = {}): ItemGuide {
  return {
    item,
    organ: { ...organ, office: { zh: '行政审批办公室' }, phone: '0411-1', address: { zh: '音乐广场 1 号' } },
    themes: [{ id: 'culture-sport', name: { zh: '文化体育', en: 'Culture' }, for: 'person' }],
    windows: [
      {
        id: 'hall-c-12',
        number: 'C12',
        hall: { zh: '社会事务厅', en: 'Hall C' },
        floor: '2F',
        hours: { zh: '周一至周五 8:30—16:30', en: 'Monday to Friday' },
        address: { zh: '音乐广场 1 号', en: '1 Music Square' },
        phone: '0411-2',
      },
    ],
    online: true,
    status: 'published',
    related: [CARD],
    publishedAt: AT,
    ...changes,
  }
}

const clock = {
  due: '2026-11-27',
  provisional: false,
  stopped: false,
  remaining: 4,
  state: 'running',
  explanation: ['2026年11月20日受理，次日起算。', '第 5 个工作日为 2026年11月27日。'],
} as const

const journal = [
  {
    revision: 1,
    kind: 'submitted',
    at: AT,
    by: '',
    title: { zh: '提交申请', en: 'Submitted' },
    digest: DIGEST,
  },
]
const steps = [
  { id: 'review', name: { zh: '审查', en: 'Review' }, state: 'current' },
  { id: 'decide', name: { zh: '决定', en: 'Decision' }, state: 'ahead' },
] as const

export function anApplication(changes: Partial<ApplicationView> = {}): ApplicationView {
  return {
    id: CASE_ID,
    number: '2102-2026-0000123',
    revision: 3,
    item: { code: item.code, version: 3, name: item.name, handling: 'promised' },
    organ,
    status: 'under-review',
    sentence: { zh: '正在审查，预计 2026年11月27日前办结。', en: 'Under review.' },
    channel: 'online',
    submittedAt: AT,
    acceptedAt: AT,
    applicant: {
      kind: 'person',
      name: '王小海',
      code: '1101**********002X',
      phone: '13900000000',
      masked: false,
    },
    delivery: 'electronic',
    form: { 'line-length': 80, night: false },
    answers: [{ id: 'line-length', label: { zh: '线长', en: 'Length' }, text: '80 米' }],
    materials: [
      {
        id: 'plan',
        name: { zh: '放飞方案', en: 'Flight plan' },
        required: true,
        files: [
          { digest: DIGEST, name: '方案.pdf', size: 2048, type: 'application/pdf', href: `/api/f/${DIGEST}` },
        ],
      },
    ],
    clocks: {
      promised: { ...clock, explanation: [...clock.explanation] },
      statutory: { ...clock, explanation: [] },
    },
    steps: [...steps],
    proceedings: [],
    documents: [
      {
        id: 'd1',
        kind: 'material-receipt',
        number: '筝体收字〔2026〕第000123号',
        title: { zh: '申请材料接收凭证', en: 'Material receipt' },
        at: AT,
        href: '/api/d1',
        code: 'AAAA-BBBB',
      },
    ],
    journal: [...journal],
    cards: [],
    actions: ['withdrawApplication'],
    ...changes,
  }
}

export function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    id: DRAFT_ID,
    item: { code: item.code, version: 3, name: item.name },
    applicant: { kind: 'person' },
    form: { name: '王小海', phone: '13900000000' },
    materials: [],
    held: [],
    delivery: 'electronic',
    revision: 1,
    savedAt: AT,
    ...changes,
  }
}

const tracked: TrackView = {
  number: '2102-2026-0000123',
  item: item.name,
  organ,
  status: 'under-review',
  sentence: { zh: '正在审查。', en: 'Under review.' },
  holder: { zh: '体育局审批办', en: 'Sports' },
  submittedAt: AT,
  clocks: {
    promised: { ...clock, explanation: [...clock.explanation] },
    statutory: { ...clock, explanation: [] },
  },
  steps: [...steps],
  journal: [...journal],
}

const verification: Verification = {
  code: 'AAAA-BBBB',
  kind: 'licence',
  title: { zh: '风筝放飞许可证', en: 'Kite-flying permit' },
  number: 'JY1',
  organ,
  issuedAt: AT,
  status: 'valid',
  shows: [{ label: '持证人', text: '王＊海' }],
  fileDigest: DIGEST,
  log: { leaf: 7, digest: DIGEST, checkpoint: 'x' },
  demo: true,
}

const facet = { id: 'culture-sport', name: { zh: '文化体育', en: 'Culture' }, count: 1 }
const me = {
  kind: 'citizen' as const,
  id: 'w',
  name: '王小海',
  csrfToken: 't',
  demo: true,
  citizen: {
    phone: '139****0000',
    idCard: '1101**********002X',
    hasPassword: true,
    enterprises: [{ uscc: '91350100M000100Y43', name: '海风文体有限公司', trust: 'D' as const, since: AT }],
  },
}

const KITE_ENTRY: EntryCard = {
  code: item.code,
  name: item.name,
  organ,
  type: 'licence',
  statutory: '20wd',
  promised: '5wd',
  visits: 0,
  depth: 4,
  class: 'wholly-online',
  fee: false,
  applicants: [...item.applicants],
  guide: true,
}

/** A line of the catalogue without a guide. */
export const AN_ENTRY: EntryCard = {
  ...KITE_ENTRY,
  code: '2102-TY-FW-0101',
  name: { zh: '国民体质测试预约', en: 'Fitness test' },
  type: 'public-service',
  promised: '0wd',
  visits: 2,
  depth: 2,
  class: 'fewer-visits',
  guide: false,
}

export type Approvals = Client<typeof approvalsEndpoints>
export type Identity = Client<typeof identityEndpoints>
export type Hall = Client<typeof hallEndpoints>
type Knowledge = Client<typeof knowledgeEndpoints>
type Assistance = Client<typeof assistanceEndpoints>
type Bundles = Client<typeof bundlesEndpoints>
type Fees = Client<typeof feesEndpoints>

const catalogueAnswers: Partial<Approvals> = {
  countEntries: async () => ({
    entries: 2,
    licences: 1,
    publicServices: 1,
    handled: 2,
    whollyOnline: 1,
    oneVisit: 0,
    fewerVisits: 1,
    depths: [0, 1, 0, 1],
    guides: 1,
  }),
  listEntries: async ({ query }) => {
    const entries = query?.guide === false ? [AN_ENTRY] : [AN_ENTRY, KITE_ENTRY]
    return {
      entries,
      total: entries.length,
      page: 1,
      pages: 1,
      organs: [{ id: organ.id, name: organ.name, count: 2 }],
    }
  },
  getEntry: async ({ params: { code } }) =>
    code === AN_ENTRY.code
      ? {
          ...AN_ENTRY,
          basis: [{ law: '体育法' }],
          themes: [],
          organ: { ...organ, office: { zh: '审批办' }, phone: '0411-1', address: { zh: '三层' } },
          situations: [],
        }
      : refuse('entry-not-found', { facts: { code } }),
}

/** Answers of the modules to the pages; `draft` is what has been saved. */
export function answersOf(
  draft: Draft,
  changes: Partial<Approvals & Identity & Hall>,
): Partial<Approvals & Identity & Hall & Knowledge & Assistance & Bundles & Fees> {
  let kept = draft
  return {
    listBundles: async () => ({ bundles: [] }),
    listMyBundles: async () => ({ bundles: [] }),
    getMyFees: async () => refuse('charge-not-found'),
    listMyHelp: async () => ({ requests: [] }),
    findAnswers: async () => ({ answers: [], total: 0, page: 1, pages: 1 }),
    browse: async () => ({
      city: CITY,
      themes: [{ ...facet, for: 'person', icon: 'kite' }],
      organs: [{ id: organ.id, name: organ.name, count: 1, kind: 'department' }],
      popular: [CARD],
      counts: { items: 1, online: 1, onTheSpot: 0, noVisit: 1 },
    }),
    findItems: async () => ({ items: [CARD], total: 1, page: 1, pages: 1, themes: [facet], organs: [] }),
    getItemGuide: async () => aGuide(),
    ...catalogueAnswers,
    ...ratingAnswers,
    ...accountAnswers,
    listRegions: async (call) => ({ regions: regionsUnder(call.query?.parent) }),
    getDraft: async () => kept,
    listDrafts: async () => ({ drafts: [kept] }),
    saveDraft: async ({ input }) => {
      kept = { ...kept, form: input.form, delivery: input.delivery ?? kept.delivery }
      return kept
    },
    startDraft: async () => kept,
    submitDraft: async () => ({ id: CASE_ID, number: '1', submittedAt: AT, revision: 1 }),
    getApplication: async () => anApplication(),
    listMyApplications: async () => ({ applications: [] }),
    getReceipt: async () => ({ sequenced: true, receipt: { leaf: 7 } }),
    trackApplication: async () => tracked,
    trackByCode: async () => tracked,
    verifyDocument: async ({ params }) =>
      params.code === 'AAAA-BBBB'
        ? verification
        : refuse('nothing-to-verify', { facts: { code: params.code } }),
    me: async () => me,
    sendCode: async () => ({ sentTo: '139****0000', validSeconds: 300, nextAfterSeconds: 60, demo: true }),
    signInByCode: async () => refuse('phone-not-registered', { facts: { phone: '139' } }),
    listEnterprises: async () => ({ enterprises: me.citizen.enterprises }),
    listDemoMessages: async () => ({
      messages: [{ id: '1', at: AT, phone: '13900000000', text: '验证码 123456', purpose: 'sign-in' }],
    }),
    ...changes,
  }
}

function regionsUnder(parent: string | undefined) {
  const digits = parent === undefined ? 6 : parent.length + 3
  return Object.entries(REGIONS)
    .filter(([code]) => code.length === digits && code.startsWith(parent ?? ''))
    .map(([code, name]) => ({ code, name }))
}

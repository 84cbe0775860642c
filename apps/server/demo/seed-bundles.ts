/**
 * Bundles of the demonstration, one in each state: waiting for a correction, late, and finished. All invented.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { type BundleView, bundlesEndpoints } from '@mashang/bundles/contract'
import type { Documents } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import { type Calendar, type Client, type Endpoints, legalDayOf, type Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { chunks, materialPdf, startOf } from './seed-cases.ts'

export interface SeedBundles {
  readonly door: Door
  readonly documents: Documents
  readonly items: readonly ServiceItem[]
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly founder: Who
  readonly now: Date
  readonly memberOf: FindMember
  /** Form values of an item's first example, dated from a day. */
  exampleOf(item: ServiceItem, today: string): Readonly<Record<string, unknown>>
  /** Lets bundles catch up with an application that was decided. */
  follow(application: string): Promise<void>
}

interface Plan {
  readonly bundle: string
  readonly circumstances: Readonly<Record<string, unknown>>
  /** Working days ago that it was submitted. */
  readonly ago: number
  /** Parts that were granted, how many working days after. */
  readonly granted: Readonly<Record<string, number>>
  readonly corrected?: readonly string[]
}

const PLANS: readonly Plan[] = [
  {
    bundle: 'open-bookshop',
    circumstances: { registered: true, area: 90, coffee: true, sign: false },
    ago: 12,
    granted: { books: 1, food: 5, sewer: 4 },
  },
  {
    bundle: 'open-store',
    circumstances: { registered: true, area: 60, tobacco: true, papers: false, sign: false },
    ago: 11,
    granted: { food: 6 },
  },
  {
    bundle: 'open-restaurant',
    circumstances: { registered: true, area: 120, tobacco: false, sign: false },
    ago: 1,
    granted: {},
    corrected: ['food', 'sewer'],
  },
]

const PREMISES = { region: '210203011003', detail: '唐山街 1 号 1 层' }

export async function seedBundles(needs: SeedBundles): Promise<number> {
  for (const plan of PLANS) await play(needs, plan)
  needs.clock.set(needs.now)
  return PLANS.length
}

function client<T extends Endpoints>({ door }: SeedBundles, table: T, who: Who): Client<T> {
  return door.clientOf(table, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}

async function play(needs: SeedBundles, plan: Plan): Promise<void> {
  needs.clock.set(startOf(needs, plan.ago))
  const me = client(needs, bundlesEndpoints, needs.founder)
  const params = { bundle: plan.bundle }
  const { id } = must(await me.startBundle({ params, input: { circumstances: plan.circumstances } }))
  await fill(needs, id)
  const view = must(await me.submitBundle({ params: { id }, input: { consents: [] } }))
  for (const [part, days] of Object.entries(plan.granted)) await grant(needs, view, part, plan.ago - days)
  for (const part of plan.corrected ?? []) await askForCorrection(needs, view, part)
}

/** Fills in the sheet by the items' own examples, and uploads what is missing. */
async function fill(needs: SeedBundles, id: string): Promise<void> {
  const me = client(needs, bundlesEndpoints, needs.founder)
  const params = { id, sheet: 'main' as const }
  const today = legalDayOf(needs.now)
  const sheet = must(await me.getBundleSheet({ params }))
  const codes = sheet.items.map(({ code }) => code)
  const examples = needs.items
    .filter(({ code }) => codes.includes(code))
    .map((item) => needs.exampleOf(item, today))
  const known: Record<string, unknown> = {
    ...Object.assign({}, ...examples),
    ...{ premises: PREMISES, responsible: '王小海' },
    ...sheet.answers,
  }
  const answers = Object.fromEntries(
    sheet.questions.flatMap(({ field }) => (field.id in known ? [[field.id, known[field.id]]] : [])),
  )
  const typed = must(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { field, error } of typed.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = must(await me.saveBundleSheet({ params, input: { answers } }))
  const about = { code: id.slice(0, 8), name: filled.name }
  for (const { key, material, missing } of filled.materials) {
    if (!missing) continue
    const pdf = await materialPdf(needs.documents, about, material.name.zh, today)
    const upload = {
      name: `${material.name.zh.slice(0, 40)}.pdf`,
      type: 'application/pdf',
      body: chunks(pdf),
    }
    must(await me.addBundleFile({ params: { ...params, material: key }, upload }))
  }
}

/** The office of a part, with every role that its steps ask for. */
function deskOf(needs: SeedBundles, view: BundleView, part: string) {
  const one = view.parts.find(({ id }) => id === part)
  const organ = one?.organ.id ?? ''
  const who: Who = {
    ...{ kind: 'staff', ...needs.memberOf(organ, 'handling-officer'), organ, session: 'demo' },
    roles: ['window-clerk', 'handling-officer', 'inspector', 'approval-head'],
  }
  return { desk: client(needs, approvalsEndpoints, who), params: { id: one?.application?.id ?? '' } }
}

async function grant(needs: SeedBundles, before: BundleView, part: string, ago: number): Promise<void> {
  needs.clock.set(startOf(needs, ago))
  const { desk, params } = deskOf(needs, before, part)
  let view = must(await desk.acceptApplication({ params, input: { expected: 1 } }))
  while (view.actions.includes('concludeStep')) {
    const input = {
      ...{ expected: view.revision, passed: true, with: ['钱协查'] },
      findings: '与申请内容一致，符合要求。',
    }
    view = must(await desk.concludeStep({ params, input }))
  }
  const input = { expected: view.revision, outcome: 'grant' as const, reasons: '' }
  must(await desk.decideApplication({ params, input }))
  await needs.follow(params.id)
}

async function askForCorrection(needs: SeedBundles, view: BundleView, part: string): Promise<void> {
  const { desk, params } = deskOf(needs, view, part)
  const points = [{ target: 'materials.business-licence', what: '照片不清楚，请重新拍一张。' }]
  must(await desk.requestCorrection({ params, input: { expected: 1, points, note: '' } }))
}

/**
 * Investment projects of the demonstration, one in each situation: planned, under way, late, secret. All invented.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import type { Documents } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import { identityEndpoints } from '@mashang/identity/contract'
import {
  type Calendar,
  type Client,
  type Endpoints,
  legalDayOf,
  type StaffRole,
  type Who,
} from '@mashang/kit'
import { projectsEndpoints } from '@mashang/projects/contract'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { chunks, materialPdf, startOf } from './seed-cases.ts'
import { passDrawings, seedAcceptance, seedDrawings, seedGuidance } from './seed-joint-work.ts'

export interface SeedProjects {
  readonly door: Door
  readonly documents: Documents
  readonly items: readonly ServiceItem[]
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly builder: Who
  readonly memberOf: FindMember
  readonly now: Date
  /** Form values of an item's first example, dated from a day. */
  exampleOf(item: ServiceItem, today: string): Readonly<Record<string, unknown>>
  /** Lets a project catch up with an application that was decided. */
  follow(application: string): Promise<void>
}

const BUILDER = { uscc: '91210200MD9000012P', name: '大连湾区置业有限公司' }

const FACTS = {
  kind: 'filing',
  funding: 'private',
  industry: 'factory',
  land: 'sold',
  environment: 'form',
  'fire-special': false,
  'air-defence-offsite': false,
  'lightning-special': false,
  trees: false,
  'digs-road': true,
  sewer: true,
  secret: false,
}

interface Plan {
  /** Working days ago that it was registered. */
  readonly ago: number
  readonly facts: Readonly<Record<string, unknown>>
  /** Stages that were applied for, how many working days after registration, and which items were granted when. */
  readonly applied?: readonly {
    readonly stage: string
    readonly after: number
    readonly granted: Readonly<Record<string, number>>
    /** The drawings pass the joint review first. */
    readonly drawings?: boolean
  }[]
}

const PLANS: readonly Plan[] = [
  {
    ago: 26,
    facts: {
      ...FACTS,
      name: '湾区智能装备厂房',
      investment: 12_800_000_000,
      place: { region: '210211016003', detail: '小平岛路 9 号' },
      'floor-area': 18_600,
      'land-area': 12_400,
      'plan-start': '2027-06-01',
      'plan-end': '2028-12-31',
    },
    applied: [
      {
        stage: 'land',
        after: 1,
        granted: { '2102-FG-QT-0002': 0, '2102-HB-XK-0002': 6, '2102-SW-XK-0003': 9 },
      },
      { stage: 'land', after: 3, granted: { '2102-ZR-XK-0001': 10 } },
      { stage: 'works', after: 14, granted: {} },
    ],
  },
  {
    ago: 12,
    facts: {
      ...FACTS,
      name: '星海湾滨海住宅二期',
      industry: 'housing',
      'for-sale': true,
      investment: 92_000_000_000,
      place: { region: '210211016003', detail: '滨海西路 88 号' },
      'floor-area': 86_000,
      'land-area': 41_200,
      'plan-start': '2027-09-01',
      'plan-end': '2029-10-31',
    },
    applied: [{ stage: 'land', after: 2, granted: { '2102-FG-QT-0002': 0 } }],
  },
  {
    ago: 3,
    facts: {
      ...FACTS,
      name: '凌水社区卫生服务中心',
      kind: 'approval',
      funding: 'government',
      industry: 'public-building',
      land: 'assigned',
      'fire-special': true,
      investment: 4_600_000_000,
      place: { region: '210211016003', detail: '凌水路 21 号' },
      'floor-area': 5_200,
      'land-area': 4_800,
      'plan-start': '2027-08-01',
      'plan-end': '2028-12-31',
    },
  },
  {
    ago: 8,
    facts: {
      ...FACTS,
      name: '某配套工程（演示涉密项目）',
      industry: 'other',
      secret: true,
      investment: 3_000_000_000,
      place: { region: '210211016003', detail: '不公开' },
      'floor-area': 3_000,
      'land-area': 3_600,
      'plan-start': '2027-08-01',
      'plan-end': '2028-08-31',
    },
  },
  {
    ago: 60,
    facts: {
      ...FACTS,
      name: '高新园区研发楼改扩建',
      industry: 'other',
      land: 'owned',
      environment: 'none',
      'digs-road': false,
      investment: 2_600_000_000,
      place: { region: '210211016003', detail: '黄浦路 500 号' },
      'floor-area': 3_800,
      'land-area': 4_200,
      'plan-start': '2026-10-09',
      'plan-end': '2026-11-30',
    },
    applied: [
      { stage: 'land', after: 0, granted: { '2102-FG-QT-0002': 0 } },
      { stage: 'works', after: 1, granted: { '2102-ZR-XK-0002': 8 } },
      {
        stage: 'building',
        after: 12,
        drawings: true,
        granted: { '2102-ZJ-QT-0002': 2, '2102-GS-FW-0001': 3 },
      },
      { stage: 'building', after: 16, granted: { '2102-ZJ-XK-0001': 3 } },
    ],
  },
]

export async function seedProjects(needs: SeedProjects): Promise<number> {
  must(await client(needs, identityEndpoints, needs.builder).addEnterprise({ input: BUILDER }))
  const ids: string[] = []
  for (const plan of PLANS) ids.push(await play(needs, plan))
  needs.clock.set(needs.now)
  await seedTogether(needs, ids)
  return PLANS.length
}

function client<T extends Endpoints>({ door }: SeedProjects, table: T, who: Who): Client<T> {
  return door.clientOf(table, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}

/** One project in guidance, one whose drawings are reviewed, one whose works are being accepted. */
async function seedTogether(
  needs: SeedProjects,
  [, homes = '', clinic = '', , laboratory = '']: readonly string[],
) {
  const as = (who: Who) => client(needs, projectsEndpoints, who)
  const owner = as(needs.builder)
  await seedGuidance({ id: clinic, owner, as, now: needs.now }, '沈自然')
  const about = { code: '', name: { zh: '星海湾滨海住宅二期' } }
  const pdf = await materialPdf(needs.documents, about, '施工图', legalDayOf(needs.now))
  needs.clock.set(startOf(needs, 4))
  await seedDrawings({ id: homes, owner, as, now: needs.now }, pdf)
  needs.clock.set(startOf(needs, 2))
  await seedAcceptance({ id: laboratory, owner, as, now: startOf(needs, 2) })
  needs.clock.set(needs.now)
}

async function play(needs: SeedProjects, plan: Plan): Promise<string> {
  needs.clock.set(startOf(needs, plan.ago))
  const owner = client(needs, projectsEndpoints, needs.builder)
  const { id } = must(await owner.registerProject({ input: { owner: BUILDER.uscc, facts: plan.facts } }))
  for (const { stage, after, granted, drawings } of plan.applied ?? []) {
    const at = plan.ago - after
    needs.clock.set(startOf(needs, at))
    if (drawings) await passTheDrawings(needs, id, String(plan.facts.name))
    const { submitted } = await applyFor(needs, id, stage)
    for (const { id: application, item } of submitted) {
      const days = granted[item]
      if (days === undefined) continue
      await grant(
        needs,
        application,
        item,
        [Math.min(days, 1), days].map((later) => Math.max(0, at - later)),
      )
      await needs.follow(application)
    }
  }
  return id
}

async function passTheDrawings(needs: SeedProjects, id: string, name: string): Promise<void> {
  const as = (who: Who) => client(needs, projectsEndpoints, who)
  const pdf = await materialPdf(
    needs.documents,
    { code: '', name: { zh: name } },
    '施工图',
    legalDayOf(needs.now),
  )
  await passDrawings({ id, owner: as(needs.builder), as, now: needs.now }, pdf)
}

/** Fills in the sheet of a stage by the items' own examples, and submits it. */
async function applyFor(needs: SeedProjects, id: string, stage: string) {
  const owner = client(needs, projectsEndpoints, needs.builder)
  const params = { id, stage }
  const today = legalDayOf(needs.now)
  const sheet = must(await owner.getSheet({ params }))
  const examples = needs.items
    .filter(({ code }) => sheet.items.some((item) => item.code === code))
    .map((item) => needs.exampleOf(item, today))
  const answers: Record<string, unknown> = Object.assign({}, ...examples, sheet.answers)
  const about = { code: sheet.project.code, name: { zh: sheet.project.name } }
  const typed = must(await owner.saveSheet({ params, input: { answers } }))
  for (const { field, error } of typed.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = must(await owner.saveSheet({ params, input: { answers } }))
  for (const { key, material, missing } of filled.materials) {
    if (!missing) continue
    const pdf = await materialPdf(needs.documents, about, material.name.zh, today)
    const upload = {
      name: `${material.name.zh.slice(0, 40)}.pdf`,
      type: 'application/pdf',
      body: chunks(pdf),
    }
    must(await owner.addSheetFile({ params: { ...params, material: key }, upload }))
  }
  return must(await owner.submitStage({ params, input: {} }))
}

const ROLES: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** Takes an application from its acceptance to the grant; both so many working days ago. */
async function grant(
  needs: SeedProjects,
  id: string,
  code: string,
  [accepted = 0, decided = 0]: readonly number[],
): Promise<void> {
  const organ = needs.items.find((item) => item.code === code)?.organ ?? ''
  const member = needs.memberOf(organ, 'handling-officer')
  const who: Who = { kind: 'staff', ...member, organ, roles: ROLES, session: 'demo' }
  const desk = client(needs, approvalsEndpoints, who)
  const params = { id }
  needs.clock.set(startOf(needs, accepted))
  let view = must(await desk.acceptApplication({ params, input: { expected: 1 } }))
  needs.clock.set(startOf(needs, decided))
  while (view.actions.includes('concludeStep')) {
    const input = {
      expected: view.revision,
      passed: true,
      findings: '与申请内容一致，符合要求。',
      with: ['钱协查'],
    }
    view = must(await desk.concludeStep({ params, input }))
  }
  const decision = { expected: view.revision, outcome: 'grant' as const, reasons: '' }
  must(await desk.decideApplication({ params, input: decision }))
}

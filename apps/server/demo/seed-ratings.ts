/**
 * Ratings of the demonstration, one in each situation: good, published, to be reviewed, under follow-up, overdue,
 * answered, appealed, left out; and some cases that nobody rated. All invented.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { type FollowUpStep, type GivenInput, hallEndpoints } from '@mashang/hall/contract'
import type { Calendar, Client, Endpoints, StaffRole, Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { startOf } from './seed-cases.ts'

export interface SeedRatings {
  readonly door: Door
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who }[]
  readonly now: Date
  readonly memberOf: FindMember
  /** Opens what may be rated of an application. */
  open(application: string): Promise<void>
}

interface Plan {
  readonly citizen: 0 | 1 | 2
  /** Part of the item's name in Chinese, and how the case ended. */
  readonly item: string
  readonly status: string
  /** Working days ago that it was rated. */
  readonly ago: number
  readonly given: GivenInput
  readonly steps?: readonly FollowUpStep[]
  readonly appeal?: string
  readonly ruling?: string
  /** The words as they are published. */
  readonly published?: string
}

const FOOD = '食品经营许可（新办）'
const KITE = '风筝放飞许可'

const PLANS: readonly Plan[] = [
  {
    ...{ citizen: 1, item: FOOD, status: 'granted', ago: 8 },
    given: {
      level: 'very-satisfied',
      tags: ['quick', 'told-clearly'],
      words: '窗口一次讲清楚要带什么，三天就办好了，谢谢王师傅。',
      publish: true,
    },
    published: '窗口一次讲清楚要带什么，三天就办好了，谢谢。',
  },
  {
    ...{ citizen: 0, item: FOOD, status: 'granted', ago: 1 },
    given: {
      level: 'satisfied',
      tags: ['online-easy'],
      words: '网上就能传材料，不用跑；希望现场核查能提前一天约时间。',
      publish: true,
    },
  },
  {
    ...{ citizen: 2, item: FOOD, status: 'refused', ago: 4 },
    given: {
      level: 'dissatisfied',
      tags: ['unclear'],
      words: '核查时才说缺少消毒间，申请的时候没有人告诉我。',
    },
    steps: [{ kind: 'called-back', reached: true, note: '电话致歉，约定重新核查前先看图纸。' }],
  },
  {
    ...{ citizen: 1, item: FOOD, status: 'declined', ago: 9 },
    given: { level: 'dissatisfied', tags: ['many-trips'], words: '跑了两趟才知道该到区里办。' },
    steps: [
      { kind: 'called-back', reached: true, note: '已联系本人并致歉。' },
      { kind: 'verified', found: 'true', note: '指南没有写明市、区分工，情况属实。' },
      { kind: 'fixed', note: '办事指南已写明分工，窗口可以代收区级申请。' },
      {
        kind: 'answered',
        text: '您反映的情况属实，向您致歉。办事指南已经改好，今后市里的窗口可以代收区级申请。',
      },
    ],
  },
  {
    ...{ citizen: 0, item: FOOD, status: 'withdrawn', ago: 3 },
    given: { level: 'very-dissatisfied', tags: ['slow'], words: '等了二十天没有结果。' },
    appeal: '该件从收件到申请人自行撤回共两个工作日，与评价内容不符，疑为误评。',
  },
  {
    ...{ citizen: 1, item: KITE, status: 'not-needed', ago: 18 },
    given: {
      level: 'dissatisfied',
      tags: ['unclear'],
      words: '说不用办，又没有给书面的东西，怕到时候被拦。',
    },
  },
  {
    ...{ citizen: 0, item: KITE, status: 'granted', ago: 1 },
    given: { level: 'very-satisfied', tags: ['quick', 'friendly'] },
  },
  {
    ...{ citizen: 0, item: '环境影响报告表', status: 'granted', ago: 6 },
    given: { level: 'very-satisfied', tags: ['few-papers', 'no-trips'] },
  },
  {
    ...{ citizen: 0, item: '水土保持方案', status: 'granted', ago: 5 },
    given: { level: 'satisfied', tags: ['quick'], words: '比承诺的时间提前了三天。', publish: true },
    published: '比承诺的时间提前了三天。',
  },
  {
    ...{ citizen: 0, item: '建设用地规划许可', status: 'granted', ago: 4 },
    given: { level: 'fairly-satisfied', words: '图纸格式要求写得不够细，改了一次。' },
  },
  {
    ...{ citizen: 0, item: '项目备案', status: 'granted', ago: 4 },
    given: { level: 'dissatisfied', tags: ['extra-charge'], words: '要收加急费。' },
    appeal: '本事项不收费，系统没有任何收费记录；经联系，评价人说的是中介公司的收费。',
    ruling:
      '调阅收费记录并电话核实，评价人所说的收费由其委托的中介公司收取，与本事项无关，属误评，不予采纳。',
  },
]

export async function seedRatings(needs: SeedRatings): Promise<number> {
  let rated = 0
  for (const plan of PLANS) if (await play(needs, plan)) rated++
  // What nobody rated is open to be rated, and counts as not rated.
  for (const citizen of needs.citizens)
    for (const { id } of must(await client(needs, approvalsEndpoints, citizen.who).listMyApplications({}))
      .applications)
      await needs.open(id)
  needs.clock.set(needs.now)
  return rated
}

function client<T extends Endpoints>({ door }: SeedRatings, table: T, who: Who): Client<T> {
  return door.clientOf(table, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}

async function play(needs: SeedRatings, plan: Plan): Promise<boolean> {
  const who = needs.citizens[plan.citizen]?.who
  if (!who) return false
  const mine = must(await client(needs, approvalsEndpoints, who).listMyApplications({}))
  const found = mine.applications.find(
    ({ item, status }) => item.name.zh.includes(plan.item) && status === plan.status,
  )
  if (!found) return false
  needs.clock.set(startOf(needs, plan.ago))
  await needs.open(found.id)
  const citizen = client(needs, hallEndpoints, who)
  const { ratings } = must(await citizen.listMyRatings({ query: { application: found.id } }))
  const open = ratings.find(({ kind, given }) => kind === 'case' && !given)
  if (!open) return false
  const params = { id: open.id }
  must(await citizen.rate({ params, input: plan.given }))
  await follow(needs, plan, params, found.organ.id)
  return true
}

/** What the office and supervision did since, one working day after the other. */
async function follow(needs: SeedRatings, plan: Plan, params: { readonly id: string }, organ: string) {
  const as = (office: string, role: StaffRole) =>
    client(needs, hallEndpoints, {
      ...{ kind: 'staff', ...needs.memberOf(office, role), organ: office, roles: [role], session: 'demo' },
    })
  const head = as(organ, 'approval-head')
  const supervisor = as('data-bureau', 'supervisor')
  let ago = plan.ago
  const nextDay = () => {
    ago = Math.max(0, ago - 1)
    needs.clock.set(startOf(needs, ago))
  }
  for (const step of plan.steps ?? []) {
    nextDay()
    must(await head.continueFollowUp({ params, input: { step } }))
  }
  if (plan.appeal) {
    nextDay()
    must(await head.appealRating({ params, input: { grounds: plan.appeal } }))
  }
  if (plan.ruling) {
    nextDay()
    must(await supervisor.ruleOnRating({ params, input: { outcome: 'excluded', reasons: plan.ruling } }))
  }
  if (plan.published) {
    nextDay()
    must(await supervisor.reviewWords({ params, input: { outcome: 'published', text: plan.published } }))
  }
}

/**
 * Questions of the demonstration: answered and published, waiting, overdue, passed on. All invented.
 */
import type { Calendar, Client, StaffRole, Who } from '@mashang/kit'
import { knowledgeEndpoints } from '@mashang/knowledge/contract'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { startOf } from './seed-cases.ts'

export interface SeedQuestions {
  readonly door: Door
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who }[]
  readonly now: Date
  readonly memberOf: FindMember
}

const KITE = '2102-TY-XK-0001'
const FOOD = '2102-SJ-XK-0001'

interface Plan {
  readonly item: string
  readonly organ: string
  readonly asker: number
  /** Working days ago that it was asked. */
  readonly ago: number
  readonly text: string
  readonly answer?: string
  readonly cited?: readonly { readonly law: string; readonly article: string }[]
  readonly faq?: {
    readonly question: { readonly zh: string; readonly en: string }
    readonly answer: { readonly zh: string; readonly en: string }
    readonly published: boolean
  }
}

const PLANS: readonly Plan[] = [
  {
    ...{ item: FOOD, organ: 'market-regulation', asker: 0, ago: 9 },
    text: '我家小饭馆准备换到隔壁街，食品经营许可证是变更地址还是重新办？',
    answer: '经营场所改变的，要按新的场所重新申请食品经营许可，原证在新证发下来后注销。',
    cited: [{ law: '食品安全法', article: '第三十五条' }],
    faq: {
      question: {
        zh: '饭馆搬到别处，食品经营许可证能直接改地址吗？',
        en: 'My restaurant moves. Can the address on the food business licence simply be changed?',
      },
      answer: {
        zh: '不能。经营场所改变的，按新的场所重新申请；新证发下来后，原证注销。',
        en: 'No. For new premises you apply anew; the old licence is cancelled once the new one is issued.',
      },
      published: true,
    },
  },
  {
    ...{ item: KITE, organ: 'sports-bureau', asker: 1, ago: 6 },
    text: '春节期间想带孩子夜里放带灯的风筝，需要另外申请吗？',
    answer: '不用另外申请。在申请表里选择夜间放飞，风筝和线上要带灯。',
    cited: [{ law: '行政许可法', article: '第三十条' }],
    faq: {
      question: { zh: '夜里放飞风筝要另外申请吗？', en: 'Is flying a kite at night applied for separately?' },
      answer: {
        zh: '不用。在申请表里选择“夜间放飞”，风筝和线上要带灯。',
        en: 'No. Choose “flying at night” in the form; kite and line must carry a light.',
      },
      published: false,
    },
  },
  {
    ...{ item: FOOD, organ: 'market-regulation', asker: 1, ago: 5 },
    text: '门店只卖预包装食品和咖啡，也要办食品经营许可吗？',
  },
  {
    ...{ item: FOOD, organ: 'market-regulation', asker: 0, ago: 0 },
    text: '现场核查大概要等几天？核查当天需要法定代表人到场吗？',
  },
]

type Questions = Client<typeof knowledgeEndpoints>

/** Plays each question on its own days, by the hands of those whose work it is. */
export async function seedQuestions(needs: SeedQuestions): Promise<void> {
  const as = (who: Who): Questions =>
    needs.door.clientOf(knowledgeEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  for (const plan of PLANS) {
    const asker = needs.citizens[plan.asker]?.who
    if (!asker) continue
    needs.clock.set(startOf(needs, plan.ago))
    const { id } = must(await as(asker).askQuestion({ input: { item: plan.item, text: plan.text } }))
    if (!plan.answer) continue
    needs.clock.set(startOf(needs, plan.ago - 1))
    const officer = as(aStaffMember(needs, plan.organ, 'handling-officer'))
    const input = { text: plan.answer, cited: [...(plan.cited ?? [])] }
    must(await officer.answerQuestion({ params: { id }, input }))
    must(await as(asker).rateAnswer({ params: { id }, input: { helped: true } }))
    if (plan.faq) await propose(needs, officer, as, id, plan)
  }
  needs.clock.set(needs.now)
}

/** The officer proposes; where the plan says so, an editor publishes. */
async function propose(
  needs: SeedQuestions,
  officer: Questions,
  as: (who: Who) => Questions,
  from: string,
  plan: Plan,
): Promise<void> {
  const { faq, item, cited = [] } = plan
  if (!faq) return
  const { published, ...texts } = faq
  const { id } = must(await officer.proposeFaq({ input: { item, from, ...texts, cited: [...cited] } }))
  const editor = as(aStaffMember(needs, 'data-bureau', 'catalogue-editor'))
  if (published) must(await editor.publishFaq({ params: { id }, input: texts }))
}

function aStaffMember({ memberOf }: SeedQuestions, organ: string, role: StaffRole): Who {
  return { kind: 'staff', ...memberOf(organ, role), organ, roles: [role], session: 'demo' }
}

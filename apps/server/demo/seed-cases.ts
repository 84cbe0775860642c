/**
 * Plays the plans of the demonstration through the same handlers as everybody, on a clock that runs through the past.
 */

import { approvalsEndpoints } from '@mashang/approvals/contract'
import type { Documents } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import {
  actorOf,
  type Calendar,
  type Client,
  dayNumberOf,
  legalDayOf,
  type Refusal,
  type StaffRole,
  uuidv7,
  type Who,
} from '@mashang/kit'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { PLANS, type Plan } from './plans.ts'

export interface SeedCases {
  readonly door: Door
  readonly documents: Documents
  readonly items: readonly ServiceItem[]
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who; readonly uscc?: string }[]
  readonly now: Date
  readonly memberOf: FindMember
  /** Form values of an item's first example, dated from a day. */
  exampleOf(item: ServiceItem, today: string): Readonly<Record<string, unknown>>
}

type Approvals = Client<typeof approvalsEndpoints>

const HOUR = 3_600_000

export async function seedCases(needs: SeedCases): Promise<number> {
  let played = 0
  for (const plan of PLANS) {
    const item = needs.items.find((one) => one.name.zh === plan.item)
    if (!item?.examples?.[0]) continue
    await new Play(needs, plan, item).run()
    played++
  }
  needs.clock.set(needs.now)
  return played
}

/** One case from its submission to where its plan ends. */
class Play {
  private at: Date
  private id = ''
  private revision = 0
  private readonly needs: SeedCases
  private readonly plan: Plan
  private readonly item: ServiceItem

  constructor(needs: SeedCases, plan: Plan, item: ServiceItem) {
    this.needs = needs
    this.plan = plan
    this.item = item
    this.at = startOf(needs, plan.ago)
  }

  async run(): Promise<void> {
    await this.submit()
    const { end } = this.plan
    if (end === 'submitted') return
    if (end === 'withdrawn') return this.withdraw()
    if (end === 'awaiting-correction' || end === 'corrected') return this.correct(end)
    if (end === 'declined' || end === 'not-needed') return this.close(end)
    await this.desk(['handling-officer'], 1, (office, seen) =>
      office.acceptApplication({ params: this.params, input: { ...seen } }),
    )
    if (end === 'accepted') return
    if (end === 'stopped') return this.stop()
    if (end === 'announced') return this.announce()
    await this.review(end)
  }

  private get params() {
    return { id: this.id }
  }

  private client(who: Who, days: number): Approvals {
    const later = this.workingDaysOn(days)
    this.at =
      later < this.needs.now
        ? later
        : new Date(Math.max(this.at.getTime(), this.needs.now.getTime() - HOUR / 6))
    this.needs.clock.set(this.at)
    const caller = { who, expired: false, language: 'zh' as const, csrfToken: '' }
    return this.needs.door.clientOf(approvalsEndpoints, caller, {})
  }

  /** So many working days on: nobody decides on a Sunday. */
  private workingDaysOn(days: number): Date {
    const { calendar } = this.needs
    const today = legalDayOf(this.at)
    const day = days > 0 ? (calendar.addWorkingDays(today, days) ?? today) : today
    return new Date(this.at.getTime() + (dayNumberOf(day) - dayNumberOf(today)) * 24 * HOUR)
  }

  private get citizen(): Approvals {
    return this.client(this.applicant.who, 0)
  }

  private get applicant() {
    const one = this.needs.citizens[this.plan.citizen]
    if (!one) throw new Error('a plan names a citizen that there is not')
    return one
  }

  private async desk(
    roles: readonly StaffRole[],
    days: number,
    act: (office: Approvals, seen: { expected: number }) => Promise<{ readonly revision: number } | Refusal>,
    organ = this.item.organ,
  ): Promise<void> {
    const member = this.needs.memberOf(organ, roles[0] ?? 'handling-officer')
    const who: Who = { kind: 'staff', ...member, organ, roles, session: 'demo' }
    const done = must(await act(this.client(who, days), { expected: this.revision }))
    this.revision = done.revision
  }

  private async submit(): Promise<void> {
    const { item, applicant, citizen } = this
    const example = this.needs.exampleOf(item, legalDayOf(this.at))
    // Who applies for himself is the one the form names.
    const form = 'name' in example ? { ...example, name: actorOf(applicant.who).name } : example
    const materials: { material: string; files: { digest: string; name: string }[] }[] = []
    for (const material of item.materials) {
      if (material['satisfied-by']?.['licence-type'] === 'resident-identity-card') continue
      const pdf = await materialPdf(this.needs.documents, item, material.name.zh, legalDayOf(this.at))
      const upload = {
        name: `${material.name.zh.slice(0, 40)}.pdf`,
        type: 'application/pdf',
        body: chunks(pdf),
      }
      const file = must(await citizen.uploadFile({ upload }))
      materials.push({ material: material.id, files: [{ digest: file.digest, name: file.name }] })
    }
    const enterprise = this.plan.for === 'enterprise' && applicant.uscc
    const submitted = must(
      await citizen.submitApplication({
        input: {
          item: item.code,
          applicant: enterprise ? { kind: 'enterprise', uscc: enterprise } : { kind: 'person' },
          form: { ...form },
          materials,
        },
      }),
    )
    this.id = submitted.id
    this.revision = submitted.revision
  }

  private async withdraw(): Promise<void> {
    must(
      await this.client(this.applicant.who, 2).withdrawApplication({
        params: this.params,
        input: { reason: '店面另选新址，先撤回。' },
      }),
    )
  }

  private async correct(end: 'awaiting-correction' | 'corrected'): Promise<void> {
    const material = this.item.materials.find((one) => one.required === true && !one['satisfied-by'])
    const target = material ? `materials.${material.id}` : `form.${this.item.fields[0]?.id ?? ''}`
    const points = [{ target, what: '图纸没有标明各功能区的面积，请标明后重新上传。' }]
    await this.desk(['handling-officer'], 1, (office, seen) =>
      office.requestCorrection({
        params: this.params,
        input: { ...seen, points, note: '其余材料符合要求，不用重新提交。' },
      }),
    )
    if (end === 'awaiting-correction' || !material) return
    const citizen = this.client(this.applicant.who, 1)
    const pdf = await materialPdf(
      this.needs.documents,
      this.item,
      `${material.name.zh}（补正）`,
      legalDayOf(this.at),
    )
    const upload = { name: '补正.pdf', type: 'application/pdf', body: chunks(pdf) }
    const file = must(await citizen.addCorrectionFile({ params: this.params, upload }))
    const materials = [{ material: material.id, files: [{ digest: file.digest, name: file.name }] }]
    must(await citizen.correctApplication({ params: this.params, input: { form: {}, materials } }))
  }

  private async close(end: 'declined' | 'not-needed'): Promise<void> {
    await this.desk(['handling-officer'], 1, (office, seen) =>
      end === 'declined'
        ? office.declineApplication({
            params: this.params,
            input: {
              ...seen,
              reason: '经营场所位于旅顺口区，不属于本机关受理范围。',
              rightOrgan: '旅顺口区市场监督管理局',
            },
          })
        : office.findNotNeeded({
            params: this.params,
            input: { ...seen, reason: '线长不足 50 米且不在夜间放飞，不需要取得许可。' },
          }),
    )
  }

  private async stop(): Promise<void> {
    await this.desk(['handling-officer'], 1, (office, seen) =>
      office.stopClock({
        params: this.params,
        input: { ...seen, kind: 'expert-review', reason: '夜间放飞的灯具方案需要专家评审。', length: '10wd' },
      }),
    )
  }

  /** Other organs are asked and agree, and the public is told what is to be granted. */
  private async announce(): Promise<void> {
    const { params, item } = this
    const step = (findings: string) =>
      this.desk(['handling-officer'], 0, (office, seen) =>
        office.concludeStep({ params, input: { ...seen, passed: true, findings, with: [] } }),
      )
    await step('材料齐全，属于大额取水。')
    await this.desk(['handling-officer'], 0, (office, seen) =>
      office.requestOpinions({ params, input: { ...seen, note: '请就取水口位置和生态流量提出意见。' } }),
    )
    for (const organ of item.steps.find(({ kind }) => kind === 'joint-review')?.organs ?? [])
      await this.desk(
        ['handling-officer'],
        1,
        (office, seen) =>
          office.giveOpinion({
            params,
            input: { ...seen, verdict: 'conditions', text: '须保证最小下泄流量，安装在线监测。' },
          }),
        organ,
      )
    await step('两部门附条件同意。')
    await this.desk(['handling-officer'], 0, (office, seen) =>
      office.announce({ params, input: { ...seen, text: '拟准予在碧流河左岸取水，年取水量八十万立方米。' } }),
    )
  }

  /** Goes through the steps of the definition until the plan's end. */
  private async review(end: Plan['end']): Promise<void> {
    for (let step = 1; step < 10; step++) {
      const now = must(await this.client(OVERSEER, 0).getCase({ params: this.params }))
      const current = now.steps.find((one) => one.state === 'current')
      const definition = this.item.steps.find((one) => one.id === current?.id)
      if (!definition) return
      if (definition.ends) {
        if (end !== 'checked' && end !== 'to-decide') await this.decide(end, definition.by)
        return
      }
      if (end === 'checked' && step > 1) return
      const passed = end !== 'refused' || step < 2
      const findings = passed ? '与申请内容一致，符合要求。' : '冷食专间未与热加工区隔开，与布局图不符。'
      await this.desk([definition.by], 1, (office, seen) =>
        office.concludeStep({
          params: this.params,
          input: { ...seen, passed, findings, with: definition.people ? ['钱协查'] : [] },
        }),
      )
    }
  }

  private async decide(end: Plan['end'], by: StaffRole): Promise<void> {
    const outcome = end === 'refused' ? 'refuse' : 'grant'
    const reasons = outcome === 'refuse' ? '经两次现场核查，冷食专间仍不符合食品安全规范，不予许可。' : ''
    await this.desk([by], 1, (office, seen) =>
      office.decideApplication({ params: this.params, input: { ...seen, outcome, reasons } }),
    )
    if (end !== 'delivered') return
    await this.desk(['handling-officer'], 1, (office, seen) =>
      office.deliverResult({ params: this.params, input: { ...seen, how: 'electronic' } }),
    )
  }
}

/** Sees where a case stands, masked, without leaving a look. */
const OVERSEER: Who = {
  kind: 'staff',
  id: uuidv7(),
  name: '演示',
  organ: 'data-bureau',
  roles: ['supervisor'],
  session: 'demo',
}

/** Ten in the morning, Shanghai time, so many working days ago; today's are an hour old. */
export function startOf({ now, calendar }: Pick<SeedCases, 'now' | 'calendar'>, ago: number): Date {
  if (ago === 0) return new Date(now.getTime() - HOUR)
  const today = legalDayOf(now)
  let day = today
  while (calendar.countWorkingDays(day, today) < ago) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) - 24 * HOUR).toISOString().slice(0, 10)
  }
  return new Date(`${day}T02:00:00.000Z`)
}

export async function materialPdf(
  documents: Documents,
  item: Pick<ServiceItem, 'code' | 'name'>,
  title: string,
  date: string,
): Promise<Uint8Array> {
  return documents.render('sample-form', {
    title,
    organ: '演示材料',
    itemName: item.name.zh,
    itemCode: item.code,
    date,
    sections: [
      {
        title: '说明',
        fields: [{ kind: 'text', label: '演示', value: `这是演示用的“${title}”，内容为虚构。` }],
      },
    ],
  })
}

export async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

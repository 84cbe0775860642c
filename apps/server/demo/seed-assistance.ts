/**
 * Requests for help of the demonstration: waiting, guided, and one under a mandate that is in force. All invented.
 */
import { assistanceEndpoints } from '@mashang/assistance/contract'
import { addDays, type Calendar, type Client, legalDayOf, type Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import { must } from './must.ts'
import { startOf } from './seed-cases.ts'

export interface SeedAssistance {
  readonly door: Door
  readonly calendar: Calendar
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who }[]
  /** The account of the assistant, so that whoever signs in with it finds his requests. */
  readonly assistant: Who
  readonly now: Date
}

const KITE = '2102-TY-XK-0001'
const FOOD = '2102-SJ-XK-0001'
const MONTH = 30

export async function seedAssistance(needs: SeedAssistance): Promise<void> {
  const [wang, liu, chen] = needs.citizens.map(({ who }) => who)
  if (!wang || !liu || !chen) return
  const as = (who: Who): Client<typeof assistanceEndpoints> =>
    needs.door.clientOf(assistanceEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  const helper = as(needs.assistant)
  needs.clock.set(startOf(needs, 3))
  await underAMandate(as(chen), helper, legalDayOf(startOf(needs, 3)))
  await guided(as(liu), helper, legalDayOf(needs.now))
  const waiting = {
    kind: 'guided',
    item: FOOD,
    circumstance: 'none',
    text: '第一次开小饭馆，不清楚要先办哪个证。',
  } as const
  must(await as(wang).requestHelp({ input: waiting }))
  needs.clock.set(startOf(needs, 0))
  const fresh = {
    kind: 'agency',
    item: FOOD,
    circumstance: 'disabled',
    text: '腿脚不便，想请人代办。',
  } as const
  must(await as(liu).requestHelp({ input: fresh }))
  needs.clock.set(needs.now)
}

type Side = Client<typeof assistanceEndpoints>

async function underAMandate(principal: Side, helper: Side, today: string): Promise<void> {
  const input = {
    kind: 'agency',
    item: KITE,
    circumstance: 'elderly',
    text: '想带孙子放风筝，手机上的申请不会填。',
  } as const
  const { id } = must(await principal.requestHelp({ input }))
  const params = { id }
  must(await helper.takeHelp({ params, input: {} }))
  must(await helper.offerMandate({ params, input: { from: today, to: addDays(today, MONTH) } }))
  must(await principal.signMandate({ params, input: { name: '陈星海' } }))
  must(await helper.writeToPrincipal({ params, input: { text: '委托书收到了，请把放飞地点告诉我。' } }))
}

async function guided(principal: Side, helper: Side, today: string): Promise<void> {
  const input = {
    kind: 'guided',
    item: KITE,
    circumstance: 'none',
    text: '放飞方案怎么写，想请人看一看。',
  } as const
  const { id } = must(await principal.requestHelp({ input }))
  const params = { id }
  must(await helper.takeHelp({ params, input: {} }))
  const appointment = {
    day: addDays(today, 1),
    time: '09:30',
    place: 'window',
    detail: '三楼帮办区',
  } as const
  must(await helper.appointHelp({ params, input: appointment }))
  must(await helper.setChecklist({ params, input: { needed: ['plan'], ready: [] } }))
}

/**
 * Licences of the demonstration that were issued before this system: about to expire, expired, cancelled, and one whose
 * revocation is proposed, so that the register and "my licences" have something of each.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { addDays, legalDayOf, type StaffRole, type Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import type { FindMember } from './members.ts'
import { must } from './must.ts'
import { DEMO_CITIZENS } from './people.ts'

const ORGAN = 'market-regulation'
const TYPE = 'food-business-licence'
const HEAD = '证照类型编号,证照编号,持证人,证件号码,有效期起,有效期止,许可内容'

interface Old {
  readonly number: string
  readonly holder: number
  /** Days from today to its last day. */
  readonly left: number
  readonly place: string
}

const OLD: readonly Old[] = [
  { number: 'JY22102030000101', holder: 0, left: 24, place: '唐山街 1 号 1 层' },
  { number: 'JY22102030000102', holder: 0, left: 640, place: '人民路 18 号' },
  { number: 'JY22102030000103', holder: 1, left: -12, place: '新开路 66 号' },
  { number: 'JY22102030000104', holder: 1, left: 55, place: '中山路 120 号' },
  { number: 'JY22102030000105', holder: 2, left: 300, place: '星海广场 2 号' },
  { number: 'JY22102030000106', holder: 2, left: 410, place: '黄河路 88 号' },
]

export async function seedLicences(door: Door, now: Date, memberOf: FindMember): Promise<void> {
  const today = legalDayOf(now)
  const lines = OLD.flatMap(({ number, holder, left, place }) => {
    const person = DEMO_CITIZENS[holder]
    const to = addDays(today, left)
    return person
      ? [
          `${TYPE},${number},${person.name},${person.idCard},${addDays(to, -1825)},${to},经营场所=${place}；主体业态=餐饮服务经营者`,
        ]
      : []
  })
  const body = new TextEncoder().encode([HEAD, ...lines].join('\n'))
  const upload = { name: '历史证照.csv', type: 'text/csv', body: chunks(body) }
  must(await officeOf(door, memberOf, 'handling-officer').importLicences({ upload }))
  const head = officeOf(door, memberOf, 'approval-head')
  const cancelled = await find(head, 'JY22102030000105')
  must(
    await head.cancelLicence({
      params: { id: cancelled.id },
      input: {
        expected: cancelled.revision,
        ground: 'holder-asks',
        reasons: '持证人停止经营，书面申请注销。',
      },
    }),
  )
  const doubtful = await find(head, 'JY22102030000106')
  const reasons = '申请时提交的房屋租赁合同系伪造，出租人书面确认从未出租。'
  must(
    await head.proposeRevocation({
      params: { id: doubtful.id },
      input: { expected: doubtful.revision, ground: 'obtained-by-deceit', reasons },
    }),
  )
}

function officeOf(door: Door, memberOf: FindMember, role: StaffRole) {
  const member = memberOf(ORGAN, role)
  const who: Who = { kind: 'staff', ...member, organ: ORGAN, roles: [role], session: 'demo' }
  return door.clientOf(approvalsEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}

async function find(office: ReturnType<typeof officeOf>, number: string) {
  const [row] = must(await office.listLicences({ query: { text: number } })).rows
  if (!row) throw new Error(`the demonstration took over no licence ${number}`)
  return must(await office.getLicence({ params: { id: row.id } }))
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

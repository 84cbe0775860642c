/**
 * Many hands: a mandate in force, a case offered to another organ, and a rectification that waits for a second person.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { addDays, legalDayOf, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import type { Modules } from '../modules.ts'
import { must } from './must.ts'

export async function seedHandling(door: Door, modules: Modules, now: Date): Promise<void> {
  const as = (who: Who) =>
    door.clientOf(approvalsEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  const member = async (organ: string, name: string): Promise<Extract<Who, { kind: 'staff' }>> => {
    const found = (await modules.identity.listColleagues(organ)).find((one) => one.name === name)
    if (!found) throw new Error(`the demonstration has no ${name}`)
    return { kind: 'staff', ...found, session: 'demo' }
  }
  const today = legalDayOf(now)
  const head = await member('market-regulation', '孙首席')
  const substitute = await member('market-regulation', '高代办')
  const administrator = await member('data-bureau', '郑管理')
  const { id } = must(
    await as(head).proposeStandIn({
      input: {
        kind: 'substitution',
        to: substitute.id,
        acts: ['decideApplication', 'extendLimit'],
        items: [],
        grantsOnly: true,
        starts: today,
        ends: addDays(today, 30),
        reason: '外出培训，期间由高代办代为决定，不予许可的留待本人处理。',
      },
    }),
  )
  must(await as(administrator).approveStandIn({ params: { id }, input: { expected: 1 } }))

  const sports = as(officer('sports-bureau', '刘协办', ['handling-officer']))
  const { rows } = must(await sports.listInbox({ query: { view: 'all' } }))
  const reviewed = rows.find(({ status }) => status === 'under-review')
  if (reviewed)
    must(
      await sports.offerTransfer({
        params: { id: reviewed.id },
        input: {
          expected: reviewed.revision,
          to: 'public-security',
          reason: '放飞场地在机场净空管制区边缘，应当由公安机关办理。',
          basis: '行政许可法 第三十二条',
        },
      }),
    )
  const stopped = rows.find(({ status }) => status === 'clock-stopped')
  if (stopped)
    must(
      await sports.proposeRectification({
        params: { id: stopped.id },
        input: {
          expected: stopped.revision,
          slips: [{ target: 'form.line-length', is: 120 }],
          reason: '申请人提供的方案写明风筝线长 120 米，录入有误。',
          documents: [],
        },
      }),
    )
}

function officer(organ: string, name: string, roles: readonly StaffRole[]): Who {
  return { kind: 'staff', id: uuidv7(), name, organ, roles, session: 'demo' }
}

import { type Actor, formatDay, isRefusal, legalDayOf } from '@mashang/kit'
import { tellHolder } from '../commands/tell-holder.ts'
import type { Inside } from '../inside.ts'
import { type Bound, daysLeft, expiryIsToldOnEachDayOfWarning, hasASuccessor } from '../rules/certificate.ts'
import { append, CERTIFICATES } from '../store/cases.ts'
import { listBound, listEnding } from './load.ts'

const WATCHER: Actor = { kind: 'system', id: 'identity.tell-of-expiry', name: '' }
const A_DAY = 86_400_000

/**
 * 到期提醒 — tells the agents of certificates that end soon; the number of those who were told. Safe to run twice, or
 * twice at once: whoever writes first tells.
 */
export async function tellOfExpiry(inside: Inside): Promise<number> {
  const { clock, settings } = inside
  const now = clock.now()
  const days = settings.certificateWarnDays
  // A day more: the last day is legal, and may end later than the instant.
  const until = new Date(now.getTime() + (Math.max(0, ...days) + 1) * A_DAY)
  let told = 0
  let after: Bound | undefined
  for (;;) {
    const ending = await listEnding(inside.db, { from: now, until, after })
    for (const bound of ending) {
      const renewed = hasASuccessor(bound, await listBound(inside.db, bound.personId))
      const at = expiryIsToldOnEachDayOfWarning(bound, { now, days, renewed })
      if (at !== undefined && (await tellOne(inside, bound, at))) told++
    }
    after = ending.at(-1)
    if (!after) return told
  }
}

async function tellOne(inside: Inside, bound: Bound, at: number): Promise<boolean> {
  const written = await append(inside, CERTIFICATES, {
    id: bound.id,
    before: bound,
    entry: { kind: 'certificate-expiry-told', content: { at } },
    actor: WATCHER,
  })
  if (isRefusal(written)) return false
  await tellHolder(inside, { personId: bound.personId, code: bound.uscc }, wordsOf(bound, inside.clock.now()))
  return true
}

function wordsOf(bound: Bound, now: Date): string {
  const end = formatDay(legalDayOf(bound.to), 'zh')
  const left = daysLeft(bound, now)
  const when = left === 0 ? `今天（${end}）到期` : `将于${end}到期，还有 ${left} 天`
  const how = bound.demo ? '请登录后在“我的账号”点“续期”。' : '请向颁发机构换发后，在“我的账号”绑定新证书。'
  return `“${bound.name}”的数字证书${when}。${how}到期后不能再用它登录和签名。`
}

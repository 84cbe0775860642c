/** How a bundle stands, as a sentence. Pure. */
import { formatDay, type Words } from '@mashang/kit'
import type { BundleView, PartView } from '../contract/index.ts'

const count = (parts: readonly PartView[], ...states: readonly PartView['state'][]) =>
  parts.filter(({ state }) => states.includes(state)).length

/** 共 5 项，已办结 2 项，3 项正在办，预计 12 月 9 日前全部办结。 */
export function sentenceOf(view: Pick<BundleView, 'status' | 'parts' | 'to' | 'today'>): Words {
  const { status, parts, to } = view
  const all = parts.length
  const [done, failed, waiting] = [
    count(parts, 'done'),
    count(parts, 'failed', 'blocked'),
    count(parts, 'waiting'),
  ]
  const toFill = count(parts, 'open')
  if (status === 'dropped') return { zh: '这份草稿已经删除。', en: 'This draft was dropped.' }
  if (status === 'draft')
    return {
      zh: `还没有提交：共 ${all} 项，一次填完、一起提交。`,
      en: `Not submitted yet: ${all} items, filled in once and submitted together.`,
    }
  if (status === 'done')
    return { zh: `全部办好了：${all} 项都已办结。`, en: `All done: all ${all} items are granted.` }
  if (status === 'partly-done')
    return {
      zh: `已经办完：${done} 项办结，${failed} 项没有通过。`,
      en: `Finished: ${done} granted, ${failed} not granted.`,
    }
  if (waiting > 0)
    return {
      zh: `等您补正：${waiting} 项需要更正材料，其余照常办理。`,
      en: `Waiting for you: ${waiting} to correct; the others go on.`,
    }
  if (toFill > 0)
    return {
      zh: `等您填写：还有 ${toFill} 项现在可以办了。`,
      en: `Waiting for you: ${toFill} more can be asked for now.`,
    }
  const late = to < view.today
  return late
    ? {
        zh: `正在办理：${all} 项中已办结 ${done} 项，比承诺的 ${formatDay(to, 'zh')}晚了，我们在催办。`,
        en: `Under way: ${done} of ${all} are granted; it is later than promised (${formatDay(to, 'en')}), and we are pressing for it.`,
      }
    : {
        zh: `正在办理：${all} 项中已办结 ${done} 项，预计 ${formatDay(to, 'zh')}前全部办结。`,
        en: `Under way: ${done} of ${all} are granted; all should be done by ${formatDay(to, 'en')}.`,
      }
}

import type { ApplicationView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Case } from '../store/cases.ts'
import { placeOfCase } from '../store/quota-ledger.ts'

/** 名额 — where a case stands in the order of acceptance, in a sentence; nothing for items without a quota. */
export async function placeViewOf(inside: Inside, found: Case): Promise<ApplicationView['place']> {
  const place = await placeOfCase(inside, found)
  if (!place || place.state === 'left') return undefined
  const { state, position = 0, places, taken } = place
  const href = `/items/${encodeURIComponent(found.item.code)}/quota`
  const { status } = found.application
  if (state === 'placed')
    return {
      state,
      href,
      words:
        status === 'granted'
          ? { zh: `本件占用名额 ${places} 个中的一个。`, en: `This case has one of the ${places} places.` }
          : {
              zh: `已按受理先后为本件保留名额（共 ${places} 个，已占用 ${taken} 个）；名额保留到作出决定。`,
              en: `A place is reserved for this case by the order of acceptance (${taken} of ${places} taken), until it is decided.`,
            },
    }
  if (state === 'entered')
    return {
      state,
      href,
      words: {
        zh: `已登记参加摇号（名额 ${places} 个），截止后按公开日志摇号，任何人都可以复核。`,
        en: `Entered for the draw of ${places} places; after the last day the public log draws, and anybody can check it.`,
      },
    }
  return {
    state,
    position,
    href,
    words: {
      zh: `名额 ${places} 个已全部占用，本件按受理先后候补，排在第 ${position} 位；有名额空出时自动递补并通知。`,
      en: `All ${places} places are taken; by the order of acceptance this case is number ${position} in the line, moves up as places become free, and you will be told.`,
    },
  }
}

import type { Subscriber } from '@mashang/store'
import type { Entrant, QuotaEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findCase } from '../store/cases.ts'

/** Tells who waited that a place is his now, and after a draw everybody what was drawn. */
export function tellOfPlaces(inside: Inside): Subscriber {
  const tell = async ({ id, number }: Entrant, words: string) => {
    const applicant = (await findCase(inside, id))?.application.applicant
    if (!applicant) return
    const code = applicant.kind === 'person' ? applicant.idCard : applicant.uscc
    await inside.tellHolder({ personId: applicant.personId, code }, `您的办件 ${number} ${words}`)
  }
  return {
    name: 'approvals.tell-of-places',
    streams: ['quota'],
    kinds: ['moved-up', 'drawn'],
    handle: async ({ kind, content }) => {
      if (kind === 'moved-up') return tell(content as Entrant, '已递补到名额，将继续审查并作出决定。')
      const { order, places } = content as QuotaEntries['drawn']
      for (const [index, who] of order.entries())
        await tell(who, index < places ? '已摇中名额。' : `没有摇中，排在候补第 ${index - places + 1} 位。`)
    },
  }
}

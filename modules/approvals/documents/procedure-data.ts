/** What the letters of procedures say: opinions asked for, announcement, hearing. */
import type { DocumentBase, ProcedureData } from '@mashang/document'
import { getOrgan, type Inside } from '../inside.ts'
import type { Proceedings } from '../rules/proceedings.ts'
import { articleOf } from '../rules/time-limit.ts'
import type { Case } from '../store/cases.ts'

type Makers = {
  readonly [K in keyof ProcedureData<DocumentBase>]: (
    inside: Inside,
    issuing: { readonly found: Case },
    base: DocumentBase,
  ) => ProcedureData<DocumentBase>[K]
}

export const PROCEDURE_MAKERS: Makers = {
  'opinion-request': ({ city }, { found }, base) => {
    const asked = must(proceedingsOf(found).asked)
    const step = found.item.steps.find(({ id }) => id === found.application.step)
    return {
      ...base,
      organs: asked.organs.map((id) => getOrgan(city, id).name.zh),
      note: asked.note,
      due: asked.due,
      basis: articleOf(step?.basis ?? city.limits['joint-review'].basis),
    }
  },
  'announcement-notice': ({ publicUrl }, { found }, base) => {
    const { text, from, until } = must(proceedingsOf(found).announcement)
    return { ...base, text, from, until, url: `${publicUrl}/announcements/${found.id}` }
  },
  'hearing-rights-notice': ({ city }, { found }, base) => {
    const { offered } = must(proceedingsOf(found).hearing)
    return {
      ...base,
      note: offered.note,
      parties: offered.parties,
      until: offered.until,
      basis: articleOf(city.limits.hearing.basis.request),
    }
  },
  'hearing-notice': ({ city }, { found }, base) => ({
    ...base,
    ...must(proceedingsOf(found).hearing?.set),
    basis: articleOf(city.limits.hearing.basis.notice),
  }),
}

const proceedingsOf = ({ application }: Case): Proceedings => must(application.proceedings)

/** The letter follows the entry that says it. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a letter was called for by an entry that does not say it')
  return value
}

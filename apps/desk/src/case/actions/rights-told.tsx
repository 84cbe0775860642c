import { CASE } from '../../words/case.ts'
import { type SomeWords, useWords } from '../../words/words.ts'

/** What the letter tells the applicant of his rights, before it is given. */
export function RightsTold({ rights }: { readonly rights: SomeWords | undefined }) {
  const { t } = useWords()
  if (!rights) return null
  return (
    <p className="note prewrap">
      <strong>{t(CASE.rightsTold)}</strong> {t(rights)}
    </p>
  )
}

import { FrownOutlined, MehOutlined, SmileOutlined } from '@ant-design/icons'
import type { RatingRow } from '@mashang/hall/contract'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../words/words.ts'
import { ratingFormQuery } from './ratings-query.ts'

/** A level with its sign: colour never speaks alone. */
export function LevelTag({ level }: { readonly level: RatingRow['level'] }) {
  const { t } = useWords()
  const found = useQuery(ratingFormQuery).data?.levels.find(({ id }) => id === level)
  const Sign = found?.bad ? FrownOutlined : level === 'fairly-satisfied' ? MehOutlined : SmileOutlined
  return (
    <span className={`tag ${found?.bad ? 'tag-late' : 'tag-done'}`}>
      <Sign aria-hidden="true" /> {found ? t(found.name) : level}
    </span>
  )
}

/** Reasons that were ticked, in the city's words. */
export function useReasons(): (ids: readonly string[]) => string {
  const { t, language } = useWords()
  const { data } = useQuery(ratingFormQuery)
  return (ids) =>
    (data?.tags ?? [])
      .filter(({ id }) => ids.includes(id))
      .map(({ words }) => t(words))
      .join(language === 'zh' ? '、' : ', ')
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { refusalOf } from '../api/shown-refusal.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { GUIDE } from '../words/items.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { DefinitionView } from './definition-view.tsx'
import { guideQuery } from './guide-query.ts'

/** The published guide inside the desk, so that nobody needs a second window. */
export function GuidePage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const query = useQuery(guideQuery(code))
  const guide = query.data
  const missing = query.isError && refusalOf(query.error).code === 'item-not-found'
  return (
    <div className="page">
      <PageTitle title={guide ? t(guide.item.name) : code} trail={[{ label: t(SHELL.guide) }]} />
      {query.isPending && <Loading />}
      {missing && <Empty title={t(GUIDE.notPublic)} />}
      {query.isError && !missing && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {guide && (
        <>
          <p className="item-head">
            <code>{guide.item.code}</code> · {t(CASE.version(guide.item.version))} · {t(guide.organ.name)} ·{' '}
            {guide.organ.phone}
          </p>
          <DefinitionView item={guide.item} />
        </>
      )}
    </div>
  )
}

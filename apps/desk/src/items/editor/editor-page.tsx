import type { ItemOpened } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { approvals } from '../../api/calls.ts'
import { answerOf } from '../../api/client.ts'
import { PageTitle } from '../../shell/page-title.tsx'
import { Failure } from '../../show/refusal-note.tsx'
import { Empty, Loading } from '../../show/states.tsx'
import { EDITOR } from '../../words/editor.ts'
import { SHELL } from '../../words/shell.ts'
import { useWords } from '../../words/words.ts'
import { checkQuery } from '../items-query.ts'
import { Editor } from './editor.tsx'

/** Opens a draft for writing; anything else is only to be read. */
export function EditorPage() {
  const { t } = useWords()
  const { code = '', version = '' } = useParams()
  const opened = useQuery(checkQuery(code, Number(version)))
  const choices = useQuery({
    queryKey: ['catalogue-choices'],
    queryFn: () => answerOf(approvals.listItemChoices({})),
    staleTime: 600_000,
  })
  const failed = opened.error ?? choices.error
  const retry = () => {
    void opened.refetch()
    void choices.refetch()
  }
  return (
    <div className="page">
      {!opened.data && <PageTitle title={code} trail={[{ label: t(SHELL.items), to: '/items' }]} />}
      {failed && <Failure error={failed} onRetry={retry} />}
      {!failed && (opened.isPending || choices.isPending) && <Loading />}
      {opened.data && choices.data && (
        <Draft key={`${code}/${version}`} opened={opened.data} choices={choices.data} />
      )}
    </div>
  )
}

type DraftProps = Parameters<typeof Editor>[0]

function Draft({ opened, choices }: DraftProps) {
  const { t } = useWords()
  const { row }: ItemOpened = opened
  if (row.status === 'draft') return <Editor opened={opened} choices={choices} />
  return (
    <>
      <PageTitle title={t(row.name)} trail={[{ label: t(SHELL.items), to: '/items' }]} />
      <Empty title={t(EDITOR.notDraft)} />
    </>
  )
}

import type { QuestionRow } from '@mashang/knowledge/contract'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { shortInstant } from '../show/dates.ts'
import { DueLabel } from '../show/due-label.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { QUESTIONS } from '../words/questions.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { type QuestionsView, questionsQuery, VIEWS } from './questions-query.ts'

/** 咨询 — what is asked of the reader's office, by the day its answer is due. */
export function QuestionsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'waiting'
  const query = useQuery(questionsQuery(view))
  const counts = query.data?.counts
  const countOf = (one: QuestionsView) => (counts && one !== 'all' ? ` ${counts[one]}` : '')
  return (
    <div className="page">
      <PageTitle title={t(QUESTIONS.title)} trail={[]}>
        <Segmented
          aria-label={t(QUESTIONS.view)}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: `${t(QUESTIONS[one])}${countOf(one)}` }))}
          onChange={(chosen) => setSearch({ view: chosen })}
        />
      </PageTitle>
      {counts && (
        <p className="quiet lead">
          {t(QUESTIONS.figures(counts.answered, counts.inTime))} ·{' '}
          {t(QUESTIONS.saidHelped(counts.helped, counts.notHelped))}
        </p>
      )}
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.questions.length === 0 && <Empty title={t(QUESTIONS.none)} />}
      {query.data && query.data.questions.length > 0 && (
        <DataTable
          label={t(QUESTIONS.title)}
          columns={columnsIn(t)}
          rows={query.data.questions}
          keyOf={(row) => row.id}
        />
      )}
    </div>
  )
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<QuestionRow>[] {
  const now = new Date()
  return [
    {
      key: 'question',
      phone: 'title',
      label: t(QUESTIONS.question),
      kind: 'wide',
      cell: (row) => (
        <Link to={`/questions/${row.id}`} className="row-link" data-row>
          {row.text}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(QUESTIONS.item), cell: (row) => t(row.item.name) },
    {
      key: 'organ',
      phone: 'left-out',
      label: t(QUESTIONS.organ),
      kind: 'tight',
      cell: (row) => t(row.organ.short),
    },
    {
      key: 'asked',
      phone: 'left-out',
      label: t(QUESTIONS.asked),
      kind: 'tight',
      cell: (row) => shortInstant(row.askedAt, now),
    },
    {
      key: 'due',
      phone: 'bare',
      label: t(QUESTIONS.due),
      kind: 'tight',
      cell: (row) =>
        row.status === 'waiting' ? (
          <DueLabel
            {...(row.due === undefined ? {} : { due: row.due })}
            {...(row.remaining === undefined ? {} : { remaining: row.remaining })}
            state={row.overdue ? 'overdue' : (row.remaining ?? 0) < 1 ? 'soon' : 'running'}
          />
        ) : (
          <span className="tag tag-done">
            {t(QUESTIONS.answered)}
            {row.helped === undefined ? '' : ` · ${t(row.helped ? QUESTIONS.helped : QUESTIONS.notHelped)}`}
          </span>
        ),
    },
  ]
}

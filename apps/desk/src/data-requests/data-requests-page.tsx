import type { DataRequestAtDesk } from '@mashang/identity/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { PageTitle } from '../shell/page-title.tsx'
import { DataTable } from '../show/data-table.tsx'
import { shortInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { DATA_REQUESTS, SUBJECTS } from '../words/data-requests.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { AnswerRequest } from './answer-request.tsx'
import { dataRequestsQuery } from './data-requests-query.ts'

/** 更正请求 — what people ask to have corrected of their data. */
export function DataRequestsPage() {
  const { t } = useWords()
  const [open, setOpen] = useState(true)
  const [answering, setAnswering] = useState<DataRequestAtDesk>()
  const query = useQuery(dataRequestsQuery(open))
  const requests = query.data ?? []
  return (
    <div className="page">
      <PageTitle title={t(SHELL.dataRequests)} trail={[]} />
      <p className="quiet lead">{t(DATA_REQUESTS.lead)}</p>
      <p>
        <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
          {t(DATA_REQUESTS.onlyOpen)}
        </Checkbox>
      </p>
      {query.isPending && <Loading rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && requests.length === 0 && (
        <Empty title={t(open ? DATA_REQUESTS.none : DATA_REQUESTS.noneAtAll)} />
      )}
      {requests.length > 0 && <RequestsTable requests={requests} onAnswer={setAnswering} />}
      {answering && <AnswerRequest asked={answering} onClose={() => setAnswering(undefined)} />}
    </div>
  )
}

interface Props {
  readonly requests: readonly DataRequestAtDesk[]
  onAnswer(asked: DataRequestAtDesk): void
}

function RequestsTable({ requests, onAnswer }: Props) {
  const { t } = useWords()
  const now = new Date()
  return (
    <DataTable
      label={t(SHELL.dataRequests)}
      rows={requests}
      keyOf={({ id }) => id}
      classOf={({ status }) => (status === 'open' ? '' : 'row-off')}
      columns={[
        {
          key: 'person',
          phone: 'title',
          label: t(DATA_REQUESTS.person),
          kind: 'tight',
          cell: ({ person }) => (
            <>
              <strong>{person.name}</strong>
              <br />
              <span className="quiet">{person.idCard}</span>
            </>
          ),
        },
        {
          key: 'subject',
          label: t(DATA_REQUESTS.subject),
          kind: 'tight',
          cell: ({ subject }) => t(SUBJECTS[subject]),
        },
        {
          key: 'text',
          phone: 'bare',
          label: t(DATA_REQUESTS.text),
          kind: 'wide',
          cell: ({ text }) => <span className="prewrap">{text}</span>,
        },
        {
          key: 'asked',
          label: t(DATA_REQUESTS.asked),
          kind: 'tight',
          cell: ({ askedAt }) => shortInstant(askedAt, now),
        },
        {
          key: 'state',
          phone: 'bare',
          label: t(DATA_REQUESTS.state),
          kind: 'wide',
          cell: (asked) => <Answered asked={asked} onAnswer={onAnswer} />,
        },
      ]}
    />
  )
}

function Answered({ asked, onAnswer }: { asked: DataRequestAtDesk; onAnswer: Props['onAnswer'] }) {
  const { t } = useWords()
  if (asked.status === 'open')
    return (
      <Button
        size="small"
        type="primary"
        onClick={() => onAnswer(asked)}
        aria-label={t(DATA_REQUESTS.answerTo(asked.person.name))}
      >
        {t(DATA_REQUESTS.answer)}
      </Button>
    )
  return (
    <>
      <span className="tag tag-quiet">{t(DATA_REQUESTS[asked.status])}</span>{' '}
      <span className="prewrap">{asked.answer}</span> <span className="quiet">{asked.answeredBy}</span>
    </>
  )
}

import type { FaqView } from '@mashang/knowledge/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { knowledge } from '../api/calls.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { FAQ_STATUS, FAQS, QUESTIONS } from '../words/questions.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { type FaqAct, FaqDialog } from './faq-dialog.tsx'
import { faqsQuery } from './questions-query.ts'

interface Acting {
  readonly faq: FaqView
  readonly act: FaqAct
}

/** 常见问题 — proposed by officers, published by editors, read again when their item changes. */
export function FaqsPage() {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const query = useQuery(faqsQuery)
  const [acting, setActing] = useState<Acting>()
  const { refusal, write } = useWrite<FaqView>()
  const faqs = query.data ?? []

  async function confirm(faq: FaqView) {
    const params = { id: faq.id }
    const input = { expected: faq.revision }
    const done = await write({ ...params, ...input }, (key) => knowledge.confirmFaq({ params, input, key }))
    if (!done) return
    void client.invalidateQueries({ queryKey: ['faqs'] })
    void message.success(t(FAQS.confirmed))
  }

  return (
    <div className="page">
      <PageTitle title={t(QUESTIONS.faqs)} trail={[]} />
      <p className="quiet lead">{t(FAQS.lead)}</p>
      <RefusalNote refusal={refusal} />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && faqs.length === 0 && <Empty title={t(FAQS.none)} />}
      {faqs.length > 0 && (
        <DataTable
          label={t(QUESTIONS.faqs)}
          columns={columnsIn(t, (faq, act) =>
            act === 'confirm' ? void confirm(faq) : setActing({ faq, act }),
          )}
          rows={faqs}
          keyOf={({ id }) => id}
          classOf={({ status }) => (status === 'proposed' || status === 'published' ? '' : 'row-off')}
        />
      )}
      {acting && (
        <FaqDialog
          {...acting}
          published={faqs.filter(
            ({ id, item, status }) =>
              status === 'published' && id !== acting.faq.id && item.code === acting.faq.item.code,
          )}
          onClose={() => setActing(undefined)}
        />
      )}
    </div>
  )
}

const ACTS: Readonly<Record<string, FaqAct | 'confirm'>> = {
  publishFaq: 'publish',
  declineFaq: 'decline',
  confirmFaq: 'confirm',
  withdrawFaq: 'withdraw',
}

function columnsIn(
  t: (words: SomeWords) => string,
  onAct: (faq: FaqView, act: FaqAct | 'confirm') => void,
): readonly Column<FaqView>[] {
  return [
    {
      key: 'question',
      phone: 'title',
      label: t(QUESTIONS.question),
      kind: 'wide',
      cell: ({ question, answer }) => (
        <>
          <strong>{t(question)}</strong>
          <br />
          <span className="quiet">{t(answer)}</span>
        </>
      ),
    },
    { key: 'item', phone: 'bare', label: t(QUESTIONS.item), cell: ({ item }) => t(item.name) },
    {
      key: 'status',
      phone: 'beside',
      label: t(QUESTIONS.status),
      kind: 'tight',
      cell: (faq) => <Status faq={faq} />,
    },
    {
      key: 'by',
      phone: 'left-out',
      label: t(FAQS.by),
      kind: 'tight',
      cell: ({ proposedBy, organ }) => (
        <>
          {proposedBy}
          <br />
          <span className="quiet">{t(organ.short)}</span>
        </>
      ),
    },
    {
      key: 'acts',
      phone: 'bare',
      label: t(FAQS.edit),
      kind: 'tight',
      cell: (faq) => <Acts faq={faq} onAct={onAct} />,
    },
  ]
}

function Status({ faq: { status, toReview, version, inForce } }: { faq: FaqView }) {
  const { t } = useWords()
  const look = toReview ? 'tag-soon' : status === 'published' ? 'tag-done' : 'tag-quiet'
  return (
    <>
      <span className={`tag ${look}`}>{t(toReview ? FAQS.toReview : FAQ_STATUS[status])}</span>
      {toReview && (
        <>
          <br />
          <span className="quiet">{t(FAQS.version(version, inForce))}</span>
        </>
      )}
    </>
  )
}

interface ActsProps {
  readonly faq: FaqView
  onAct(faq: FaqView, act: FaqAct | 'confirm'): void
}

function Acts({ faq, onAct }: ActsProps) {
  const { t } = useWords()
  return faq.actions.map((name) => {
    const act = ACTS[name]
    if (!act) return null
    return (
      <Button
        key={name}
        size="small"
        type={act === 'publish' || act === 'confirm' ? 'primary' : 'default'}
        aria-label={`${t(FAQS[act])}：${t(faq.question)}`}
        onClick={() => onAct(faq, act)}
      >
        {t(FAQS[act])}
      </Button>
    )
  })
}

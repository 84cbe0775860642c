import { approvalsRoutes } from 'virtual:contract'
import type { MandateView } from '@mashang/approvals/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { approvals } from '../api/calls.ts'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { DataTable } from '../show/data-table.tsx'
import { Labelled } from '../show/labelled.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { MANDATES } from '../words/mandates.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { AddMandate } from './add-mandate.tsx'
import { mandatesQuery } from './mandates-query.ts'

type Act = MandateView['actions'][number]

/** 代理授权 — who acts for whom: of one's organ, or for supervision and administrators of all. */
export function MandatesPage() {
  const { t } = useWords()
  const may = useMayUse()
  const [adding, setAdding] = useState(false)
  const [asked, setAsked] = useState<{ readonly mandate: MandateView; readonly act: Act }>()
  const query = useQuery(mandatesQuery)
  const mandates = query.data ?? []
  return (
    <div className="page">
      <PageTitle title={t(MANDATES.title)} trail={[]}>
        {may(approvalsRoutes.proposeStandIn) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t(MANDATES.add)}
          </Button>
        )}
      </PageTitle>
      <p className="quiet lead">{t(MANDATES.lead)}</p>
      {query.isPending && <Loading rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && mandates.length === 0 && (
        <Empty title={t(MANDATES.none)}>{t(MANDATES.noneHint)}</Empty>
      )}
      {mandates.length > 0 && (
        <MandatesTable mandates={mandates} onAsk={(mandate, act) => setAsked({ mandate, act })} />
      )}
      {adding && <AddMandate onClose={() => setAdding(false)} />}
      {asked && <Settle {...asked} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

const WORDS = {
  approveStandIn: MANDATES.approve,
  rejectStandIn: MANDATES.reject,
  revokeStandIn: MANDATES.revoke,
} as const

interface TableProps {
  readonly mandates: readonly MandateView[]
  onAsk(mandate: MandateView, act: Act): void
}

function MandatesTable({ mandates, onAsk }: TableProps) {
  const { t } = useWords()
  return (
    <DataTable
      label={t(MANDATES.title)}
      rows={mandates}
      keyOf={({ id }) => id}
      classOf={({ state }) => (state === 'rejected' || state === 'revoked' ? 'row-off' : '')}
      columns={[
        {
          key: 'who',
          phone: 'title',
          label: t(MANDATES.who),
          kind: 'tight',
          cell: ({ from, to, kind }) => (
            <>
              <strong>{t(MANDATES.forWhom(to.name, from.name))}</strong>
              <br />
              <span className="quiet">{t(MANDATES[kind])}</span>
            </>
          ),
        },
        {
          key: 'organ',
          label: t(MANDATES.organ),
          cell: ({ organ }) => t(organ),
        },
        {
          key: 'acts',
          phone: 'bare',
          label: t(MANDATES.acts),
          kind: 'wide',
          cell: (mandate) => <Limits mandate={mandate} />,
        },
        {
          key: 'days',
          label: t(MANDATES.days),
          kind: 'tight',
          cell: ({ starts, ends }) => `${starts} – ${ends}`,
        },
        { key: 'reason', label: t(MANDATES.reason), kind: 'wide', cell: ({ reason }) => reason },
        {
          key: 'state',
          phone: 'bare',
          label: t(MANDATES.state),
          kind: 'wide',
          cell: (mandate) => (
            <>
              <StateTag mandate={mandate} />{' '}
              {mandate.actions.map((act) => (
                <Button
                  key={act}
                  size="small"
                  type={act === 'approveStandIn' ? 'primary' : 'default'}
                  aria-label={`${t(WORDS[act])} ${t(MANDATES.forWhom(mandate.to.name, mandate.from.name))}`}
                  onClick={() => onAsk(mandate, act)}
                >
                  {t(WORDS[act])}
                </Button>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

function Limits({ mandate: { acts, items, grantsOnly } }: { readonly mandate: MandateView }) {
  const { t } = useWords()
  return (
    <>
      {acts.map((act) => t(MANDATES[act])).join(t(SHELL.comma))}
      <br />
      <span className="quiet">
        {items.length > 0 ? items.map(({ name }) => name).join(t(SHELL.comma)) : t(MANDATES.allItems)}
        {grantsOnly && ` · ${t(MANDATES.grantsOnly)}`}
      </span>
    </>
  )
}

function StateTag({ mandate }: { readonly mandate: MandateView }) {
  const { t } = useWords()
  const { state, inForce, approvedBy, endedBecause } = mandate
  const tone = inForce ? 'tag-done' : state === 'proposed' ? 'tag-soon' : 'tag-quiet'
  return (
    <>
      <span className={`tag ${tone}`}>{t(inForce ? MANDATES.inForce : MANDATES[state])}</span>{' '}
      <span className="quiet">{endedBecause ?? approvedBy}</span>
    </>
  )
}

interface SettleProps {
  readonly mandate: MandateView
  readonly act: Act
  onClose(): void
}

/** Approves at once; rejects and revokes with the reason. */
function Settle({ mandate, act, onClose }: SettleProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { pending, refusal, write } = useWrite<MandateView>()
  const params = { id: mandate.id }
  const expected = mandate.revision
  const needs = act !== 'approveStandIn'

  async function settle() {
    const input = { expected, reason: reason.trim() }
    const done = await write({ act, ...input }, (key) =>
      act === 'approveStandIn'
        ? approvals.approveStandIn({ params, input: { expected }, key })
        : approvals[act]({ params, input, key }),
    )
    if (!done) return
    void client.invalidateQueries({ queryKey: ['mandates'] })
    onClose()
  }

  return (
    <Modal
      open
      title={`${t(WORDS[act])} · ${t(MANDATES.forWhom(mandate.to.name, mandate.from.name))}`}
      okText={t(WORDS[act])}
      cancelText={t(SHELL.cancel)}
      onCancel={onClose}
      onOk={settle}
      okButtonProps={{ disabled: needs && reason.trim().length < 2, loading: pending }}
    >
      <RefusalNote refusal={refusal} />
      <Limits mandate={mandate} />
      <p>{`${mandate.starts} – ${mandate.ends} · ${mandate.reason}`}</p>
      {needs && (
        <Labelled label={t(MANDATES.why)}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Labelled>
      )}
    </Modal>
  )
}

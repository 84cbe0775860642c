import type { HelpView } from '@mashang/assistance/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { assistance } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ASSISTANCE, MANDATE_STATES } from '../words/assistance.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: HelpView
  onDone(): void
}

const DAY = 86_400_000
/** A month, unless another day is chosen. */
const USUAL_DAYS = 30

/** 委托书 — offered, as it stands, and what is done under it. */
export function MandatePanel({ view, onDone }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { mandate } = view
  const { pending, refusal, write } = useWrite<HelpView | { draft: string }>()
  const params = { id: view.id }
  const input = { expected: view.revision }
  const may = (name: string) => view.actions.includes(name)

  async function open() {
    const done = await write({ intake: input }, (key) =>
      assistance.openMandatedIntake({ params, input, key }),
    )
    if (!done || !('draft' in done)) return
    onDone()
    void navigate(`/window/${done.draft}`)
  }
  async function renounce() {
    const given = { ...input, reason: t(ASSISTANCE.renounce) }
    const done = await write({ given }, (key) => assistance.renounceMandate({ params, input: given, key }))
    if (done) onDone()
  }

  return (
    <Panel
      title={t(ASSISTANCE.mandate)}
      beside={
        mandate && (
          <span className={mandate.state === 'in-force' ? 'tag tag-done' : 'tag tag-quiet'}>
            {t(MANDATE_STATES[mandate.state])}
          </span>
        )
      }
    >
      <p className="quiet">{t(ASSISTANCE.mandateHint)}</p>
      <RefusalNote refusal={refusal} />
      {mandate ? (
        <>
          <p>
            {t(ASSISTANCE.from)} {mandate.from} {t(ASSISTANCE.to)} {mandate.to} {mandate.reason}
          </p>
          <Paper id={view.id} />
        </>
      ) : (
        <p>{t(ASSISTANCE.noMandate)}</p>
      )}
      <p className="buttons">
        {may('openMandatedIntake') && (
          <Button type="primary" loading={pending} onClick={open}>
            {t(ASSISTANCE.intake)}
          </Button>
        )}{' '}
        {may('renounceMandate') && (
          <Button danger loading={pending} onClick={renounce}>
            {t(ASSISTANCE.renounce)}
          </Button>
        )}
      </p>
      {may('offerMandate') && <OfferForm view={view} onDone={onDone} />}
    </Panel>
  )
}

function OfferForm({ view, onDone }: Props) {
  const { t } = useWords()
  const today = new Date()
  const [from, setFrom] = useState(dayAndTime(today).day)
  const [to, setTo] = useState(dayAndTime(new Date(today.getTime() + USUAL_DAYS * DAY)).day)
  const { pending, refusal, write } = useWrite<HelpView>()
  async function offer() {
    const params = { id: view.id }
    const input = { expected: view.revision, from, to }
    const done = await write({ ...params, ...input }, (key) =>
      assistance.offerMandate({ params, input, key }),
    )
    if (done) onDone()
  }
  return (
    <>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(ASSISTANCE.from)}>
        {(id) => <Input id={id} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
      </Labelled>
      <Labelled label={t(ASSISTANCE.to)}>
        {(id) => <Input id={id} type="date" value={to} onChange={(event) => setTo(event.target.value)} />}
      </Labelled>
      <Button loading={pending} disabled={!from || !to} onClick={offer}>
        {t(ASSISTANCE.offer)}
      </Button>
    </>
  )
}

function Paper({ id }: { readonly id: string }) {
  const { t } = useWords()
  return (
    <p>
      <a
        className="plain-button"
        href={`/api/assistance/requests/${id}/mandate.pdf`}
        target="_blank"
        rel="noreferrer"
      >
        {t(ASSISTANCE.print)}
      </a>
    </p>
  )
}

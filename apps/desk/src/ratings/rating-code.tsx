import '../styles/ratings.css'
import { hallRoutes } from 'virtual:contract'
import { Button, QRCode } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { hall } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { RATING_KIND, RATINGS } from '../words/ratings.ts'
import { useWords } from '../words/words.ts'

type Opened = Exclude<Awaited<ReturnType<typeof hall.openRating>>, { readonly refused: true }>

interface Props {
  readonly application: string
  /** Where the code goes onto a slip that is printed anyway. */
  onSlip?(address: string | undefined): void
}

/** 请办事人评价: a code to scan, to type, or to open on the counter's device. The clerk only hands it over. */
export function RatingCodePanel({ application, onSlip }: Props) {
  const { t } = useWords()
  const may = useMayUse()
  const [opened, setOpened] = useState<Opened>()
  const { pending, refusal, write } = useWrite<Opened>()
  if (!may(hallRoutes.openRating)) return null
  async function give() {
    const input = { application }
    const answer = await write(input, (key) => hall.openRating({ input, key }))
    if (!answer) return
    setOpened(answer)
    onSlip?.(answer.address)
  }
  return (
    <Panel title={t(RATINGS.codePanel)}>
      <p className="quiet">{t(RATINGS.codeWhat)}</p>
      <RefusalNote refusal={refusal} />
      {opened?.address && opened.code ? (
        <Given
          opened={opened}
          address={opened.address}
          printed={onSlip === undefined}
          onClose={() => setOpened(undefined)}
        />
      ) : (
        <>
          {opened && (
            <p role="status">{t(opened.state === 'rated' ? RATINGS.alreadyRated : RATINGS.nothingYet)}</p>
          )}
          <Button loading={pending} onClick={() => void give()}>
            {t(RATINGS.give)}
          </Button>
        </>
      )}
    </Panel>
  )
}

interface GivenProps {
  readonly opened: Opened
  readonly address: string
  readonly printed: boolean
  onClose(): void
}

function Given({ opened, address, printed, onClose }: GivenProps) {
  const { t } = useWords()
  const kind = opened.kind ? t(RATING_KIND[opened.kind]) : ''
  return (
    <div className="rating-code">
      <QRCode type="svg" aria-label={t(RATINGS.scan)} size={132} bordered={false} value={address} />
      <div>
        <p>
          {t(RATINGS.scan)} · {kind}
        </p>
        <p className="rating-code-text">{opened.code}</p>
        {opened.until && <p className="quiet">{t(RATINGS.until(opened.until))}</p>}
        <div className="rating-code-buttons">
          <a
            className="plain-button"
            href={`${new URL(address).pathname}/device`}
            target="_blank"
            rel="noreferrer"
          >
            {t(RATINGS.device)}
          </a>
          {printed && <Button onClick={() => window.print()}>{t(RATINGS.print)}</Button>}
          <Button onClick={onClose}>{t(RATINGS.close)}</Button>
        </div>
      </div>
      {printed &&
        createPortal(
          <section className="rating-slip" aria-hidden="true">
            <h2>{t(RATINGS.codePanel)}</h2>
            <QRCode type="svg" size={132} bordered={false} value={address} />
            <p className="rating-code-text">{opened.code}</p>
            <p>{new URL(address).host}/rate</p>
            {opened.until && <p>{t(RATINGS.until(opened.until))}</p>}
          </section>,
          document.body,
        )}
    </div>
  )
}

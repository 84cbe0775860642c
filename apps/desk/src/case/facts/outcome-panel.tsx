import type { ApplicationView, LicenceView } from '@mashang/approvals/contract'
import { fullInstant } from '../../show/dates.ts'
import { CardTag } from '../../show/status-tag.tsx'
import { CARDS } from '../../words/cards.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Fact, Panel } from './panel.tsx'

/** The decision with its reasons and the applicant's rights, the licence, and the cards of supervision. */
export function OutcomePanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  const { decision, licence, rights, cards } = view
  return (
    <>
      {decision && (
        <Panel
          title={t(decision.outcome === 'grant' ? CASE.granted : CASE.refused)}
          beside={<span className="quiet">{`${decision.by} · ${fullInstant(decision.at)}`}</span>}
          className={decision.outcome === 'grant' ? 'panel-done' : 'panel-late'}
        >
          <p className="prewrap">{decision.reasons}</p>
        </Panel>
      )}
      {rights && view.concludedAt && decision?.outcome !== 'grant' && (
        <Panel title={t(CASE.rights)}>
          <p className="prewrap">{t(rights)}</p>
        </Panel>
      )}
      {licence && <Licence licence={licence} />}
      {cards.length > 0 && <Cards cards={cards} />}
    </>
  )
}

function Licence({ licence }: { readonly licence: LicenceView }) {
  const { t } = useWords()
  return (
    <Panel
      title={`${t(CASE.licence)} · ${licence.title}`}
      beside={
        <span className={`tag ${licence.status === 'valid' ? 'tag-done' : 'tag-late'}`}>
          {t(CASE.licenceStatus[licence.status])}
        </span>
      }
    >
      <dl className="facts">
        <Fact label={t(CASE.licenceNumber)}>{licence.number}</Fact>
        <Fact label={t(CASE.holder)}>{licence.holder}</Fact>
        <Fact label={t(CASE.validFrom)}>
          {`${licence.from} ${t(CASE.validTo)} ${licence.to ?? t(CASE.unlimited)}`}
        </Fact>
        <Fact label={t(CASE.identifier)} wide>
          <code>{licence.identifier}</code>
        </Fact>
        {licence.shows.map((line) => (
          <Fact key={line.label} label={line.label}>
            {line.text}
          </Fact>
        ))}
      </dl>
    </Panel>
  )
}

function Cards({ cards }: { readonly cards: ApplicationView['cards'] }) {
  const { t } = useWords()
  const red = cards.some(({ colour }) => colour === 'red')
  return (
    <Panel title={t(CASE.cards)} className={red ? 'panel-late' : 'panel-soon'}>
      <ul className="lines">
        {cards.map((card) => (
          <li key={`${card.colour}${card.clock}${card.at}`}>
            <CardLine card={card} /> <span className="quiet">{fullInstant(card.at)}</span>
            <CardSaid card={card} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The appeal of a card and the ruling on it. */
function CardSaid({ card: { appeal, ruling } }: { readonly card: ApplicationView['cards'][number] }) {
  const { t } = useWords()
  if (!appeal) return null
  return (
    <dl className="facts">
      <Fact label={t(CARDS.appealed)} wide>
        {appeal.grounds} <span className="quiet">{`${appeal.by} · ${fullInstant(appeal.at)}`}</span>
      </Fact>
      <Fact label={t(CARDS.outcome)} wide>
        {ruling ? (
          <>
            <strong>{t(CARDS[ruling.outcome])}</strong> {ruling.reasons}{' '}
            <span className="quiet">{`${ruling.by} · ${fullInstant(ruling.at)}`}</span>
          </>
        ) : (
          t(CARDS.waiting)
        )}
      </Fact>
    </dl>
  )
}

function CardLine({ card }: { readonly card: ApplicationView['cards'][number] }) {
  const { t } = useWords()
  const clock = t(card.clock === 'statutory' ? CASE.statutory : CASE.promised)
  return (
    <>
      <CardTag colour={card.colour} /> {t(CASE.cardOf(clock, card.due))}
    </>
  )
}

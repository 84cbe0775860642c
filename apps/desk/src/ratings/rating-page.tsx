import '../styles/licences.css'
import '../styles/ratings.css'
import type { RatingView } from '@mashang/hall/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { RATING_KIND, RATING_STATE, RATINGS, VIA, WORDS_ARE } from '../words/ratings.ts'
import { useWords } from '../words/words.ts'
import { FollowUpPanel } from './follow-up-panel.tsx'
import { LevelTag, useReasons } from './level-tag.tsx'
import { RatingActions } from './rating-actions.tsx'
import { ratingQuery } from './ratings-query.ts'

/** One rating on one page: what was said left, what is to be done right, its record below. */
export function RatingPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(ratingQuery(id, language))
  const view = query.data
  return (
    <div className="page case">
      <PageTitle
        title={view ? t(view.item.name) : t(RATINGS.one)}
        trail={[{ label: t(RATINGS.title), to: '/ratings' }]}
      />
      {query.isPending && <Loading rows={10} />}
      {query.isError && !view && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {view && (
        <div className="case-body">
          <section className="case-facts" aria-label={t(RATINGS.one)}>
            <Said view={view} />
            {view.followUp && <FollowUpPanel followUp={view.followUp} />}
            <Appeal view={view} />
            {view.again && (
              <Panel title={t(RATINGS.again)} beside={<LevelTag level={view.again.level} />}>
                <Words given={view.again} />
              </Panel>
            )}
            <Record view={view} />
          </section>
          <RatingActions key={view.revision} view={view} />
        </div>
      )}
    </div>
  )
}

function Said({ view }: { readonly view: RatingView }) {
  const { t } = useWords()
  const { given, person, via } = view
  return (
    <Panel
      title={`${t(RATING_KIND[view.kind])} · ${t(view.item.name)}`}
      beside={given && <LevelTag level={given.level} />}
      className={view.bad ? 'panel-late' : ''}
    >
      {view.excluded === 'disowned' && <p className="note note-soon">{t(RATINGS.disowned)}</p>}
      {view.excluded === 'ruled' && <p className="note note-soon">{t(RATING_STATE.excluded)}</p>}
      {given && <Words given={given} />}
      <dl className="facts">
        <Fact label={t(RATINGS.organ)}>{t(view.organ.name)}</Fact>
        <Fact label={t(RATINGS.servedAt)}>{fullInstant(view.at)}</Fact>
        {given && <Fact label={t(RATINGS.ratedAt)}>{fullInstant(given.at)}</Fact>}
        {via && <Fact label={t(RATINGS.via)}>{t(VIA[via])}</Fact>}
        {view.wordsAre !== 'none' && <Fact label={t(RATINGS.wordsAre)}>{t(WORDS_ARE[view.wordsAre])}</Fact>}
        {view.servedBy && <Fact label={t(RATINGS.servedBy)}>{view.servedBy}</Fact>}
        {view.case && (
          <Fact label={t(RATINGS.caseOne)}>
            <Link to={`/cases/${view.case.id}`}>{view.case.number}</Link>
          </Fact>
        )}
        {person && <Fact label={t(RATINGS.person)}>{person.name}</Fact>}
        {person && (
          <Fact label={t(RATINGS.phone)}>
            <a href={`tel:${person.phone}`}>{person.phone}</a>
          </Fact>
        )}
        {view.published && (
          <Fact label={t(RATINGS.publicText)} wide>
            {view.published}
          </Fact>
        )}
      </dl>
      {!person && <p className="quiet">{t(RATINGS.whoseHidden)}</p>}
    </Panel>
  )
}

function Words({ given }: { readonly given: NonNullable<RatingView['given']> }) {
  const { t } = useWords()
  const reasons = useReasons()(given.tags)
  return (
    <>
      <p className="prewrap rating-words">{given.words || t(RATINGS.noWords)}</p>
      {reasons && (
        <p>
          {t(RATINGS.reasons)}
          {' · '}
          {reasons}
        </p>
      )}
    </>
  )
}

function Appeal({ view: { appeal, ruling } }: { readonly view: RatingView }) {
  const { t } = useWords()
  if (!appeal) return null
  return (
    <Panel title={t(RATINGS.appeal)}>
      <dl className="facts">
        <Fact label={t(RATINGS.grounds)} wide>
          {appeal.grounds} <span className="quiet">{`${appeal.by} · ${fullInstant(appeal.at)}`}</span>
        </Fact>
        {ruling && (
          <Fact label={t(RATINGS.ruling)} wide>
            <strong>{t(RATINGS[ruling.outcome])}</strong> {ruling.reasons}{' '}
            <span className="quiet">{`${ruling.by} · ${fullInstant(ruling.at)}`}</span>
          </Fact>
        )}
      </dl>
    </Panel>
  )
}

function Record({ view }: { readonly view: RatingView }) {
  const { t } = useWords()
  return (
    <Panel title={t(RATINGS.record)}>
      <ol className="plain-list">
        {view.journal.map(({ at, by, title }) => (
          <li key={`${at} ${title.zh}`}>
            {t(title)} <span className="quiet">{[by, fullInstant(at)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

import type { ApplicationView, ProceedingsView } from '@mashang/approvals/contract'
import { fullInstant } from '../../show/dates.ts'
import { PROCEEDINGS, VERDICT_WORDS } from '../../words/proceedings.ts'
import { useWords } from '../../words/words.ts'
import { Panel } from './panel.tsx'
import { Announcement, ExpertPanel, Hearing } from './procedure-facts.tsx'

/** What the steps consisted of, the latest first: opinions of other organs, signatures. */
export function ProceedingsPanels({ view }: { readonly view: ApplicationView }) {
  return [...view.proceedings]
    .reverse()
    .map((one) => <Proceedings key={one.since} view={view} proceedings={one} />)
}

interface Props {
  readonly view: ApplicationView
  readonly proceedings: ProceedingsView
}

function Proceedings({ view, proceedings }: Props) {
  const { t } = useWords()
  const { asked, signatures, announcement, hearing, panel } = proceedings
  return (
    <Panel title={t(proceedings.name)} beside={<Until proceedings={proceedings} />}>
      {asked && <Opinions asked={asked} />}
      {announcement && <Announcement proceedings={proceedings} />}
      {hearing && <Hearing hearing={hearing} />}
      {panel && <ExpertPanel panel={panel} />}
      {signatures.length > 0 && <Signatures view={view} proceedings={proceedings} />}
    </Panel>
  )
}

/** The day that counts now. */
function Until({ proceedings: { asked, announcement } }: { readonly proceedings: ProceedingsView }) {
  const { t } = useWords()
  if (asked) return <span className="quiet">{t(PROCEEDINGS.asked(asked.due))}</span>
  return announcement ? <span className="quiet">{t(PROCEEDINGS.announced(announcement.until))}</span> : null
}

const VERDICT_TAGS = { agree: 'tag-done', conditions: 'tag-soon', object: 'tag-late' } as const

function Opinions({ asked }: { readonly asked: NonNullable<ProceedingsView['asked']> }) {
  const { t } = useWords()
  return (
    <>
      {asked.note && <p className="prewrap quoted">{asked.note}</p>}
      <ul className="lines">
        {asked.organs.map(({ organ, opinion, silent }) => (
          <li key={organ.id}>
            <strong>{t(organ.name)}</strong>{' '}
            {opinion ? (
              <>
                <span className={`tag ${VERDICT_TAGS[opinion.verdict]}`}>
                  {t(VERDICT_WORDS[opinion.verdict])}
                </span>{' '}
                <span className="quiet">{`${opinion.by} · ${fullInstant(opinion.at)}`}</span>
                {opinion.text && <p className="prewrap">{opinion.text}</p>}
              </>
            ) : (
              <span className="tag">{t(silent ? PROCEEDINGS.silent : PROCEEDINGS.waiting)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Signatures({ view, proceedings: { step, signatures } }: Props) {
  const { t } = useWords()
  const all = view.steps.find(({ id }) => id === step)?.signers ?? signatures.length
  const differ = new Set(signatures.map(({ outcome }) => outcome)).size > 1
  return (
    <>
      <p className="quiet">{t(PROCEEDINGS.signatures(signatures.length, all))}</p>
      <ul className="lines">
        {signatures.map(({ name, outcome, reasons, at }) => (
          <li key={at}>
            <strong>{name}</strong>{' '}
            <span className={`tag ${outcome === 'grant' ? 'tag-done' : 'tag-late'}`}>
              {t(outcome === 'grant' ? PROCEEDINGS.signedGrant : PROCEEDINGS.signedRefuse)}
            </span>{' '}
            <span className="quiet">{fullInstant(at)}</span>
            {reasons && <p className="prewrap">{reasons}</p>}
          </li>
        ))}
      </ul>
      {differ && <p className="note note-late">{t(PROCEEDINGS.disagree)}</p>}
    </>
  )
}

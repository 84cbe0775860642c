import type { ApplicationView } from '@mashang/approvals/contract'
import { QRCode } from 'antd'
import { useMe } from '../session/use-session.ts'
import { fullInstant } from '../show/dates.ts'
import { RATINGS } from '../words/ratings.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: ApplicationView
  readonly address: string
  /** Address to rate the visit at, where a code was asked for. */
  readonly rating: string | undefined
}

/** The slip of 80 mm that is printed at the window; on the screen it is not seen. */
export function Slip({ view, address, rating }: Props) {
  const { t } = useWords()
  const me = useMe()
  const given = view.materials.filter(({ files, held, trust }) => files.length > 0 || held || trust === 'D')
  return (
    <section className="slip" aria-hidden="true">
      <h2>{t(view.organ.name)}</h2>
      <h3>{t(view.documents[0]?.title ?? WINDOW.takenTitle)}</h3>
      <p className="slip-number">{view.number}</p>
      <p>{t(view.item.name)}</p>
      <p>{`${masked(view.applicant.name)} ${view.applicant.code}`}</p>
      <ol>
        {given.map((material) => (
          <li key={material.id}>{`${t(material.name)} ${material.trust ?? ''}`}</li>
        ))}
      </ol>
      <p>{t(view.sentence)}</p>
      {view.correction && (
        <ol>
          {view.correction.points.map((point) => (
            <li key={point.target}>{`${t(point.label)}：${point.what}`}</li>
          ))}
        </ol>
      )}
      <QRCode type="svg" size={132} bordered={false} value={address} />
      <p>{t(WINDOW.follow)}</p>
      {rating && (
        <>
          <QRCode type="svg" size={104} bordered={false} value={rating} />
          <p>{`${t(RATINGS.code)} ${rating.split('/').at(-1)}`}</p>
        </>
      )}
      <p>{`${t(WINDOW.takenAt)} ${fullInstant(view.submittedAt)}`}</p>
      <p>{`${t(WINDOW.clerk)} ${me.name}`}</p>
      <p className="slip-signature">{t(WINDOW.signature)}</p>
    </section>
  )
}

/** A slip may be lost: the name of a person is not on it in full. */
export function masked(name: string): string {
  return name.length > 4 ? name : `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`
}

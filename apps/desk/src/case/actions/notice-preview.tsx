import type { ApplicationView } from '@mashang/approvals/contract'
import { dayAndTime, longDay } from '../../show/dates.ts'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { type SomeWords, useWords, w } from '../../words/words.ts'
import type { Target } from './correction-points.ts'

interface Props {
  readonly view: ApplicationView
  readonly targets: readonly Target[]
  readonly points: readonly { readonly target: string; readonly what: string }[]
  readonly note: string
}

const NOTICE = {
  title: w('补正告知书（一次性告知单）', 'Correction notice'),
  item: w('申请事项', 'Item'),
  number: w('办件编号', 'Number'),
  lead: (day: string) =>
    w(
      `你（单位）于${day}提出的申请收悉。经审查，申请材料不齐全或者不符合法定形式，现将需要补正的全部内容一次性告知如下：`,
      `Your application of ${day} was received. It is incomplete or not in due form; everything to be corrected is told here, once:`,
    ),
} as const

/** The words of the notice before it goes out; number, seal and signature are added by the server. */
export function NoticePreview({ view, targets, points, note }: Props) {
  const { t, language } = useWords()
  const labelOf = (target: string): SomeWords =>
    targets.find((one) => one.target === target)?.label ?? { zh: target }
  return (
    <>
      <p>{t(ACTION_WORDS.requestCorrection.what)}</p>
      <article className="letter" aria-label={t(ACT.preview)}>
        <h3>{t(NOTICE.title)}</h3>
        <p>
          <strong>{view.applicant.name}</strong>
          {language === 'zh' ? '：' : ':'}
        </p>
        <p>{t(NOTICE.lead(longDay(dayAndTime(view.submittedAt).day, language)))}</p>
        <ol className="numbered lines">
          {points.map((point) => (
            <li key={point.target}>
              <strong>{t(labelOf(point.target))}</strong>
              <br />
              <span className="prewrap">{point.what}</span>
            </li>
          ))}
        </ol>
        {note && <p className="prewrap">{note}</p>}
        <p className="quiet">
          {t(NOTICE.item)} {t(view.item.name)} · {t(NOTICE.number)} {view.number}
        </p>
        <p className="letter-organ">{t(view.organ.name)}</p>
      </article>
    </>
  )
}

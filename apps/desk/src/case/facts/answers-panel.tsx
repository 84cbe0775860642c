import type { ApplicationView } from '@mashang/approvals/contract'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Fact, Panel } from './panel.tsx'
import { sectionsOf } from './sections.ts'

const LONG = 40

/** The form as it was filled in, section by section; what was corrected is marked. */
export function AnswersPanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  if (view.answers.length === 0) return null
  return (
    <Panel title={t(CASE.answers)}>
      {sectionsOf(view.answers).map((section) => (
        <div className="section" key={section.answers[0]?.id}>
          {section.name && <h3>{t(section.name)}</h3>}
          <dl className="facts">
            {section.answers.map((answer) => (
              <Fact
                key={answer.id}
                wide={answer.text.length > LONG}
                label={
                  <>
                    {t(answer.label)}
                    {answer.changed && <span className="tag tag-soon changed">{t(CASE.changed)}</span>}
                  </>
                }
              >
                {answer.text === '' ? (
                  <span className="quiet">{t(CASE.empty)}</span>
                ) : (
                  <span className="prewrap">{answer.text}</span>
                )}
              </Fact>
            ))}
          </dl>
        </div>
      ))}
    </Panel>
  )
}

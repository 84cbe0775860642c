import { Input } from 'antd'
import { Labelled } from '../show/labelled.tsx'
import { QUESTIONS } from '../words/questions.ts'
import { useWords } from '../words/words.ts'

export interface FaqTexts {
  readonly question: { readonly zh: string; readonly en: string }
  readonly answer: { readonly zh: string; readonly en: string }
}

const FIELDS = [
  ['question', 'zh', QUESTIONS.zhQuestion, 300],
  ['answer', 'zh', QUESTIONS.zhAnswer, 3000],
  ['question', 'en', QUESTIONS.enQuestion, 300],
  ['answer', 'en', QUESTIONS.enAnswer, 3000],
] as const

/** The four texts of a question often asked. */
export function FaqFields({ texts, onTexts }: { texts: FaqTexts; onTexts(texts: FaqTexts): void }) {
  const { t } = useWords()
  return FIELDS.map(([part, language, label, longest]) => (
    <Labelled key={part + language} label={t(label)}>
      {(id) => (
        <Input.TextArea
          id={id}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          rows={part === 'question' ? 2 : 4}
          maxLength={longest}
          value={texts[part][language]}
          onChange={(event) =>
            onTexts({ ...texts, [part]: { ...texts[part], [language]: event.target.value } })
          }
        />
      )}
    </Labelled>
  ))
}

export function isComplete({ question, answer }: FaqTexts): boolean {
  return [question.zh, question.en, answer.zh, answer.en].every((text) => text.trim() !== '')
}

/**
 * 常见问题 — what may be published of questions and answers, by whom, and for how long. Pure.
 */
import { type FieldRefusal, type Refusal, refuse } from '@mashang/kit'
import type { FaqStatus, FaqTexts } from '../contract/index.ts'
import type { Faq } from './faq.ts'

const PARTS = ['question', 'answer'] as const
const LANGUAGES = ['zh', 'en'] as const
/** Identity numbers of 18 digits and mobile telephones; an office's telephone has another form. */
const PERSONAL = [/(?<!\d)\d{17}[\dXx](?!\d)/, /(?<!\d)1[3-9]\d{9}(?!\d)/]

/** Chinese and English, all of it. */
export function aFaqIsWrittenInBothLanguages(texts: FaqTexts): readonly FieldRefusal[] {
  return PARTS.flatMap((part) =>
    LANGUAGES.flatMap((language) =>
      texts[part][language].trim() === ''
        ? [{ path: `${part}.${language}`, code: 'required', facts: {} }]
        : [],
    ),
  )
}

/** Nothing of a person is published: no identity number, no mobile telephone, not the asker's name. */
export function personalDataIsNotPublished(
  texts: FaqTexts,
  names: readonly string[],
): readonly FieldRefusal[] {
  return PARTS.flatMap((part) =>
    LANGUAGES.flatMap((language) => {
      const text = texts[part][language]
      const found =
        PERSONAL.map((pattern) => pattern.exec(text)?.[0]).find((one) => one !== undefined) ??
        names.find((name) => name.length > 1 && text.includes(name))
      return found === undefined
        ? []
        : [{ path: `${part}.${language}`, code: 'faq-names-a-person', facts: { found } }]
    }),
  )
}

/** The texts as they are kept, or what is wrong with them. */
export function faqTextsMayBePublished(texts: FaqTexts, names: readonly string[]): FaqTexts | Refusal {
  const fields = [...aFaqIsWrittenInBothLanguages(texts), ...personalDataIsNotPublished(texts, names)]
  if (fields.length > 0)
    return refuse('form-has-errors', {
      rule: 'personalDataIsNotPublished',
      article: '个人信息保护法 第二十五条',
      facts: { count: fields.length },
      fields,
    })
  const trimmed = ({ zh, en }: FaqTexts['answer']) => ({ zh: zh.trim(), en: en.trim() })
  return { question: trimmed(texts.question), answer: trimmed(texts.answer) }
}

/** Two people stand behind what the city says in public. */
export function whoProposesDoesNotPublish(faq: Faq, editor: string): Refusal | undefined {
  return faq.proposedBy.id === editor
    ? refuse('faq-published-by-its-author', { rule: 'whoProposesDoesNotPublish' })
    : undefined
}

const MAY: Readonly<Record<'publish' | 'decline' | 'confirm' | 'withdraw', FaqStatus>> = {
  publish: 'proposed',
  decline: 'proposed',
  confirm: 'published',
  withdraw: 'published',
}
export type FaqAct = keyof typeof MAY

/** A proposal is published or declined; what is published is confirmed or withdrawn; after that it rests. */
export function aFaqIsDealtWithByItsStatus(
  { status }: Pick<Faq, 'status'>,
  act: FaqAct,
): Refusal | undefined {
  return MAY[act] === status
    ? undefined
    : refuse('faq-status-forbids', { rule: 'aFaqIsDealtWithByItsStatus', facts: { status } })
}

/** An answer was written for one version of the item: after a change nobody reads it until it has been read again. */
export function aFaqHoldsForTheVersionItWasReadAgainst(
  version: number,
  inForce: number | undefined,
): boolean {
  return version === inForce
}

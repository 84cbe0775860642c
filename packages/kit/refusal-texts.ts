/**
 * The one catalogue of refusals: code → HTTP status, and what a reader is told, in Chinese and English.
 * One file an area under `refusals/`, alphabetical inside; a code stands in one of them only.
 */
import type { Refusal, Words } from './refusal.ts'
import { APPROVALS_REFUSALS } from './refusals/approvals.ts'
import { ASSISTANCE_REFUSALS } from './refusals/assistance.ts'
import { BUNDLES_REFUSALS } from './refusals/bundles.ts'
import { CERTIFICATE_REFUSALS } from './refusals/certificate.ts'
import { CLOCK_REFUSALS } from './refusals/clock.ts'
import { CODE_REFUSALS } from './refusals/code.ts'
import { COMMAND_REFUSALS } from './refusals/command.ts'
import { DOOR_REFUSALS } from './refusals/door.ts'
import { ENTRY_REFUSALS } from './refusals/entry.ts'
import { FEES_REFUSALS } from './refusals/fees.ts'
import { FIELD_REFUSALS } from './refusals/field.ts'
import { FORM_REFUSALS } from './refusals/form.ts'
import { HALL_REFUSALS } from './refusals/hall.ts'
import { HANDLING_REFUSALS } from './refusals/handling.ts'
import { HTTP_REFUSALS } from './refusals/http.ts'
import { IDENTITY_REFUSALS } from './refusals/identity.ts'
import { INSIGHT_REFUSALS } from './refusals/insight.ts'
import { JOINT_WORK_REFUSALS } from './refusals/joint-work.ts'
import { KNOWLEDGE_REFUSALS } from './refusals/knowledge.ts'
import { LICENCE_REFUSALS } from './refusals/licence.ts'
import { LOG_REFUSALS } from './refusals/log.ts'
import { MANDATE_REFUSALS } from './refusals/mandate.ts'
import { OFFICE_REFUSALS } from './refusals/office.ts'
import { PROCEEDINGS_REFUSALS } from './refusals/proceedings.ts'
import { PROFILE_REFUSALS } from './refusals/profile.ts'
import { PROJECTS_REFUSALS } from './refusals/projects.ts'
import { QUOTA_REFUSALS } from './refusals/quota.ts'
import type { RefusalText } from './refusals/text.ts'
import { WINDOW_REFUSALS } from './refusals/window.ts'

export type Language = keyof Words

export const REFUSALS: Readonly<Record<string, RefusalText>> = {
  ...APPROVALS_REFUSALS,
  ...ASSISTANCE_REFUSALS,
  ...CERTIFICATE_REFUSALS,
  ...CLOCK_REFUSALS,
  ...CODE_REFUSALS,
  ...COMMAND_REFUSALS,
  ...DOOR_REFUSALS,
  ...ENTRY_REFUSALS,
  ...FEES_REFUSALS,
  ...FIELD_REFUSALS,
  ...FORM_REFUSALS,
  ...HALL_REFUSALS,
  ...HANDLING_REFUSALS,
  ...HTTP_REFUSALS,
  ...IDENTITY_REFUSALS,
  ...INSIGHT_REFUSALS,
  ...KNOWLEDGE_REFUSALS,
  ...LICENCE_REFUSALS,
  ...LOG_REFUSALS,
  ...MANDATE_REFUSALS,
  ...OFFICE_REFUSALS,
  ...PROCEEDINGS_REFUSALS,
  ...PROFILE_REFUSALS,
  ...JOINT_WORK_REFUSALS,
  ...BUNDLES_REFUSALS,
  ...PROJECTS_REFUSALS,
  ...QUOTA_REFUSALS,
  ...WINDOW_REFUSALS,
}

/** RFC 9457 problem details, as the API answers a refusal. */
export interface Problem {
  /** `/problems/{code}`: a relative address that explains the code. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What is wrong and how to mend it, in the language asked for. */
  readonly detail: string
  readonly code: string
  readonly rule?: string
  readonly article?: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields: readonly ProblemField[]
  /** `detail` in both languages. */
  readonly words: Words
}

export interface ProblemField {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly words: Words
}

/** The status and texts of a code; one that is not in the catalogue is a bug and throws. */
export function refusalText(code: string): RefusalText {
  const text = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined
  if (!text)
    throw new Error(`the refusal code “${code}” is not in the catalogue packages/kit/refusal-texts.ts`)
  return text
}

/** What is wrong and how to mend it, in one language, with the facts filled in. */
export function textOf(code: string, facts: Readonly<Record<string, unknown>>, language: Language): string {
  const { title, mend } = refusalText(code)
  const what = fill(title[language], facts, language)
  if (!mend) return what
  return what + (language === 'zh' ? '' : ' ') + fill(mend[language], facts, language)
}

/** A refusal as problem details (RFC 9457). */
export function problemOf(refusal: Refusal, language: Language = 'zh'): Problem {
  const { status, title } = refusalText(refusal.code)
  const words = wordsOf(refusal.code, refusal.facts)
  return {
    type: `/problems/${refusal.code}`,
    title: fill(title[language], refusal.facts, language),
    status,
    detail: words[language],
    code: refusal.code,
    ...(refusal.rule === undefined ? {} : { rule: refusal.rule }),
    ...(refusal.article === undefined ? {} : { article: refusal.article }),
    facts: refusal.facts,
    fields: (refusal.fields ?? []).map((field) => {
      const both = wordsOf(field.code, field.facts)
      return { path: field.path, code: field.code, message: both[language], words: both }
    }),
    words,
  }
}

function wordsOf(code: string, facts: Readonly<Record<string, unknown>>): Words {
  return { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') }
}

/**
 * Fills `{name}` from the facts: lists are joined, a pair of texts gives the one of the language.
 * A fact that is missing leaves `…`: a reader should not see braces, and a text must not fail to be shown.
 */
export function fill(template: string, facts: Readonly<Record<string, unknown>>, language: Language): string {
  return template.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, name: string) =>
    Object.hasOwn(facts, name) ? shown(facts[name], language) : '…',
  )
}

function shown(fact: unknown, language: Language): string {
  if (fact === null || fact === undefined) return '…'
  if (Array.isArray(fact))
    return fact.map((one) => shown(one, language)).join(language === 'zh' ? '、' : ', ')
  if (typeof fact !== 'object') return String(fact)
  const words = fact as Partial<Words>
  return words[language] ?? JSON.stringify(fact)
}

/** What an officer chose to have corrected, and how it becomes the request. */
import type { ApplicationView } from '@mashang/approvals/contract'
import type { SomeWords } from '../../words/words.ts'

/** One thing of the case that may be asked to be corrected. `target` is `form.<field>` or `materials.<id>`. */
export interface Target {
  readonly target: string
  readonly kind: 'form' | 'materials'
  readonly label: SomeWords
  /** What is there now. */
  readonly now: string
  /** A necessary material that was not given. */
  readonly lacking: boolean
}

/** What is asked, by target; chosen but still unsaid is an empty text. */
export type Asked = Readonly<Record<string, string>>

/** Everything that can be asked for, in the order of the case: form first, materials after. */
export function targetsOf(view: Pick<ApplicationView, 'answers' | 'materials'>): readonly Target[] {
  return [
    ...view.answers.map((answer) => ({
      target: `form.${answer.id}`,
      kind: 'form' as const,
      label: answer.label,
      now: answer.text,
      lacking: false,
    })),
    ...view.materials.map((material) => ({
      target: `materials.${material.id}`,
      kind: 'materials' as const,
      label: material.name,
      now: material.files.map((file) => file.name).join('、'),
      lacking: material.required && material.files.length === 0,
    })),
  ]
}

/** The points to send, in the order of the case, whatever the order they were chosen in. */
export function pointsOf(targets: readonly Target[], asked: Asked): { target: string; what: string }[] {
  return targets.flatMap(({ target }) => {
    const what = asked[target]
    return what === undefined ? [] : [{ target, what: what.trim() }]
  })
}

/** Targets that were chosen without saying what exactly. */
export function unsaid(targets: readonly Target[], asked: Asked): readonly Target[] {
  return targets.filter(
    ({ target }) => asked[target] !== undefined && (asked[target] ?? '').trim().length < 2,
  )
}

export function withPhrase(text: string, phrase: string): string {
  return text.includes(phrase) ? text : [text.trim(), phrase].filter(Boolean).join('\n')
}

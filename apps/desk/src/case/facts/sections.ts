import type { ApplicationView } from '@mashang/approvals/contract'

type Answer = ApplicationView['answers'][number]

interface Section {
  readonly name: Answer['section']
  readonly answers: readonly Answer[]
}

/** Answers under the headings of the form; consecutive ones of one heading stand together. */
export function sectionsOf(answers: readonly Answer[]): readonly Section[] {
  const sections: { name: Answer['section']; answers: Answer[] }[] = []
  for (const answer of answers) {
    const last = sections.at(-1)
    if (last && last.name?.zh === answer.section?.zh) last.answers.push(answer)
    else sections.push({ name: answer.section, answers: [answer] })
  }
  return sections
}

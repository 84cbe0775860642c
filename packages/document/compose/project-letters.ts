import type { Block } from '../page.ts'
import type { ProjectPaper } from '../project-letters.ts'
import type { LetterText } from './letter.ts'
import { facts, heading, paragraph, type Setting } from './words.ts'

/** A paper of a project: what it is about, the facts, then section by section. */
export function projectPaper(_: Setting, data: ProjectPaper): LetterText {
  return {
    blocks: [
      paragraph(data.intro),
      facts(data.facts.map(({ label, text }) => [label, text === '' ? undefined : text])),
      ...data.sections.flatMap(({ title, paragraphs = [], table }): Block[] => [
        heading(title),
        ...paragraphs.map((text) => paragraph(text)),
        ...(table ? [{ block: 'table' as const, ...table }] : []),
      ]),
      ...(data.ending ? [paragraph(data.ending)] : []),
    ],
  }
}

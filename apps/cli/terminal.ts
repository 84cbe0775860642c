import { type Language, problemOf, type Refusal, type Words } from '@mashang/kit'
import { localeLanguage } from './config.ts'
import { type Answer, EXIT, type Exit } from './outcome.ts'
import { createProgress, type Progress } from './progress.ts'

/** How the command speaks: asked once, at the front of everything. */
export interface Terminal {
  readonly language: Language
  /** The text of a pair in the reader's language. */
  text(words: Words): string
  progress: Progress
  answer(answer: Answer): Exit
  refuse(refusal: Refusal, exit: Exit, stack?: string): Exit
}

/** Options that every command takes; they hold wherever they stand, so they are read before anything else. */
export function createTerminal(argv: readonly string[]): Terminal {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  const language = findLanguage(own) ?? localeLanguage()
  const isJson = own.includes('--json')
  const progress = createProgress(own.includes('--progress') || process.stderr.isTTY === true)
  return {
    language,
    text: (words) => words[language],
    progress,
    answer({ facts, lines, exit = EXIT.done }) {
      progress.end()
      if (isJson) print(JSON.stringify({ ok: exit === EXIT.done, ...facts }, undefined, 2))
      else for (const line of lines) print(line)
      return exit
    },
    refuse(refusal, exit, stack) {
      progress.end()
      const problem = problemOf(refusal, language)
      if (isJson) print(JSON.stringify({ ok: false, problem }, undefined, 2))
      else process.stderr.write(`${problemLines(problem, language).join('\n')}\n`)
      if (stack !== undefined && own.includes('--debug')) process.stderr.write(`${stack}\n`)
      return exit
    },
  }
}

function findLanguage(argv: readonly string[]): Language | undefined {
  const at = argv.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='))
  const value = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1]
  return at >= 0 && (value === 'zh' || value === 'en') ? value : undefined
}

/** What is wrong, the rule it rests on, and each place. */
function problemLines(problem: ReturnType<typeof problemOf>, language: Language): string[] {
  const lines = [problem.detail]
  const basis = [problem.article, problem.rule].filter((one) => one !== undefined)
  if (basis.length > 0) lines.push(`  ${language === 'zh' ? '依据：' : 'Rule: '}${basis.join(' · ')}`)
  for (const { path, message } of problem.fields) lines.push(`  ${path}: ${message}`)
  return lines
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

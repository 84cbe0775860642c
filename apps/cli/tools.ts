import { isRefusal, type Words } from '@mashang/kit'
import { Argument, type Command, Option } from 'commander'
import { EXIT, type Exit, type Outcome } from './outcome.ts'
import type { Terminal } from './terminal.ts'
import { speakHelp } from './usage.ts'

/** What commands are made with. */
export interface Tools {
  readonly terminal: Terminal
  /** A new command under `parent`: what it does, and lines that show how it is used. */
  command(parent: Command, name: string, does: Words, examples: readonly string[]): Command
  argument(text: string, means: Words, choices?: readonly string[]): Argument
  option(flags: string, means: Words, choices?: readonly string[]): Option
  /** Runs the work of a command, prints what comes of it and keeps the exit code. */
  act<Given extends unknown[]>(
    work: (...given: Given) => Promise<Outcome>,
  ): (...given: Given) => Promise<void>
  /** Of the work that was run; undefined for work that goes on. */
  readonly exit: Exit | undefined
}

export function createTools(terminal: Terminal): Tools {
  const { language, text } = terminal
  let exit: Exit | undefined
  return {
    terminal,
    get exit() {
      return exit
    },
    command(parent, name, does, examples) {
      const command = speakHelp(parent.command(name), language)
        .description(text(does))
        .showHelpAfterError(false)
      for (const option of everywhere(language)) command.addOption(option)
      const title = language === 'zh' ? '示例：' : 'Examples:'
      if (examples.length > 0)
        command.addHelpText('after', `\n${title}\n${examples.map((line) => `  ${line}`).join('\n')}`)
      return command
    },
    argument: (argument, means, choices) => chosen(new Argument(argument, text(means)), choices),
    option: (flags, means, choices) => chosen(new Option(flags, text(means)), choices),
    act:
      (work) =>
      async (...given) => {
        const outcome = await work(...given)
        if (isRefusal(outcome)) exit = terminal.refuse(outcome, EXIT.refused)
        else if ('refusal' in outcome) exit = terminal.refuse(outcome.refusal, outcome.exit)
        else exit = terminal.answer(outcome)
      },
  }
}

function chosen<T extends Argument | Option>(one: T, choices: readonly string[] | undefined): T {
  if (choices) one.choices(choices)
  return one
}

/** Read before commander by `createTerminal`; named here so that each command knows and shows them. */
export function everywhere(language: 'zh' | 'en'): readonly Option[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  return [
    new Option('--json', say('以 JSON 输出结果', 'print the result as JSON')),
    new Option('--lang <language>', say('语言', 'language')).choices(['zh', 'en']),
    new Option(
      '--progress',
      say('即使不在终端上也显示进度', 'show progress even where there is no terminal'),
    ),
    new Option('--debug', say('出错时显示调用栈', 'show the stack of an error')),
  ]
}

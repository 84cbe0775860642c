import { Command, CommanderError } from 'commander'
import { addBackup } from './commands/backup.ts'
import { addCode } from './commands/code-check.ts'
import { addDefinitions } from './commands/definitions-check.ts'
import { addDue } from './commands/due.ts'
import { addItems } from './commands/items.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRebuild } from './commands/rebuild.ts'
import { addStart } from './commands/start.ts'
import { addUser } from './commands/user-add.ts'
import { addVerify } from './commands/verify.ts'
import { both } from './outcome.ts'
import { everywhere, type Tools } from './tools.ts'
import { speakHelp } from './usage.ts'

/** As help lists them. */
const COMMANDS = [
  addStart,
  addMigrate,
  addUser,
  addItems,
  addDefinitions,
  addCode,
  addDue,
  addVerify,
  addRebuild,
  addBackup,
]

/** Every command of `mashang`. What a command needs is loaded when it runs, so that the small ones are quick. */
export function createProgram(tools: Tools, version: string): Command {
  const { language, text } = tools.terminal
  const program = new Command('mashang')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpCommand('help [command]', text(both('显示某个命令的用法', 'show how to use a command')))
    .version(version, '-V, --version', text(both('显示版本', 'show the version')))
    .description(
      text(both('马上办：城市政务服务中心系统', 'Mashang: the system of a city’s public service centre')),
    )
  speakHelp(program, language)
  for (const option of everywhere(language)) program.addOption(option)
  for (const add of COMMANDS) add(program, tools)
  return program
}

/** The command a wrong line was meant for, as its help is asked: `mashang code check --help`. */
export function helpFor(program: Command, argv: readonly string[]): string {
  let command = program
  const names = ['mashang']
  for (const word of argv) {
    const next = command.commands.find((one) => one.name() === word)
    if (next === undefined) continue
    command = next
    names.push(word)
  }
  return `${names.join(' ')} --help`
}

/** Help that was asked for is no mistake. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0
}

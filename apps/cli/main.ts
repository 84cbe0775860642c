import { readFileSync } from 'node:fs'
import { OperatorError, type Refusal, refuse, SettingError } from '@mashang/kit'
import { CommanderError } from 'commander'
import { EXIT, type Exit, Stopped } from './outcome.ts'
import { createProgram, helpFor, isHelp } from './program.ts'
import { createTerminal } from './terminal.ts'
import { createTools } from './tools.ts'
import { refuseUsage } from './usage.ts'

async function main(argv: readonly string[]): Promise<Exit | undefined> {
  const terminal = createTerminal(argv)
  const tools = createTools(terminal)
  const program = createProgram(tools, ownVersion())
  try {
    await program.parseAsync(argv, { from: 'user' })
    return tools.exit
  } catch (error) {
    if (isHelp(error)) return EXIT.done
    // A command that only holds others shows them; commander has already printed its help.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT.usage
    const { refusal, exit } = refusalOf(error, helpFor(program, argv))
    return terminal.refuse(refusal, exit, error instanceof Error ? error.stack : undefined)
  }
}

function refusalOf(error: unknown, help: string): { readonly refusal: Refusal; readonly exit: Exit } {
  if (error instanceof Stopped) return error
  if (error instanceof CommanderError) return { refusal: refuseUsage(error, help), exit: EXIT.usage }
  if (error instanceof SettingError)
    return { refusal: refuse('setting-not-usable', { facts: { problem: error.words } }), exit: EXIT.usage }
  const why =
    error instanceof OperatorError ? error.words : error instanceof Error ? error.message : String(error)
  return { refusal: refuse('command-failed', { facts: { why } }), exit: EXIT.refused }
}

function ownVersion(): string {
  const text = readFileSync(new URL('./package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

// `mashang … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})

const exit = await main(process.argv.slice(2))
if (exit !== undefined) process.exitCode = exit

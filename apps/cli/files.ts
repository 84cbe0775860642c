import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { refuse } from '@mashang/kit'
import { EXIT, Stopped } from './outcome.ts'

/** The text of a file named on the command line; `-` is the standard input. */
export async function readText(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Stopped(refuse('input-file-not-read', { facts: { file, why: code ?? message } }), EXIT.usage)
  }
}

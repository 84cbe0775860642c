import { readFile } from 'node:fs/promises'
import { refuse } from '@mashang/kit'
import { EXIT, Stopped } from './outcome.ts'

/** The text of a file named on the command line; `-` is the standard input. */
export async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8')
}

export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Stopped(refuse('input-file-not-read', { facts: { file, why: code ?? message } }), EXIT.usage)
  }
}

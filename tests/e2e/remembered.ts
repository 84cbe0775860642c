/** What one journey has looked at, the journeys after it in the same run need not look at again. */
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Each file of tests is a process of its own; the run that began them all names the folder in its environment. */
export const REMEMBERED = process.env.JOURNEYS_REMEMBER ?? join(tmpdir(), `mashang-journeys-${process.pid}`)

export interface Remembered {
  has(text: string): boolean
  add(text: string): void
}

/** A set of texts that lasts for one run of all journeys. */
export function remembered(name: string): Remembered {
  mkdirSync(REMEMBERED, { recursive: true })
  const file = join(REMEMBERED, name)
  return {
    // Read anew each time: another file of journeys may be at work beside this one.
    has: (text) => linesOf(file).includes(digest(text)),
    add: (text) => appendFileSync(file, `${digest(text)}\n`),
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

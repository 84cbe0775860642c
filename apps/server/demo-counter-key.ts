import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'demo-counter.key'

/** The key with which the demonstration's counter signs its callbacks; made once, for its owner alone. */
export async function loadDemoCounterKey(folder: string): Promise<Uint8Array> {
  const path = join(folder, FILE)
  const read = () => readFile(path).catch(() => undefined)
  const there = await read()
  if (there) return there
  await mkdir(folder, { recursive: true })
  const key = randomBytes(32)
  // Of two nodes that start at once the first writes, and both read what it wrote.
  await writeFile(path, key, { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  return (await read()) ?? key
}

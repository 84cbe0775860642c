/** Appends to the journal until it is killed, and prints each append that was acknowledged. */
import { isRefusal, uuidv7 } from '@mashang/kit'
import { openDatabase } from '../database.ts'
import { createJournal } from '../journal.ts'

const [url = '', prefix = ''] = process.argv.slice(2)
const { db } = openDatabase({ url, poolSize: 8 })
const journal = createJournal(db)

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${prefix}-${writer}-${n}`
    const caseId = uuidv7()
    const appended = await journal.append({
      stream: 'kite',
      caseId,
      expected: 0,
      at: new Date().toISOString(),
      actor: { kind: 'system', id: 'writer', name: 'writer' },
      entries: [{ kind: 'kite-flown', content: { key } }],
      once: { key, bodyDigest: 'body', answer: { caseId } },
    })
    if (isRefusal(appended)) throw new Error(appended.code)
    process.stdout.write(`${key} ${caseId}\n`)
  }
}

// A killed server ends the writers; what they printed before was acknowledged.
await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer))).catch(() => process.exit(1))

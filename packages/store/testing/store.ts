import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal } from '@mashang/kit'
import { newSecretKey, readSecretKey, type Signer } from '@mashang/proof'
import type { Store, Subscriber } from '../contract.ts'
import { deliverAll } from '../deliver.ts'
import { createFiles, type FileStore } from '../files/index.ts'
import { createJobs } from '../jobs.ts'
import { createJournal } from '../journal.ts'
import { createSequencer } from '../log/sequencer.ts'
import { type TestDatabaseOptions, testDatabase } from './database.ts'

/** A whole store for one test file or case: a database of its own and an empty folder for files. */
export interface TestStore extends Store {
  readonly url: string
  readonly files: FileStore
  /** Gives every entry its place in the log and hands all of them to the subscribers, until nothing is left. */
  settle(subscribers?: readonly Subscriber[]): Promise<void>
  drop(): Promise<void>
}

export async function testStore(options: TestDatabaseOptions = {}): Promise<TestStore> {
  const database = await testDatabase(options)
  const { db, url } = database
  const folder = await mkdtemp(join(tmpdir(), 'mashang-test-files-'))
  const files = await createFiles({ folder })
  const sequencer = createSequencer({ db, signer: aSigner() })
  return {
    db,
    url,
    journal: createJournal(db),
    files,
    jobs: createJobs(db),
    settle: async (subscribers = []) => {
      // A subscriber may append in its turn.
      while ((await sequencer.sequence()) > 0 || (await deliverAll(db, subscribers)) > 0);
    },
    drop: async () => {
      files.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function aSigner(): Signer {
  const signer = readSecretKey(newSecretKey('test.example/log'))
  if (isRefusal(signer)) throw new Error(signer.code)
  return signer
}

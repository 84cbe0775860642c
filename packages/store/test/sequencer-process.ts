/** A process that sequences without rest on the database it is given, for tests that kill it. */
import { isRefusal } from '@mashang/kit'
import { readSecretKey } from '@mashang/proof'
import { openDatabase } from '../database.ts'
import { createLog } from '../log/index.ts'

const [url = '', secret = ''] = process.argv.slice(2)
const key = readSecretKey(secret)
if (isRefusal(key)) throw new Error(key.code)
const { db } = openDatabase({ url, poolSize: 2 })
const { sequencer } = createLog({ db, key, batch: 7, busyMs: 1, idleMs: 1, restTimes: 0 })
await sequencer.start()
console.log('started')

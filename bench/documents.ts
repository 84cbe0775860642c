/** Pages a second: licences signed and sealed, letters rendered, and a table of 200 rows; one typesetting thread. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createDocuments, createSigner } from '@mashang/document'
import { samples } from '@mashang/document/testing'

const SECONDS = 4
const folder = mkdtempSync(join(tmpdir(), 'mashang-bench-'))
const documents = createDocuments({
  signing: await createSigner(folder),
  cityName: { zh: '大连市', en: 'Dalian' },
  verifyBase: 'https://zwfw.example.gov.cn/verify',
  demo: true,
  cacheBytes: 0,
})

/** Runs `work` with a number of its own, so that no two documents are the same, four at a time. */
async function perSecond(work: (i: number) => Promise<unknown>): Promise<number> {
  await work(0)
  const start = performance.now()
  let done = 0
  while (performance.now() - start < SECONDS * 1000) {
    await Promise.all([1, 2, 3, 4].map((i) => work(done + i)))
    done += 4
  }
  return done / ((performance.now() - start) / 1000)
}

const numbered = (i: number) => ({ caseNumber: `210200-2026-11-${i}`, itemName: `风筝放飞许可（第${i}号）` })
const materials = Array.from({ length: 200 }, (_, i) => ({
  name: `第${i + 1}号申请材料`,
  form: '电子',
  copies: 1,
}))

await documents.issue('licence', samples.licence)
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const licences = await perSecond((i) => documents.issue('licence', { ...samples.licence, ...numbered(i) }))
const letters = await perSecond((i) =>
  documents.issue('acceptance-notice', { ...samples['acceptance-notice'], ...numbered(i) }),
)
const tables = await perSecond((i) =>
  documents.render('material-receipt', { ...samples['material-receipt'], ...numbered(i), materials }),
)
delay.disable()
await documents.close()
rmSync(folder, { recursive: true, force: true })

const rate = (value: number) => value.toFixed(value < 20 ? 1 : 0)
console.log(
  `documents: ${rate(licences)} licences/s and ${rate(letters)} letters/s signed, ${rate(tables)} tables of 200 rows/s; ` +
    `event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
)

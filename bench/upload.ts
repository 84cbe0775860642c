/**
 * (b) Upload of materials: files of 15 MB over HTTP, four at a time, each of other bytes, so that each is written to
 * the disk; and how far the server's memory went up meanwhile.
 */
import { randomFillSync } from 'node:crypto'
import { freshFolder, removeCity, signUp, startCity, upload } from './parts/city.ts'

const FILES = Number(process.argv[2] ?? 48)
const MEGABYTES = 15
const AT_ONCE = 4

const city = await startCity(await freshFolder())
try {
  const citizen = await signUp(city, 1)
  const bytes = new Uint8Array(MEGABYTES * 1_000_000)
  randomFillSync(bytes)
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
  await upload(city, citizen, 'first.pdf', aFile(0))
  const before = await city.memory()
  let next = 1
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next <= FILES) await upload(city, citizen, '材料.pdf', aFile(next++))
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const after = await city.memory()
  console.log(
    `upload: ${((FILES * MEGABYTES) / seconds).toFixed(0)} MB/s, ${FILES} files of ${MEGABYTES} MB, ${AT_ONCE} at a time; ` +
      `the server held ${before.now.toFixed(0)} MB before and ${after.most.toFixed(0)} MB at most`,
  )

  function aFile(serial: number): Uint8Array<ArrayBuffer> {
    const copy = bytes.slice()
    copy.set(new TextEncoder().encode(`%PDF-1.7\n% ${serial}\n`))
    return copy
  }
} finally {
  await removeCity(city)
}

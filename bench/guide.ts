/**
 * (c) The public guide of an item, as a visitor without a session gets it, over HTTP on 16 connections: three items by
 * turns, in Chinese and in English.
 */
import { freshFolder, removeCity, startCity } from './parts/city.ts'
import { type LoadRequest, putLoad } from './parts/load.ts'

const SECONDS = Number(process.argv[2] ?? 10)
const CONNECTIONS = 16

const city = await startCity(await freshFolder())
try {
  const items = await findItems()
  const pages = items.flatMap((code) =>
    ['zh-CN', 'en'].map(
      (language): LoadRequest => ({
        method: 'GET',
        path: `/items/${code}`,
        headers: { accept: 'text/html', 'accept-language': language },
      }),
    ),
  )
  const bytes = (await (await fetch(`${city.url}${pages[0]?.path}`)).arrayBuffer()).byteLength
  const connections = Array.from({ length: CONNECTIONS }, () => pages)
  const { perSecond, p50, p99 } = await putLoad({ ...city, warmSeconds: 3, seconds: SECONDS, connections })
  console.log(
    `guide: ${perSecond.toFixed(0)} pages/s of ${Math.round(bytes / 1000)} KB, p50 ${p50.toFixed(1)} ms, ` +
      `p99 ${p99.toFixed(1)} ms at ${CONNECTIONS} connections; ${Math.round((await city.memory()).now)} MB`,
  )
} finally {
  await removeCity(city)
}

async function findItems(): Promise<readonly string[]> {
  const answer = await fetch(`${city.url}/api/approvals/items`)
  const { items } = (await answer.json()) as { items: readonly { code: string }[] }
  return items.slice(0, 3).map(({ code }) => code)
}

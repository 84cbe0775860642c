/**
 * A client that costs little, so that what is measured is the server: raw sockets, requests rendered beforehand, one
 * request at a time on each connection. In a process of its own; reads a `Load` from standard input, prints a `Loaded`.
 */
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Load, Loaded, LoadRequest } from './load.ts'

const load = JSON.parse(await text(process.stdin)) as Load
const times: number[] = []
const statuses: Record<string, number> = {}
let counting = false
let over = false

const KEY = '00000000-0000-4000-8000-000000000000'

/** The bytes of a request, and where in them its idempotency key stands. */
function rendered({ method, path, headers = {}, body, keyed }: LoadRequest) {
  const content = body === undefined ? undefined : Buffer.from(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${load.host}:${load.port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(keyed ? [`idempotency-key: ${KEY}`] : []),
    ...(content ? ['content-type: application/json', `content-length: ${content.length}`] : []),
  ]
  const bytes = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content ?? Buffer.alloc(0)])
  return { bytes, keyAt: keyed ? bytes.indexOf(KEY) : -1 }
}

function run(requests: readonly LoadRequest[]): Promise<void> {
  const all = requests.map(rendered)
  return new Promise((done, failed) => {
    const socket = connect({ host: load.host, port: load.port, noDelay: true })
    let next = 0
    let begun = 0
    let got: Buffer = Buffer.alloc(0)
    const send = () => {
      if (over) {
        socket.end()
        return done()
      }
      const request = all[next++ % all.length]
      if (!request) throw new Error('a load without requests')
      if (request.keyAt >= 0) request.bytes.write(randomUUID(), request.keyAt, 'latin1')
      begun = performance.now()
      socket.write(request.bytes)
    }
    socket.on('connect', send)
    socket.on('error', failed)
    socket.on('data', (chunk) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const end = got.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = got.toString('latin1', 0, end)
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (got.length < end + 4 + length) return
      if (counting) {
        times.push(performance.now() - begun)
        const status = head.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
      }
      got = Buffer.alloc(0)
      send()
    })
  })
}

const sleep = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))
const running = Promise.all(load.connections.map(run))
await sleep(load.warmSeconds)
counting = true
const begun = performance.now()
await sleep(load.seconds)
const seconds = (performance.now() - begun) / 1000
counting = false
over = true
await running
times.sort((one, other) => one - other)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const loaded: Loaded = { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses }
process.stdout.write(JSON.stringify(loaded))

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { aFlight } from '../../bench/parts/submission.ts'

/** A submission that was answered: what its client may rely on from then on. */
export interface Acknowledged {
  readonly id: string
  readonly number: string
}

export interface MachineClient {
  /** Of each key, the answer it got. */
  readonly acknowledged: ReadonlyMap<string, Acknowledged>
  /** Statuses that were answered, each with how often; `0` is a connection that broke. */
  readonly statuses: ReadonlyMap<number, number>
  submit(key: string): Promise<Acknowledged>
  /** Submits with so many connections until told to end; then each ends the submission it has begun. */
  start(connections: number): void
  /** When so many more are acknowledged than now. */
  untilMore(count: number): Promise<void>
  end(): Promise<void>
}

/** What another office's system does: submits under a key, and again under the same key until it is answered. */
export async function aMachineClient(server: { url: string }, apiKey: string): Promise<MachineClient> {
  const headers = { authorization: `Bearer ${apiKey}` }
  const acknowledged = new Map<string, Acknowledged>()
  const statuses = new Map<number, number>()
  const input = await anInput(server, headers)
  let isEnding = false
  let running: Promise<unknown> = Promise.resolve()

  async function attempt(key: string): Promise<Response | undefined> {
    try {
      return await fetch(`${server.url}/api/approvals/applications`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(input),
      })
    } catch {
      return undefined
    }
  }

  async function submit(key: string): Promise<Acknowledged> {
    for (;;) {
      const answer = await attempt(key)
      const status = answer?.status ?? 0
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const text = await answer?.text().catch(() => undefined)
      if (status === 200 && text !== undefined) {
        const { id, number } = JSON.parse(text) as Acknowledged
        acknowledged.set(key, { id, number })
        return { id, number }
      }
      await sleep(50)
    }
  }

  const submitOn = async () => {
    while (!isEnding) await submit(randomUUID())
  }

  return {
    acknowledged,
    statuses,
    submit,
    start(connections) {
      running = Promise.all(Array.from({ length: connections }, submitOn))
    },
    async untilMore(count) {
      const wanted = acknowledged.size + count
      while (acknowledged.size < wanted) await sleep(10)
    },
    async end() {
      isEnding = true
      await running
    },
  }
}

async function anInput(server: { url: string }, headers: Record<string, string>) {
  const [card, plan] = await Promise.all(
    ['card', 'plan'].map(async (mark) => {
      const form = new FormData()
      form.append('file', new Blob([`%PDF-1.4\n% ${mark}\n%%EOF\n`]), `${mark}.pdf`)
      const answer = await fetch(`${server.url}/api/approvals/files`, { method: 'POST', headers, body: form })
      if (!answer.ok) throw new Error(await answer.text())
      return ((await answer.json()) as { digest: string }).digest
    }),
  )
  return {
    item: '2102-TY-XK-0001',
    applicant: { kind: 'named', name: '王小风', code: '11010519491231002X', phone: '13900000000' },
    form: aFlight('王小风'),
    materials: [
      { material: 'identity', files: [{ digest: card, name: '身份证.pdf' }] },
      { material: 'plan', files: [{ digest: plan, name: '放飞方案.pdf' }] },
    ],
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApplication, type Headers, type ServedCity, send, serveCity } from './served-city.ts'

let city: ServedCity
let citizen: Headers

beforeAll(async () => {
  city = await serveCity()
  citizen = await city.aCitizen()
})
afterAll(() => city.stop())

interface Answered {
  readonly status: number
  readonly body: {
    readonly id: string
    readonly number: string
    readonly code?: string
    readonly facts?: Record<string, unknown>
  }
}

async function answered(response: Promise<Response>): Promise<Answered> {
  const { status, ...answer } = await response.then(async (one) => ({
    status: one.status,
    body: await one.json(),
  }))
  return { status, ...(answer as { body: Answered['body'] }) }
}

async function submit(key: string, input: unknown): Promise<Answered> {
  return answered(
    send(city, 'POST', '/api/approvals/applications', { ...citizen, 'idempotency-key': key }, input),
  )
}

describe('at once, over HTTP', () => {
  it('the same key sent eight times is one case, answered eight times the same; with another body it is refused', async () => {
    const input = await anApplication(city, citizen)
    const before = await city.countAll()
    const all = await Promise.all(Array.from({ length: 8 }, () => submit('robust-eight', input)))
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(new Set(all.map(({ body }) => `${body.id} ${body.number}`)).size).toBe(1)
    const after = await city.countAll()
    expect(after.applications).toBe((before.applications ?? 0) + 1)
    expect(after.entries).toBe((before.entries ?? 0) + 1)
    const other = { ...input, form: { ...input.form, 'line-length': 90 } }
    const refused = await submit('robust-eight', other)
    expect([refused.status, refused.body.code]).toEqual([422, 'key-used-for-another-request'])
  })

  it('many submissions of many keys each get a number of their own', async () => {
    const input = await anApplication(city, citizen)
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => submit(`robust-many-${n}`, input)))
    expect(new Set(all.map(({ body }) => body.number)).size).toBe(40)
  })

  it('of two officers who decide one wins, and the other is told of the fresh state', async () => {
    const { body } = await submit('robust-two', await anApplication(city, citizen))
    const officers = [await city.anOfficer(['handling-officer']), await city.anOfficer(['handling-officer'])]
    const decide = (officer: Headers) =>
      answered(
        send(city, 'POST', `/api/approvals/desk/applications/${body.id}/accept`, officer, { expected: 1 }),
      )
    const answers = await Promise.all(officers.map(decide))
    const [won, lost] = answers.toSorted((one, other) => one.status - other.status)
    expect(won?.status).toBe(200)
    expect([lost?.status, lost?.body.code]).toEqual([409, 'case-changed'])
    expect(lost?.body.facts).toMatchObject({ expected: 1, actual: 2 })
    const { entries } = await city.countAll()
    await decide(officers[0] ?? {})
    expect((await city.countAll()).entries).toBe(entries)
  })
})

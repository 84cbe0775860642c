import { deskEndpoints } from '@mashang/approvals/contract'
import { identityEndpoints } from '@mashang/identity/contract'
import { describe, expect, it } from 'vitest'
import { routesOf } from '../build/contract-table.ts'
import { answerOf, clientOf, type Door, isShown, uploadOf } from '../src/api/client.ts'
import { mayUse } from '../src/api/route.ts'
import { Refused } from '../src/api/shown-refusal.ts'

interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
}

const ID = '01890000-0000-7000-8000-000000000001'

/** A door that answers from a list, and what it was asked. */
function aDoor(answers: readonly (() => Response)[], again: 'same' | 'another' | 'left' = 'same') {
  const sent: Sent[] = []
  let token = 'first'
  const door: Door = {
    fetch: async (url, init = {}) => {
      sent.push({
        url: String(url),
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: init.body,
      })
      const answer = answers[sent.length - 1]
      if (!answer) throw new TypeError('network')
      return answer()
    },
    csrfToken: () => token,
    language: () => 'zh',
    renewToken: async () => {
      token = 'second'
      return again !== 'another'
    },
    signInAgain: async () => again,
  }
  return { door, sent }
}

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })
const problem = (code: string, status: number) =>
  json({ code, detail: code, words: { zh: '不行。', en: 'No.' }, facts: { due: 1 }, fields: [] }, status)

const desk = (door: Door) => clientOf<typeof deskEndpoints>(routesOf(deskEndpoints), door)
const accept = (door: Door, key = 'k') =>
  desk(door).acceptApplication({ params: { id: ID }, input: { expected: 3 }, key })

describe('a call', () => {
  it('asks with the query, without what is empty', async () => {
    const { door, sent } = aDoor([json({ rows: [], counts: {}, items: [] })])
    await desk(door).listInbox({ query: { view: 'overdue', text: '', limit: 50 } })
    expect(sent[0]?.url).toBe('/api/approvals/desk/inbox?view=overdue&limit=50')
    expect(sent[0]?.headers.get('accept-language')).toBe('zh')
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  })

  it('writes with the token, the key and JSON', async () => {
    const { door, sent } = aDoor([json({ id: ID })])
    await accept(door, 'one-key')
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `/api/approvals/desk/applications/${ID}/accept`,
      body: '{"expected":3}',
    })
    expect(sent[0]?.headers.get('x-csrf-token')).toBe('first')
    expect(sent[0]?.headers.get('idempotency-key')).toBe('one-key')
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
  })

  it('makes a key of its own where none is given', async () => {
    const { door, sent } = aDoor([json({}), json({})])
    await clientOf<typeof identityEndpoints>(routesOf(identityEndpoints), door).signOut({})
    await clientOf<typeof identityEndpoints>(routesOf(identityEndpoints), door).signOut({})
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  it('sends a file as a form, without a content type of its own', async () => {
    const { officeEndpoints } = await import('@mashang/approvals/contract')
    const { door, sent } = aDoor([json({})])
    const file = new File(['a,b'], '事项.csv', { type: 'text/csv' })
    await clientOf<typeof officeEndpoints>(routesOf(officeEndpoints), door).importItems({
      upload: uploadOf(file),
    })
    const form = sent[0]?.body
    const given = form instanceof FormData ? form.get('file') : undefined
    if (!(given instanceof File)) throw new Error('no file was sent')
    expect([given.name, await given.text()]).toEqual(['事项.csv', 'a,b'])
    expect(sent[0]?.headers.has('content-type')).toBe(false)
  })
})

describe('a refusal', () => {
  it('comes back as a value with its words, and is thrown only where asked for', async () => {
    const { door } = aDoor([problem('not-at-intake', 409), problem('not-at-intake', 409)])
    const answer = await accept(door)
    expect(answer).toMatchObject({
      refused: true,
      code: 'not-at-intake',
      status: 409,
      words: { zh: '不行。' },
    })
    await expect(answerOf(accept(door))).rejects.toBeInstanceOf(Refused)
  })

  it('renews a token that is no longer good, once, and keeps the key', async () => {
    const { door, sent } = aDoor([problem('csrf-token-missing', 403), json({ id: ID })])
    expect(await accept(door, 'same')).toEqual({ id: ID })
    expect(sent.map(({ headers }) => headers.get('x-csrf-token'))).toEqual(['first', 'second'])
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['same', 'same'])
  })

  it('goes on with the same key once the same person has signed in again', async () => {
    const { door, sent } = aDoor([problem('session-expired', 401), json({ id: ID })])
    expect(await accept(door, 'same')).toEqual({ id: ID })
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['same', 'same'])
  })

  it('does not act for another person who signed in instead', async () => {
    const { door, sent } = aDoor([problem('session-expired', 401), json({ id: ID })], 'another')
    expect(await accept(door)).toMatchObject({ code: 'signed-in-as-another' })
    expect(sent).toHaveLength(1)
  })

  it('does not act for another person who signed in at another window of the browser', async () => {
    const { door, sent } = aDoor([problem('csrf-token-missing', 403), json({ id: ID })], 'another')
    expect(await accept(door)).toMatchObject({ code: 'signed-in-as-another' })
    expect(sent).toHaveLength(1)
  })

  it('says so where the server cannot be reached, or says something else', async () => {
    expect(await accept(aDoor([]).door)).toMatchObject({ code: 'no-connection' })
    const page = () => new Response('<html>', { status: 502 })
    expect(await accept(aDoor([page]).door)).toMatchObject({ code: 'answer-unreadable', status: 502 })
    const empty = () => new Response('', { status: 200 })
    expect(isShown(await accept(aDoor([empty]).door))).toBe(true)
  })
})

describe('routes', () => {
  it('keep method and path of every endpoint, and who may call it', () => {
    const routes = routesOf(deskEndpoints)
    expect(Object.keys(routes)).toEqual(Object.keys(deskEndpoints))
    expect(mayUse(routes.extendLimit, ['approval-head'])).toBe(true)
    expect(mayUse(routes.extendLimit, ['window-clerk', 'administrator'])).toBe(false)
    expect(mayUse(routesOf(identityEndpoints).me, [])).toBe(true)
  })
})

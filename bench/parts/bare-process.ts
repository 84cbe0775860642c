/**
 * What the submission is measured against: Fastify with a schema, one insert and one audit row, and nothing else: no
 * session, no definition, no rule, no digest, no log. At /applications as it is mostly written, a transaction of two
 * prepared inserts; at /at-once both in one prepared statement, which is as fast as it gets. Prints its port.
 */
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'

const [url = '', connections = '20'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: Number(connections) })
pool.on('error', () => {})
await pool.query(`create schema bare;
  create table bare.application (id uuid primary key, item text not null, content jsonb not null, at timestamptz not null);
  create table bare.audit (id uuid primary key, application_id uuid not null, actor text not null, action text not null,
    detail jsonb not null, at timestamptz not null);`)

const APPLICATION = 'insert into bare.application values ($1, $2, $3, $4)'
const AUDIT = "insert into bare.audit values ($1, $2, $3, 'submitted', $4, $5)"
const BOTH = `with application as (insert into bare.application values ($1, $2, $3, $4))
  insert into bare.audit values ($5, $1, $6, 'submitted', $7, $4)`

interface Received {
  readonly item: string
}

const schema = {
  body: {
    type: 'object',
    required: ['item', 'applicant', 'form', 'materials'],
    properties: {
      item: { type: 'string' },
      applicant: { type: 'object' },
      form: { type: 'object' },
      materials: { type: 'array' },
    },
  },
}
const detail = JSON.stringify({ from: 'received', to: 'submitted' })

const app = Fastify()
app.post<{ Body: Received }>('/applications', { schema }, async (request) => {
  const id = randomUUID()
  const at = new Date().toISOString()
  const client = await pool.connect()
  try {
    await client.query('begin')
    const values = [id, request.body.item, JSON.stringify(request.body), at]
    await client.query({ name: 'application', text: APPLICATION, values })
    await client.query({ name: 'audit', text: AUDIT, values: [randomUUID(), id, 'citizen', detail, at] })
    await client.query('commit')
  } finally {
    client.release()
  }
  return { id, at }
})
app.post<{ Body: Received }>('/at-once', { schema }, async (request) => {
  const id = randomUUID()
  const at = new Date().toISOString()
  const values = [id, request.body.item, JSON.stringify(request.body), at, randomUUID(), 'citizen', detail]
  await pool.query({ name: 'both', text: BOTH, values })
  return { id, at }
})
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await pool.end()
})

/**
 * What the submission is measured against: Fastify with a schema, one insert and one audit row in one prepared
 * statement, and nothing else: no session, no definition, no rule, no digest, no log. Prints its port.
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

const INSERT = `with application as (insert into bare.application values ($1, $2, $3, $4))
  insert into bare.audit values ($5, $1, $6, 'submitted', $7, $4)`

const app = Fastify()
app.post<{ Body: { item: string } }>(
  '/applications',
  {
    schema: {
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
    },
  },
  async (request) => {
    const id = randomUUID()
    const at = new Date().toISOString()
    const content = JSON.stringify(request.body)
    const detail = JSON.stringify({ from: 'received', to: 'submitted' })
    const values = [id, request.body.item, content, at, randomUUID(), 'citizen', detail]
    await pool.query({ name: 'insert', text: INSERT, values })
    return { id, at }
  },
)
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await pool.end()
})

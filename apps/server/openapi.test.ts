import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TABLES } from './modules.ts'
import { openApiFile, openApiOf } from './openapi.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly security?: readonly object[]
}
const document = openApiOf(TABLES) as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)

describe('openapi.json', () => {
  it('is the one that the tables of today give; run npm run openapi after changing a contract', () => {
    const committed = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')
    expect(committed === openApiFile(TABLES)).toBe(true)
  })

  it('names every endpoint once and every parameter of its path', () => {
    const ids = operations.map(({ operationId }) => operationId)
    const rows = TABLES.flatMap(({ name, table }) => Object.keys(table).map((one) => `${name}.${one}`))
    expect(ids.sort()).toEqual(rows.sort())
    for (const { path, parameters, operationId } of operations) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(named.sort(), operationId).toEqual(inPath.sort())
    }
  })

  it('says of each write that it takes a key, and of each guarded endpoint how to come in', () => {
    for (const { method, parameters, operationId } of operations) {
      const takesKey = parameters.some(({ name }) => name === 'Idempotency-Key')
      expect(takesKey, operationId).toBe(method !== 'get')
    }
    const guarded = operations.find(({ operationId }) => operationId === 'approvals.submitApplication')
    expect(guarded?.security).toEqual([{ session: [], csrf: [] }, { apiKey: [] }])
    expect(Object.keys(guarded?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '401', '403', '422', '429']),
    )
  })
})

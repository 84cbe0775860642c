import { describe, expect, it } from 'vitest'
import { methodsByAddress } from '../methods.ts'

describe('methodsByAddress', () => {
  const methodsOf = methodsByAddress([
    { path: '/kites', method: 'GET' },
    { path: '/kites', method: 'POST' },
    { path: '/kites/:colour', method: 'DELETE' },
    { path: '/kites/:colour/strings', method: 'GET' },
  ])
  it.each([
    ['/kites', ['GET', 'POST']],
    ['/kites?page=2', ['GET', 'POST']],
    ['/kites/red', ['DELETE']],
    ['/kites/red/strings', ['GET']],
    ['/kites/', []],
    ['/kites/red/tails', []],
    ['/kite', []],
    ['/', []],
  ])('%s takes %j', (url, methods) => {
    expect(methodsOf(url)).toEqual(methods)
  })
})

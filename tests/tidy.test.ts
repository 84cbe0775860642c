/** The house's style as a test. Each finding names a place; mend it there, not here. */
import { describe, expect, it } from 'vitest'
import { findDeadExports } from './tidy/exports.ts'
import { findTermsWithoutEntry, findUnfinishedRows } from './tidy/glossary.ts'
import { findBrokenLinks } from './tidy/links.ts'
import { findUnknownCodes, findUnusedCodes } from './tidy/refusals.ts'
import {
  findBadNames,
  findEnvironmentReaders,
  findForbiddenSyntax,
  findLongFiles,
  findLongFunctions,
  findSilencers,
} from './tidy/shape.ts'
import { SOURCES } from './tidy/tree.ts'

describe('files', () => {
  it('are found at all', () => {
    expect(SOURCES.length).toBeGreaterThan(300)
  })

  it('have at most 400 lines, and a README 60', () => {
    expect(findLongFiles()).toEqual([])
  })

  it('have names in kebab-case that say what is inside', () => {
    expect(findBadNames()).toEqual([])
  })

  it('silence no tool and put nothing off', () => {
    expect(findSilencers()).toEqual([])
  })
})

describe('code', () => {
  it('has functions of at most 70 lines', () => {
    expect(findLongFunctions()).toEqual([])
  })

  it('has no any, no enum, no namespace and no parameter property', () => {
    expect(findForbiddenSyntax()).toEqual([])
  })

  it('reads the environment in apps/*/config.ts only', () => {
    expect(findEnvironmentReaders()).toEqual([])
  })

  it('exports nothing that nobody uses', () => {
    expect(findDeadExports()).toEqual([])
  })
})

describe('words', () => {
  it('of refusals: every code that is used stands in the catalogue', () => {
    expect(findUnknownCodes()).toEqual([])
  })

  it('of refusals: every code of the catalogue is used', () => {
    expect(findUnusedCodes()).toEqual([])
  })

  it('of law: every term that opens a contract stands in the glossary', () => {
    expect(findTermsWithoutEntry()).toEqual([])
  })

  it('of law: one English word for one term, and what it means', () => {
    expect(findUnfinishedRows()).toEqual([])
  })

  it('link to places that are there', () => {
    expect(findBrokenLinks()).toEqual([])
  })
})

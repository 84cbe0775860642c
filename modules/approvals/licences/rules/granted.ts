/** 准予 — what a granted application writes into the journal of the licence that it acts on. */
import { addDays } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { ActedOn, LicenceEntries } from '../../contract/index.ts'
import { validUntil } from '../../rules/issue.ts'
import type { Licence } from './licence.ts'

type Shows = LicenceEntries['issued']['shows']

export interface Granted {
  readonly application: string
  readonly applicationNumber: string
  readonly situation: ActedOn['situation']
  readonly silently: boolean
  /** How long the item's result is valid. */
  readonly valid: string | undefined
  /** What the form of the case says a licence shows. */
  readonly shows: Shows
  readonly reasons: string
  /** Of the new print; absent where none is made. */
  readonly print?: { readonly identifier: string; readonly code: string }
}

/** Nothing where the licence was ended in the meantime: what is ended is neither renewed nor changed. */
export function whatAGrantWrites(licence: Licence, granted: Granted): NewEntry | undefined {
  const { application, applicationNumber, situation, silently, valid, print, reasons } = granted
  const by = { application, applicationNumber }
  if (licence.endings.length > 0) return undefined
  if (situation === 'cancellation') {
    const content: LicenceEntries['cancelled'] = {
      ground: 'holder-asks',
      reasons: reasons || '持证人申请注销。',
      ...by,
    }
    return { kind: 'cancelled', content }
  }
  if (!print) throw new Error(`a ${situation} is printed`)
  const shows = aNewFormTellsWhatItAsks(licence.shows, granted.shows)
  switch (situation) {
    case 'renewal': {
      const to = theNewTermBeginsWhereTheOldEnds(licence.to, valid)
      const content: LicenceEntries['renewed'] = { ...print, ...by, shows, ...(to ? { to } : {}) }
      return { kind: silently ? 'renewed-by-silence' : 'renewed', content }
    }
    case 'change': {
      const content: LicenceEntries['changed'] = { ...print, ...by, before: licence.shows, after: shows }
      return { kind: 'changed', content }
    }
    case 'reissue': {
      const content: LicenceEntries['reissued'] = { ...print, ...by, reason: reasons }
      return { kind: 'reissued', content }
    }
  }
}

/** The day after the old last day is the first of the new term; without a term there is no end. */
export function theNewTermBeginsWhereTheOldEnds(
  to: string | undefined,
  valid: string | undefined,
): string | undefined {
  return to && valid ? validUntil(addDays(to, 1), valid) : undefined
}

/** What the form asks takes the place of what the licence said; what it does not ask stays. */
export function aNewFormTellsWhatItAsks(before: Shows, asked: Shows): Shows {
  const told = new Map(asked.map((one) => [one.label, one]))
  return [
    ...before.map((one) => told.get(one.label) ?? one),
    ...asked.filter(({ label }) => !before.some((one) => one.label === label)),
  ]
}

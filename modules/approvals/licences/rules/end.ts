/**
 * 注销、撤销、撤回、吊销 — how an organ ends a licence (许可法 8, 69, 70), and that the holder is heard first (许可法 7).
 */
import type { LicenceEnding, LicenceGround, LicenceLaw } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import { articleOf } from '../../rules/time-limit.ts'
import type { Licence } from './licence.ts'
import { endingOf, licenceStatusOn } from './status.ts'
import { LICENCE_STATUS_WORDS } from './words.ts'

interface EndingAsked {
  readonly ground: string
  readonly reasons: string
}

/** Grounds on which this licence could be ended in this way today. */
export function groundsThatFit(
  licence: Pick<Licence, 'to' | 'endings' | 'holder'>,
  kind: LicenceEnding,
  law: LicenceLaw,
  today: string,
): readonly LicenceGround[] {
  if (licence.endings.some((ending) => ending.kind === 'cancelled')) return []
  const status = licenceStatusOn({ to: licence.to, ending: endingOf(licence.endings) }, today)
  return law.grounds[kind].filter(
    (ground) =>
      (ground.in ?? ['valid']).includes(status) &&
      (ground.holder === undefined || ground.holder === licence.holder.kind),
  )
}

/** The ground, where law gives it for a licence of this holder in this status, and the reasons say why. */
export function aLicenceEndsOnAGroundOfLaw(
  licence: Pick<Licence, 'to' | 'endings' | 'holder'>,
  kind: LicenceEnding,
  { ground: id, reasons }: EndingAsked,
  law: LicenceLaw,
  today: string,
): LicenceGround | Refusal {
  const rule = 'aLicenceEndsOnAGroundOfLaw'
  const known = law.grounds[kind].find((ground) => ground.id === id)
  if (!known) {
    const named = { path: 'ground', code: 'ground-unknown', facts: { ground: id } }
    return refuse('ground-unknown', { rule, facts: { ground: id }, fields: [named] })
  }
  const article = articleOf(known.basis)
  if (!groundsThatFit(licence, kind, law, today).includes(known)) {
    const status = licenceStatusOn({ to: licence.to, ending: endingOf(licence.endings) }, today)
    const facts = { ground: known.words, status: LICENCE_STATUS_WORDS[status] }
    const fields = [{ path: 'ground', code: 'ground-does-not-fit', facts }]
    return refuse('ground-does-not-fit', { rule, article, facts, fields })
  }
  return reasonsSayWhy(reasons, law) ?? known
}

/** 许可法 38, 69: a decision against the holder states its reasons. */
export function reasonsSayWhy(reasons: string, law: Pick<LicenceLaw, 'reasons'>): Refusal | undefined {
  const { least, basis } = law.reasons
  if ([...reasons.trim()].length >= least) return undefined
  const facts = { least, found: [...reasons.trim()].length }
  return refuse('reasons-too-short', {
    rule: 'reasonsSayWhy',
    article: articleOf(basis),
    facts,
    fields: [{ path: 'reasons', code: 'reasons-too-short', facts }],
  })
}

/** 许可法 7: no revocation without the holder having been told, and having answered or let the day pass. */
export function revocationHearsTheHolderFirst(
  { proposal }: Pick<Licence, 'proposal'>,
  law: Pick<LicenceLaw, 'statement'>,
  today: string,
): Refusal | undefined {
  const about = { rule: 'revocationHearsTheHolderFirst', article: articleOf(law.statement.basis) }
  if (!proposal) return refuse('no-revocation-proposed', about)
  if (proposal.statements.length > 0 || today > proposal.answerBy) return undefined
  return refuse('holder-not-heard', { ...about, facts: { answerBy: proposal.answerBy } })
}

/** One proposal at a time, for a licence that still stands. */
export function revocationIsProposedOnce({ proposal }: Pick<Licence, 'proposal'>): Refusal | undefined {
  return proposal && refuse('revocation-already-proposed', { facts: { answerBy: proposal.answerBy } })
}

/** 许可法 7: the holder states and defends while a revocation is proposed. */
export function aStatementAnswersAProposal({ proposal }: Pick<Licence, 'proposal'>): Refusal | undefined {
  return proposal ? undefined : refuse('no-revocation-proposed', { rule: 'aStatementAnswersAProposal' })
}

/** A slip on a licence that stands is corrected: lines it has, with another text, and the reason why. */
export function aCorrectionMendsWhatIsWrong(
  licence: Pick<Licence, 'number' | 'to' | 'endings' | 'shows'>,
  given: readonly { readonly label: string; readonly text: string }[],
  reason: string,
  { law, today }: { readonly law: LicenceLaw; readonly today: string },
): Licence['shows'] | Refusal {
  const rule = 'aCorrectionMendsWhatIsWrong'
  const status = licenceStatusOn({ to: licence.to, ending: endingOf(licence.endings) }, today)
  if (status !== 'valid') {
    const facts = {
      number: licence.number,
      status: LICENCE_STATUS_WORDS[status],
      situation: { zh: '更正', en: 'correction' },
    }
    return refuse('licence-status-forbids', { rule, facts })
  }
  const texts = new Map(given.map(({ label, text }) => [label, text.trim()]))
  const after = licence.shows.map(({ label, text }) => ({ label, text: texts.get(label) || text }))
  if (after.every(({ text }, at) => text === licence.shows[at]?.text))
    return refuse('correction-changes-nothing', { rule })
  return reasonsSayWhy(reason, law) ?? after
}

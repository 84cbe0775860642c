/**
 * A licence as its reader may see it: codes masked where not needed, every look of staff journaled.
 */
import { LICENCE_ENDINGS, type LicenceEnding, type LicenceGround } from '@mashang/flow'
import { actorOf, legalDayOf, maskIdCard, maskName, type Who } from '@mashang/kit'
import type { LicencePage } from '../../contract/index.ts'
import { getOrgan, type Inside } from '../../inside.ts'
import { canBeAppliedForOnline } from '../../rules/submission.ts'
import { articleOf } from '../../rules/time-limit.ts'
import { groundsThatFit, revocationHearsTheHolderFirst } from '../rules/end.ts'
import { currentPrint, type Licence } from '../rules/licence.ts'
import { type LicenceStanding, licenceActionsOf } from '../rules/reading.ts'
import { renewalIsAskedAheadOfExpiry } from '../rules/renewal.ts'
import { endingOf, licenceStatusOn } from '../rules/status.ts'
import type { HeldLicence } from '../store/licences.ts'
import { casesOf, hrefOf, printsOf } from './licence-parts.ts'
import { historyOf, sentenceOf } from './licence-words.ts'

/** The page of a licence for one reader who may see it; a look of its office at personal data is recorded first. */
export async function licencePageOf(
  inside: Inside,
  held: HeldLicence,
  who: Who,
  standing: LicenceStanding,
): Promise<LicencePage> {
  const { id, licence } = held
  const now = inside.clock.now()
  const today = legalDayOf(now)
  if (standing === 'office') {
    const look = { actor: actorOf(who), at: now.toISOString(), caseId: id, what: 'licence' }
    await inside.journal.recordLook({ ...look, reason: 'licence-page' })
  }
  const [{ prints, documents }, cases, applyFor] = await Promise.all([
    printsOf(inside, id),
    casesOf(inside, held),
    applyForOf(inside, licence, today),
  ])
  const masked = standing === 'supervisor'
  const print = currentPrint(licence)
  const actions = [...licenceActionsOf(who, standing, licence)]
  const code = { code: print.code, identifier: print.identifier }
  const href = prints.get(print.version)
  return {
    id,
    ...code,
    revision: licence.revision,
    number: licence.number,
    type: licence.type,
    title: licence.title,
    organ: organOf(inside, licence.organ),
    ...holderOf(licence, standing),
    masked,
    from: licence.from,
    to: licence.to,
    status: licenceStatusOn({ to: licence.to, ending: endingOf(licence.endings) }, today),
    sentence: sentenceOf(licence, inside.city.licences, today),
    shows: masked ? [] : [...licence.shows],
    href: href && !masked ? hrefOf(id, href) : undefined,
    endings: endingsOf(inside, licence),
    proposal: proposalOf(inside, licence, today),
    certificates: licence.certificates.map(({ version, identifier, code, from, to, at }) => {
      const document = prints.get(version)
      return {
        version,
        identifier,
        code,
        from,
        to,
        at,
        href: document && !masked ? hrefOf(id, document) : undefined,
      }
    }),
    documents: masked ? [] : documents,
    history: historyOf(held, standing, inside.city.licences),
    cases,
    applyFor: standing === 'holder' ? applyFor : [],
    actions,
    ...(actions.some((action) => action !== 'recordStatement') && standing === 'office'
      ? { grounds: groundsOf(inside, licence, today) }
      : {}),
  }
}

export function organOf({ city }: Inside, id: string): LicencePage['organ'] {
  const organ = getOrgan(city, id)
  return { id: organ.id, name: organ.name, short: organ.short }
}

function holderOf({ holder }: Licence, standing: LicenceStanding) {
  const person = holder.kind === 'person'
  return {
    holder: person && standing === 'supervisor' ? maskName(holder.name) : holder.name,
    holderKind: holder.kind,
    // An enterprise's code is public; a person's is shown to nobody in full.
    holderCode: person ? maskIdCard(holder.code) : holder.code,
  }
}

function groundViewOf(inside: Inside, kind: LicenceEnding, id: string) {
  const ground = inside.city.licences.grounds[kind].find((one) => one.id === id)
  return ground ? viewOf(ground) : { id, words: { zh: id }, article: '' }
}

const viewOf = ({ id, words, basis }: LicenceGround) => ({ id, words, article: articleOf(basis) })

function endingsOf(inside: Inside, { endings }: Licence): LicencePage['endings'] {
  return endings.map(({ kind, ground, reasons, at, compensation, decision }) => ({
    kind,
    on: legalDayOf(at),
    ground: groundViewOf(inside, kind, ground),
    reasons,
    compensation,
    decision,
  }))
}

function proposalOf(inside: Inside, licence: Licence, today: string): LicencePage['proposal'] {
  const { proposal } = licence
  if (!proposal) return undefined
  const { at, reasons, answerBy, statements } = proposal
  return {
    at,
    ground: groundViewOf(inside, 'revoked', proposal.ground),
    reasons,
    answerBy,
    statements: statements.map((one) => ({ ...one })),
    ripe: revocationHearsTheHolderFirst(licence, inside.city.licences, today) === undefined,
  }
}

function groundsOf(inside: Inside, licence: Licence, today: string): NonNullable<LicencePage['grounds']> {
  const fitting = (kind: LicenceEnding) =>
    groundsThatFit(licence, kind, inside.city.licences, today).map(viewOf)
  const [cancelled, revoked, withdrawn, forfeited] = LICENCE_ENDINGS.map(fitting)
  return {
    cancelled: cancelled ?? [],
    revoked: revoked ?? [],
    withdrawn: withdrawn ?? [],
    forfeited: forfeited ?? [],
  }
}

/** What a holder may apply for online today: what acts on this type, as its status allows. */
async function applyForOf(inside: Inside, licence: Licence, today: string): Promise<LicencePage['applyFor']> {
  if (licence.endings.length > 0) return []
  const expired = licenceStatusOn({ to: licence.to }, today) === 'expired'
  const items = await inside.licenceItems()
  const { calendar, licences } = inside.city
  return items
    .filter(({ concerns, organ }) => concerns === licence.type && organ === licence.organ)
    .filter(
      ({ situation, ...item }) => canBeAppliedForOnline(item) && (!expired || situation === 'cancellation'),
    )
    .map(({ code, name, situation, askBefore }) => {
      const late =
        situation === 'renewal' &&
        licence.to !== undefined &&
        today > renewalIsAskedAheadOfExpiry(licence.to, askBefore ?? licences.renewal['ask-before'], calendar)
      return { situation, item: { code, name }, ...(late ? { late } : {}) }
    })
}

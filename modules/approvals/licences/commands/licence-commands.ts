import type { LicenceEnding } from '@mashang/flow'
import {
  actorOf,
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  refuse,
  type StaffRole,
  type Who,
} from '@mashang/kit'
import { bodyDigestOf, type NewEntry } from '@mashang/store'
import type { LicencePage, licenceEndpoints } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import { rolesOn } from '../../rules/reading.ts'
import { answeringOf } from '../queries/answering.ts'
import { licencePageOf } from '../queries/licence-page.ts'
import {
  aCorrectionMendsWhatIsWrong,
  aLicenceEndsOnAGroundOfLaw,
  aStatementAnswersAProposal,
  reasonsSayWhy,
  revocationHearsTheHolderFirst,
  revocationIsProposedOnce,
} from '../rules/end.ts'
import { eachPrintRaisesTheVersion } from '../rules/print.ts'
import { licenceStandingOf } from '../rules/reading.ts'
import { theDayToAnswerBy } from '../rules/statement.ts'
import {
  findLicence,
  getLicence,
  type HeldLicence,
  newCode,
  refuseUnlessSeen,
  writeLicence,
} from '../store/licences.ts'

type Hearing = Pick<
  Handlers<typeof licenceEndpoints>,
  'stateAndDefend' | 'proposeRevocation' | 'recordStatement' | 'dropRevocation' | 'revokeLicence'
>
type Decisions = Pick<
  Handlers<typeof licenceEndpoints>,
  'cancelLicence' | 'withdrawLicence' | 'forfeitLicence' | 'correctLicence'
>

interface LicenceRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly expected?: number }
  readonly key: string
}

type Rule = (held: HeldLicence, today: string) => NewEntry | Refusal

const OFFICERS: readonly StaffRole[] = ['handling-officer', 'approval-head']
const HEAD: readonly StaffRole[] = ['approval-head']

/** What is decided about a licence after it was issued. */
export function licenceCommands(inside: Inside): Hearing & Decisions {
  return { ...hearing(inside), ...decisions(inside) }
}

/** The entry that ends a licence on a ground of law. */
function ending(
  { city }: Inside,
  kind: LicenceEnding,
  input: { readonly ground: string; readonly reasons: string },
  rest: object = {},
): Rule {
  return ({ licence }, today) => {
    const ground = aLicenceEndsOnAGroundOfLaw(licence, kind, input, city.licences, today)
    if (isRefusal(ground)) return ground
    return { kind, content: { ground: input.ground, reasons: input.reasons.trim(), ...rest } }
  }
}

/** A revocation: proposed, answered, decided or dropped. */
function hearing(inside: Inside): Hearing {
  const law = inside.city.licences
  const command = (request: LicenceRequest, needed: readonly StaffRole[], rule: Rule) =>
    commandOnLicence(inside, request, needed, rule)
  return {
    stateAndDefend: (request) =>
      command(
        request,
        [],
        ({ licence }) =>
          aStatementAnswersAProposal(licence) ?? {
            kind: 'statement-made',
            content: { text: request.input.text.trim(), by: 'holder' },
          },
      ),
    recordStatement: (request) =>
      command(
        request,
        OFFICERS,
        ({ licence }) =>
          aStatementAnswersAProposal(licence) ?? {
            kind: 'statement-made',
            content: { text: request.input.text.trim(), by: 'office' },
          },
      ),
    proposeRevocation: (request) =>
      command(request, OFFICERS, ({ licence }, today) => {
        const { ground, reasons } = request.input
        const twice = revocationIsProposedOnce(licence)
        if (twice) return twice
        const found = aLicenceEndsOnAGroundOfLaw(licence, 'revoked', { ground, reasons }, law, today)
        if (isRefusal(found)) return found
        const answerBy = theDayToAnswerBy(today, law, inside.city.calendar)
        return { kind: 'revocation-proposed', content: { ground, reasons: reasons.trim(), answerBy } }
      }),
    dropRevocation: (request) =>
      command(request, HEAD, ({ licence }) => {
        const { reasons } = request.input
        const refused = aStatementAnswersAProposal(licence) ?? reasonsSayWhy(reasons, law)
        return refused ?? { kind: 'revocation-dropped', content: { reasons: reasons.trim() } }
      }),
    revokeLicence: (request) =>
      command(request, HEAD, (held, today) => {
        const { proposal } = held.licence
        const unheard = revocationHearsTheHolderFirst(held.licence, law, today)
        if (unheard || !proposal) return unheard ?? refuse('no-revocation-proposed')
        return ending(inside, 'revoked', { ground: proposal.ground, reasons: request.input.reasons })(
          held,
          today,
        )
      }),
  }
}

/** What the head decides, and nobody has to be asked about first. */
function decisions(inside: Inside): Decisions {
  const law = inside.city.licences
  const command = (request: LicenceRequest, rule: Rule) => commandOnLicence(inside, request, HEAD, rule)
  return {
    cancelLicence: (request) => command(request, ending(inside, 'cancelled', request.input)),
    withdrawLicence: (request) => {
      const { compensation } = request.input
      return command(request, ending(inside, 'withdrawn', request.input, { compensation }))
    },
    forfeitLicence: (request) => {
      const { decision } = request.input
      return command(request, ending(inside, 'forfeited', request.input, { decision }))
    },
    correctLicence: (request) =>
      command(request, ({ licence }, today) => {
        const { shows, reason } = request.input
        const after = aCorrectionMendsWhatIsWrong(licence, shows, reason, { law, today })
        if (isRefusal(after)) return after
        const print = { identifier: eachPrintRaisesTheVersion(licence), code: newCode() }
        return {
          kind: 'corrected',
          content: { ...print, before: licence.shows, after, reason: reason.trim() },
        }
      }),
  }
}

/**
 * Runs one command on a licence: load → may this reader see it → has he the role on it → the same key again → the
 * revision that was seen → the rule → append → the view.
 */
async function commandOnLicence(
  inside: Inside,
  { who, params, input, key }: LicenceRequest,
  needed: readonly StaffRole[],
  rule: Rule,
): Promise<LicencePage | Refusal> {
  const held = await findLicence(inside, params.id)
  const standing = held && licenceStandingOf(who, held.licence, await answeringOf(inside, who))
  if (!held || !standing) return refuse('licence-not-found')
  const roles = rolesOn(who, { organ: held.licence.organ })
  if (needed.length > 0 && !needed.some((role) => roles.includes(role))) return refuse('not-allowed')
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return licencePageOf(inside, await getLicence(inside, params.id), who, standing)
  const stale = input.expected === undefined ? undefined : refuseUnlessSeen(held, input.expected)
  if (stale) return stale
  const entry = rule(held, legalDayOf(inside.clock.now()))
  if (isRefusal(entry)) return entry
  const written = await writeLicence(inside, {
    id: held.id,
    before: held,
    entries: [entry],
    actor,
    once: { key, bodyDigest, answer: { id: held.id } },
  })
  return isRefusal(written) ? written : licencePageOf(inside, written, who, standing)
}

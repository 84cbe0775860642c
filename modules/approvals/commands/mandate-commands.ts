import {
  actorOf,
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import { bodyDigestOf, type NewEntry } from '@mashang/store'
import type { MandateView, mandateEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import {
  aMandateIsGivenOfOnesOwnPower,
  aMandateMayBeRevoked,
  countsOn,
  type Mandate,
  mandateOf,
  nobodyApprovesTheirOwnMandate,
} from '../rules/mandate.ts'
import { periodOf } from '../rules/time-limit.ts'
import { mandatesHeldBy, saveMandate } from '../store/mandates.ts'

const STREAM = 'mandate'
const MOST_LISTED = 200
type Staff = Extract<Who, { kind: 'staff' }>
interface Writing {
  readonly who: Staff
  readonly key: string
  readonly input: unknown
}

/** 代理授权: named, approved by another, revoked; its reader sees his organ's, supervision and administrators all. */
export function mandateCommands(inside: Inside): Handlers<typeof mandateEndpoints> {
  return {
    listStandIns: async ({ who }) => {
      if (who.kind !== 'staff') return { mandates: [] }
      let rows = inside.db.selectFrom('mandate').select(['id', 'mandate'])
      if (!seesAll(who)) rows = rows.where('organ', '=', who.organ)
      const found = await rows.orderBy('ends', 'desc').orderBy('id', 'desc').limit(MOST_LISTED).execute()
      return { mandates: await Promise.all(found.map(({ id, mandate }) => viewOf(inside, who, id, mandate))) }
    },
    proposeStandIn: async ({ who, input, key }) => {
      if (who.kind !== 'staff') return refuse('not-allowed')
      const { to, ...proposal } = input
      for (const code of input.items) {
        const item = (await inside.catalogue.findStanding(code))?.item
        if (item?.organ !== who.organ) return refuse('item-not-found', { facts: { code } })
      }
      const entries = aMandateIsGivenOfOnesOwnPower(proposal, {
        giver: who,
        taker: (await inside.listStaff(who.organ)).find(({ id }) => id === to),
        held: (await mandatesHeldBy(inside, who)).map(({ mandate }) => mandate),
        today: legalDayOf(inside.clock.now()),
        longest: periodOf(inside.city.limits.mandate.longest).count,
      })
      return isRefusal(entries) ? entries : write(inside, uuidv7(), { who, key, input }, entries)
    },
    approveStandIn: (request) =>
      settle(
        inside,
        request,
        (mandate, who) => nobodyApprovesTheirOwnMandate(mandate, who) ?? [{ kind: 'approved', content: {} }],
      ),
    rejectStandIn: (request) =>
      settle(
        inside,
        request,
        (mandate, who) =>
          nobodyApprovesTheirOwnMandate(mandate, who) ?? [
            { kind: 'rejected', content: { reason: request.input.reason.trim() } },
          ],
      ),
    revokeStandIn: (request) =>
      settle(
        inside,
        request,
        (mandate, who) =>
          aMandateMayBeRevoked(mandate, who) ?? [
            { kind: 'revoked', content: { reason: request.input.reason.trim() } },
          ],
      ),
  }
}

const seesAll = ({ roles }: Staff) => roles.includes('supervisor') || roles.includes('administrator')

interface Settling {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly expected: number }
  readonly key: string
}

async function settle(
  inside: Inside,
  { who, params, input, key }: Settling,
  rule: (mandate: Mandate, who: Staff) => readonly NewEntry[] | Refusal,
): Promise<MandateView | Refusal> {
  const before = await inside.journal.read(STREAM, params.id)
  const mandate = mandateOf(before)
  if (!mandate || who.kind !== 'staff' || (mandate.organ !== who.organ && !seesAll(who)))
    return refuse('mandate-not-found')
  const asked = { who, key, input: { id: params.id, input } }
  const answered = await inside.journal.findAnswer(who.id, key, bodyDigestOf(asked.input))
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, who, params.id, mandate)
  if (mandate.revision !== input.expected)
    return refuse('case-changed', {
      facts: { caseId: params.id, expected: input.expected, actual: mandate.revision },
    })
  const entries = rule(mandate, who)
  return isRefusal(entries) ? entries : write(inside, params.id, asked, entries, before)
}

async function write(
  inside: Inside,
  id: string,
  { who, key, input }: Writing,
  entries: readonly NewEntry[],
  before: Awaited<ReturnType<Inside['journal']['read']>> = [],
): Promise<MandateView | Refusal> {
  const at = inside.clock.now().toISOString()
  const actor = actorOf(who)
  const news = entries.map((entry, index) => ({ ...entry, revision: before.length + index + 1, at, actor }))
  const after = mandateOf([...before, ...news])
  if (!after) throw new Error('a mandate that is written to was proposed')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected: before.length,
    at,
    actor,
    entries,
    alongside: [saveMandate(inside.db, id, after)],
    once: { key, bodyDigest: bodyDigestOf(input), answer: { id } },
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended') return viewOf(inside, who, id, after)
  const known = (appended.answer as { id: string }).id
  const repeated = mandateOf(await inside.journal.read(STREAM, known))
  if (!repeated) throw new Error('a mandate that was answered with exists')
  return viewOf(inside, who, known, repeated)
}

async function viewOf(inside: Inside, who: Staff, id: string, mandate: Mandate): Promise<MandateView> {
  const { zh, en = zh } = getOrgan(inside.city, mandate.organ).name
  const { revision, kind, from, to, acts, grantsOnly, starts, ends, reason, state } = mandate
  const { approvedBy, endedBecause } = mandate
  const items = await Promise.all(
    mandate.items.map(async (code) => ({
      code,
      name: (await inside.catalogue.findStanding(code))?.item.name.zh ?? code,
    })),
  )
  const actions: MandateView['actions'] = []
  if (!nobodyApprovesTheirOwnMandate(mandate, who)) actions.push('approveStandIn', 'rejectStandIn')
  if (!aMandateMayBeRevoked(mandate, who)) actions.push('revokeStandIn')
  return {
    id,
    revision,
    kind,
    organ: { id: mandate.organ, zh, en },
    from: { ...from },
    to: { ...to },
    acts: [...acts],
    items,
    grantsOnly,
    starts,
    ends,
    reason,
    state,
    inForce: countsOn(mandate, legalDayOf(inside.clock.now())),
    ...(approvedBy ? { approvedBy: approvedBy.name } : {}),
    ...(endedBecause ? { endedBecause } : {}),
    actions,
  }
}

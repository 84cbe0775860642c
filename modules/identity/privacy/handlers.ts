/**
 * 个人信息 — what people may ask about their own data (个人信息保护法 44–46): who looked at it, a copy, its correction.
 */
import {
  actorOf,
  type Handlers,
  isRefusal,
  LOOK_REASON_WORDS,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import type { Look } from '@mashang/store'
import { answeredBefore, onceOf } from '../commands/once.ts'
import type { DataRequest, DataRequestAtDesk, privacyEndpoints } from '../contract/privacy-endpoints.ts'
import type { Inside, OwnCase } from '../inside.ts'
import { type Asked, aRequestIsAnsweredOnce, oneRequestIsOpenForOneSubject } from '../rules/data-request.ts'
import { maskedIdCard, maskedPhone } from '../rules/mask.ts'
import { ACCOUNTS, append, DATA_REQUESTS } from '../store/cases.ts'
import { findAccount } from '../store/load.ts'
import { findRequest, listRequests, listRequestsOf } from './requests.ts'

type PrivacyHandlers = Handlers<typeof privacyEndpoints>

const PER_PAGE = 50
const ACCOUNT = { zh: '我的账号', en: 'My account' }
const idOf = (who: Who) => (who.kind === 'citizen' ? who.id : '')

export function privacyHandlers(inside: Inside): PrivacyHandlers {
  return {
    listLooks: ({ who, query }) => listLooks(inside, idOf(who), query.before),
    copyOwnData: async ({ who, language }) => {
      const account = await findAccount(inside.db, idOf(who))
      if (!account) return refuse('not-signed-in')
      const { id: _, revision: __, ...person } = account
      const copy = {
        madeAt: inside.clock.now().toISOString(),
        account: person,
        requests: (await listRequestsOf(inside.db, account.id)).map(requestOf),
        ...(await inside.dataOf(who, language)),
      }
      return {
        type: 'application/json; charset=utf-8',
        filename: language === 'zh' ? '我的个人信息.json' : 'my-data.json',
        body: `${JSON.stringify(copy, undefined, 2)}\n`,
      }
    },
    listDataRequests: async ({ who }) => ({
      requests: (await listRequestsOf(inside.db, idOf(who))).map(requestOf),
    }),
    askCorrection: async ({ who, input, key }) => {
      const body = ['ask-correction', input] as const
      const repeated = await answeredBefore<DataRequest>(inside, who, key, body)
      if (repeated) return repeated
      const before = await listRequestsOf(inside.db, idOf(who))
      const open = oneRequestIsOpenForOneSubject(before, input.subject)
      if (open) return open
      const asked = await append(inside, DATA_REQUESTS, {
        id: uuidv7(),
        before: undefined,
        entry: {
          kind: 'correction-asked',
          content: { personId: idOf(who), subject: input.subject, text: input.text.trim() },
        },
        actor: actorOf(who),
        once: (after) => onceOf(key, body, requestOf(after)),
      })
      return isRefusal(asked) ? asked : requestOf(asked)
    },
    listDataRequestsAtDesk: async ({ who, query }) => {
      const found = await listRequests(inside.db, query.open ?? false)
      return { requests: await Promise.all(found.map((asked) => atDesk(inside, who, asked))) }
    },
    answerDataRequest: (request) => answerDataRequest(inside, request),
  }
}

async function listLooks(inside: Inside, personId: string, before: string | undefined) {
  const cases = await inside.casesOf(personId)
  const byId = new Map<string, OwnCase>(cases.map((one) => [one.id, one]))
  const ids = [personId, ...byId.keys()]
  const page = { limit: PER_PAGE + 1, ...(before ? { before } : {}) }
  const found = await inside.journal.listLooks(ids, page)
  const shown = found.slice(0, PER_PAGE)
  const organs = await organsOf(inside, shown)
  const last = shown.at(-1)
  return {
    looks: shown.map(({ id, at, actor, caseId, reason }) => {
      const about = byId.get(caseId)
      const organ = organs.get(actor.id)
      return {
        ...{ id, at, by: actor.name },
        ...(organ ? { organ } : {}),
        reason: LOOK_REASON_WORDS[reason],
        about: about
          ? { title: about.title, number: about.number, href: about.href }
          : { title: ACCOUNT, href: '/my/account' },
      }
    }),
    ...(found.length > PER_PAGE && last ? { next: last.id } : {}),
  }
}

async function organsOf({ db }: Inside, looks: readonly Look[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(looks.filter(({ actor }) => actor.kind === 'staff').map(({ actor }) => actor.id))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('staff').select(['id', 'organ']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, organ }) => [id, organ]))
}

async function answerDataRequest(
  inside: Inside,
  { who, params, input, key }: Parameters<PrivacyHandlers['answerDataRequest']>[0],
): Promise<DataRequestAtDesk | Refusal> {
  const body = ['answer-data-request', params, input] as const
  const repeated = await answeredBefore<DataRequestAtDesk>(inside, who, key, body)
  if (repeated) return repeated
  const asked = await findRequest(inside.db, params.id)
  if (!asked) return refuse('data-request-not-found')
  const over = aRequestIsAnsweredOnce(asked)
  if (over) return over
  const actor = actorOf(who)
  if (input.outcome === 'corrected' && input.name) {
    const account = await findAccount(inside.db, asked.personId)
    if (!account) throw new Error(`request ${asked.id} is of no account`)
    const corrected = await append(inside, ACCOUNTS, {
      id: account.id,
      before: account,
      entry: { kind: 'account-corrected', content: { name: input.name, request: asked.id } },
      actor,
    })
    if (isRefusal(corrected)) return corrected
  }
  const content = { outcome: input.outcome, answer: input.answer.trim(), by: actor.name }
  const after = await append(inside, DATA_REQUESTS, {
    id: asked.id,
    before: asked,
    entry: { kind: 'correction-answered', content },
    actor,
  })
  return isRefusal(after) ? after : atDesk(inside, who, after)
}

function requestOf({
  id,
  subject,
  text,
  askedAt,
  status,
  answer,
  answeredAt,
  answeredBy,
}: Asked): DataRequest {
  return { id, subject, text, askedAt, status, answer, answeredAt, answeredBy }
}

/** With whom it is about: who answers must know, and the person can see that they looked. */
async function atDesk(inside: Inside, who: Who, asked: Asked): Promise<DataRequestAtDesk> {
  const account = await findAccount(inside.db, asked.personId)
  if (!account) throw new Error(`request ${asked.id} is of no account`)
  await inside.journal.recordLook({
    actor: actorOf(who),
    at: inside.clock.now().toISOString(),
    caseId: account.id,
    what: 'person',
    reason: 'data-request',
  })
  const { name, idCard, phone } = account
  return { ...requestOf(asked), person: { name, idCard: maskedIdCard(idCard), phone: maskedPhone(phone) } }
}

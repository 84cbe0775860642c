import { Basis, Quota, Text } from '@mashang/flow'
import { endpoints, everyone } from '@mashang/kit'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
const Item = Type.Object({ code: Type.String({ maxLength: 64 }) }, strict)

/** 名额 — one pool of a quota as everybody may see it: the order is public, the applicants are not. */
const PoolView = Type.Object(
  {
    /** Which pool; for the draw. */
    year: Type.Optional(Type.String()),
    value: Type.Optional(Type.String()),
    /** 2026 年、中山区 …; of a quota that is one pool, nothing. */
    label: Text,
    places: Type.Integer(),
    taken: Type.Integer(),
    waiting: Type.Integer(),
    /** By the order in which places go; the numbers of cases. */
    line: Type.Array(
      Type.Object(
        {
          number: Type.String(),
          state: Type.Enum(['placed', 'waiting', 'left']),
          serial: Type.Integer(),
          at: Type.String(),
        },
        strict,
      ),
    ),
    /** 宣布摇号: the log draws a moment later. */
    called: Type.Optional(Type.Object({ at: Type.String() }, strict)),
    drawn: Type.Optional(
      Type.Object({ at: Type.String(), size: Type.Integer(), root: Type.String() }, strict),
    ),
  },
  strict,
)

export const QuotaView = Type.Object(
  {
    item: Type.Object({ code: Type.String(), name: Text }, strict),
    organ: OrganRef,
    quota: Quota,
    basis: Basis,
    pools: Type.Array(PoolView),
  },
  strict,
)
export type QuotaView = Static<typeof QuotaView>

/** 名额 — as the office sees them: besides, what a draw still waits for. */
export const QuotaAtDesk = Type.Object(
  {
    ...QuotaView.properties,
    /** Applications that are not accepted yet; all who came in time are drawn. */
    atIntake: Type.Integer(),
    /** The last day to apply is over. */
    closed: Type.Boolean(),
  },
  strict,
)
export type QuotaAtDesk = Static<typeof QuotaAtDesk>

export const quotaEndpoints = endpoints({
  getQuota: {
    method: 'GET',
    path: '/api/approvals/items/:code/quota',
    summary: { zh: '名额、已用和候补', en: 'Places of a quota: taken, free and waited for' },
    access: everyone,
    params: Item,
    output: QuotaView,
    refusals: ['item-not-found', 'item-without-quota'],
  },
  listQuotas: {
    method: 'GET',
    path: '/api/approvals/desk/quotas',
    summary: { zh: '本部门限额事项的名额', en: 'Places of the office’s items with a quota' },
    access: { for: 'some', staff: ['handling-officer', 'approval-head', 'supervisor'] },
    output: Type.Object({ quotas: Type.Array(QuotaAtDesk) }, strict),
    refusals: [],
  },
  drawPlaces: {
    method: 'POST',
    path: '/api/approvals/desk/items/:code/quota/draw',
    summary: {
      zh: '截止后宣布摇号，由公开日志摇出',
      en: 'Call the draw of the places after the last day; the public log draws',
    },
    access: { for: 'some', staff: ['approval-head'] },
    params: Item,
    input: Type.Object(
      {
        year: Type.Optional(Type.String({ maxLength: 4 })),
        value: Type.Optional(Type.String({ maxLength: 60 })),
      },
      strict,
    ),
    output: QuotaView,
    refusals: [
      'item-not-found',
      'item-without-quota',
      'quota-is-not-drawn',
      'quota-is-drawn',
      'quota-is-open',
      'quota-has-no-entrants',
      'intake-is-open',
      'not-allowed',
    ],
  },
})

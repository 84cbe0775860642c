import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { EntryCounts, EntryFilter, EntryList, EntryView } from './catalogue-entry.ts'

const strict = { additionalProperties: false }

/** The whole catalogue as a list, public. */
export const entryEndpoints = endpoints({
  listEntries: {
    method: 'GET',
    path: '/api/approvals/entries',
    summary: { zh: '政务服务事项目录', en: 'The catalogue of services, line by line' },
    access: everyone,
    query: Type.Object(
      { ...EntryFilter, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
      strict,
    ),
    output: EntryList,
    refusals: [],
  },
  countEntries: {
    method: 'GET',
    path: '/api/approvals/entry-counts',
    summary: { zh: '目录事项的数量', en: 'How many entries there are, by list, visits and online depth' },
    access: everyone,
    output: EntryCounts,
    refusals: [],
  },
  getEntry: {
    method: 'GET',
    path: '/api/approvals/entries/:code',
    summary: { zh: '目录事项的基本信息', en: 'The basic facts of one entry' },
    access: everyone,
    params: Type.Object({ code: Type.String({ maxLength: 64 }) }, strict),
    output: EntryView,
    refusals: ['entry-not-found'],
  },
})

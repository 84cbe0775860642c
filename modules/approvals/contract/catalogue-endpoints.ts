import { Text, Theme } from '@mashang/flow'
import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { Facet, ItemGuide, ItemList } from './service-item.ts'

const strict = { additionalProperties: false }
const Code = Type.Object({ code: Type.String({ maxLength: 64 }) }, strict)
/** A published version other than the one in force, such as that of a case; published versions are never removed. */
const AtVersion = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }, strict)

export const catalogueEndpoints = endpoints({
  findItems: {
    method: 'GET',
    path: '/api/approvals/items',
    summary: { zh: '搜索、浏览已公布的事项', en: 'Search and browse published service items' },
    access: everyone,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 100 })),
        theme: Type.Optional(Type.String({ maxLength: 60 })),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
        applicant: Type.Optional(Type.Enum(['person', 'enterprise'])),
        online: Type.Optional(Type.Boolean()),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      },
      strict,
    ),
    output: ItemList,
    refusals: [],
  },
  suggestItems: {
    method: 'GET',
    path: '/api/approvals/suggestions',
    summary: { zh: '输入时的联想', en: 'Suggestions while typing' },
    access: everyone,
    query: Type.Object({ text: Type.String({ maxLength: 100 }) }, strict),
    output: Type.Object(
      { suggestions: Type.Array(Type.Object({ code: Type.String(), name: Text, organ: Text }, strict)) },
      strict,
    ),
    refusals: [],
    perMinute: 1200,
  },
  getItemGuide: {
    method: 'GET',
    path: '/api/approvals/items/:code',
    summary: { zh: '办事指南', en: 'The guide of one item' },
    access: everyone,
    params: Code,
    query: AtVersion,
    output: ItemGuide,
    refusals: ['item-not-found'],
  },
  printItemNotice: {
    method: 'GET',
    path: '/api/approvals/items/:code/notice.pdf',
    summary: { zh: '一次性告知单（PDF）', en: 'One-time notice of an item (PDF)' },
    access: everyone,
    params: Code,
    output: 'stream',
    refusals: ['item-not-found'],
    perMinute: 60,
  },
  printMaterialForm: {
    method: 'GET',
    path: '/api/approvals/items/:code/materials/:material/:copy',
    summary: { zh: '空表或样表（PDF）', en: 'Blank form or filled sample (PDF)' },
    access: everyone,
    params: Type.Object(
      {
        code: Type.String({ maxLength: 64 }),
        material: Type.String({ maxLength: 60 }),
        copy: Type.Enum(['blank.pdf', 'sample.pdf']),
      },
      strict,
    ),
    query: AtVersion,
    output: 'stream',
    refusals: ['item-not-found', 'material-has-no-form'],
    perMinute: 60,
  },
  printGuideBook: {
    method: 'GET',
    path: '/api/approvals/guides.pdf',
    summary: { zh: '服务指南（PDF，按部门或全部）', en: 'The book of guides, of one organ or all (PDF)' },
    access: everyone,
    query: Type.Object({ organ: Type.Optional(Type.String({ maxLength: 60 })) }, strict),
    output: 'stream',
    refusals: ['no-guides-of-organ'],
    perMinute: 20,
  },
  browse: {
    method: 'GET',
    path: '/api/approvals/browse',
    summary: { zh: '主题、部门与常办事项', en: 'Themes, organs and the most used items' },
    access: everyone,
    output: Type.Object(
      {
        city: Type.Object({ name: Text, centre: Text, hotline: Type.String(), demo: Type.Boolean() }, strict),
        themes: Type.Array(Type.Object({ ...Theme.properties, count: Type.Integer() }, strict)),
        organs: Type.Array(Type.Object({ ...Facet.properties, kind: Type.String() }, strict)),
        popular: ItemList.properties.items,
        counts: Type.Object(
          {
            items: Type.Integer(),
            online: Type.Integer(),
            onTheSpot: Type.Integer(),
            noVisit: Type.Integer(),
          },
          strict,
        ),
      },
      strict,
    ),
    refusals: [],
  },
  listRegions: {
    method: 'GET',
    path: '/api/approvals/regions',
    summary: { zh: '下一级行政区划', en: 'Regions one level down' },
    access: everyone,
    query: Type.Object({ parent: Type.Optional(Type.String({ pattern: '^[0-9]{6,12}$' })) }, strict),
    output: Type.Object(
      { regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, strict)) },
      strict,
    ),
    refusals: ['region-not-found'],
    perMinute: 1200,
  },
})

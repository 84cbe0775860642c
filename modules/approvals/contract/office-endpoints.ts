/** The catalogue office: drafts, their checks and approval, publication, and what becomes of published items. */
import { Basis } from '@mashang/flow'
import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ItemChoices } from './item-choices.ts'
import {
  CatalogueRow,
  Finding,
  ImportReport,
  ItemGuide,
  ItemHistoryLine,
  ItemImpact,
  ItemOpened,
  ItemRef,
  OrganRef,
} from './service-item.ts'

const strict = { additionalProperties: false }
const editors = { for: 'some', staff: ['catalogue-editor', 'administrator'] } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Reason = Type.String({ minLength: 2, maxLength: 500 })
const Note = Type.String({ maxLength: 500 })
/** Revision of the version that the editor has seen. */
const Expected = Type.Integer({ minimum: 0 })
const Name = Type.String({ minLength: 2, maxLength: 200 })
const Code = Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z-]{5,60}$' })
const Named = Type.Object({ name: Name, code: Type.Optional(Code) }, strict)

/** What a draft is begun from. */
const DraftStart = Type.Union([
  Type.Object(
    {
      from: Type.Literal('nothing'),
      organ: Type.String({ maxLength: 60 }),
      type: Type.String({ maxLength: 40 }),
      name: Name,
      code: Type.Optional(Code),
    },
    strict,
  ),
  Type.Object({ from: Type.Literal('copy'), item: ItemRef, ...Named.properties }, strict),
  Type.Object({ from: Type.Literal('revision'), item: ItemRef }, strict),
  Type.Object(
    { from: Type.Literal('split'), item: ItemRef, into: Type.Array(Named, { minItems: 2, maxItems: 6 }) },
    strict,
  ),
  Type.Object(
    {
      from: Type.Literal('merge'),
      items: Type.Array(ItemRef, { minItems: 2, maxItems: 10 }),
      ...Named.properties,
    },
    strict,
  ),
])

const officeReads = endpoints({
  listCatalogue: {
    method: 'GET',
    path: '/api/approvals/catalogue',
    summary: { zh: '事项库（管理）', en: 'All versions of the catalogue (office)' },
    access: editors,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 100 })),
        status: Type.Optional(Type.String({ maxLength: 20 })),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10000 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        rows: Type.Array(CatalogueRow),
        total: Type.Integer(),
        page: Type.Integer(),
        pages: Type.Integer(),
        organs: Type.Array(OrganRef),
      },
      strict,
    ),
    refusals: [],
  },
  checkItem: {
    method: 'GET',
    path: '/api/approvals/catalogue/:code/:version/check',
    summary: { zh: '打开并检查一个版本', en: 'Open one version and check it against every rule' },
    access: editors,
    params: ItemRef,
    output: ItemOpened,
    refusals: ['item-not-found'],
  },
  checkDefinition: {
    method: 'POST',
    path: '/api/approvals/catalogue-checks',
    summary: { zh: '检查正在编辑的内容', en: 'Check a definition as it is being edited' },
    access: editors,
    input: Type.Object({ definition: Type.Unknown() }, strict),
    output: Type.Object({ findings: Type.Array(Finding) }, strict),
    refusals: [],
    perMinute: 600,
  },
  listItemChoices: {
    method: 'GET',
    path: '/api/approvals/catalogue-choices',
    summary: {
      zh: '编辑事项时可选的部门、主题、窗口、法律',
      en: 'Organs, themes, windows and laws to choose from',
    },
    access: editors,
    output: ItemChoices,
    refusals: [],
  },
  proposeItemCode: {
    method: 'GET',
    path: '/api/approvals/catalogue-code',
    summary: { zh: '建议的事项编码', en: 'The code proposed for a new item' },
    access: editors,
    query: Type.Object(
      { organ: Type.String({ maxLength: 60 }), type: Type.String({ maxLength: 40 }) },
      strict,
    ),
    output: Type.Object({ code: Type.String() }, strict),
    refusals: [],
  },
  getItemHistory: {
    method: 'GET',
    path: '/api/approvals/catalogue/:code/history',
    summary: { zh: '事项的修改历史', en: 'Who changed what of an item, and when' },
    access: editors,
    params: Type.Object({ code: Type.String({ maxLength: 64 }) }, strict),
    output: Type.Object({ lines: Type.Array(ItemHistoryLine) }, strict),
    refusals: ['item-not-found'],
  },
  getItemImpact: {
    method: 'GET',
    path: '/api/approvals/catalogue/:code/:version/impact',
    summary: { zh: '修改会影响到什么', en: 'What a change of this item touches' },
    access: editors,
    params: ItemRef,
    output: ItemImpact,
    refusals: ['item-not-found'],
  },
  previewItem: {
    method: 'GET',
    path: '/api/approvals/catalogue/:code/:version/preview',
    summary: { zh: '草案的办事指南', en: 'The guide of a draft, as a citizen will read it' },
    access: editors,
    params: ItemRef,
    output: ItemGuide,
    refusals: ['item-not-found', 'item-fails-its-checks'],
  },
  exportItems: {
    method: 'GET',
    path: '/api/approvals/catalogue-export/:format',
    summary: { zh: '导出事项', en: 'Export items in the format of the import' },
    access: editors,
    params: Type.Object({ format: Type.Enum(['xlsx', 'json']) }, strict),
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 100 })),
        status: Type.Optional(Type.String({ maxLength: 20 })),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
        /** `code@version`, several parted by commas; then nothing else is looked at. */
        items: Type.Optional(Type.String({ maxLength: 4000 })),
      },
      strict,
    ),
    output: 'stream',
    refusals: ['nothing-to-export'],
    perMinute: 30,
  },
  printImportTemplate: {
    method: 'GET',
    path: '/api/approvals/catalogue-template/:file',
    summary: { zh: '导入模板', en: 'The template of the import' },
    access: editors,
    params: Type.Object({ file: Type.Enum(['items.xlsx', 'items.csv']) }, strict),
    output: 'stream',
    refusals: [],
    perMinute: 30,
  },
  printDraftForm: {
    method: 'GET',
    path: '/api/approvals/catalogue/:code/:version/materials/:material/:copy',
    summary: { zh: '草案的空表或样表（PDF）', en: 'Blank form or filled sample of a draft (PDF)' },
    access: editors,
    params: Type.Object(
      {
        ...ItemRef.properties,
        material: Type.String({ maxLength: 60 }),
        copy: Type.Enum(['blank.pdf', 'sample.pdf']),
      },
      strict,
    ),
    output: 'stream',
    refusals: ['item-not-found', 'item-fails-its-checks', 'material-has-no-form'],
    perMinute: 60,
  },
})

const officeWrites = endpoints({
  startItemDraft: {
    method: 'POST',
    path: '/api/approvals/catalogue-drafts',
    summary: {
      zh: '新建、复制、修订、拆分或合并，得到草稿',
      en: 'Begin drafts: new, copy, revision, split, merge',
    },
    access: editors,
    input: DraftStart,
    output: Type.Object({ drafts: Type.Array(CatalogueRow) }, strict),
    refusals: [
      'item-not-found',
      'item-code-taken',
      'item-code-twice',
      'item-has-a-draft',
      'item-not-published',
      'organ-or-type-not-known',
      'case-changed',
    ],
  },
  saveItemDraft: {
    method: 'PUT',
    path: '/api/approvals/catalogue/:code/:version',
    summary: { zh: '保存草稿', en: 'Save a draft' },
    access: editors,
    params: ItemRef,
    input: Type.Object({ expected: Expected, definition: Type.Unknown() }, strict),
    output: ItemOpened,
    refusals: [
      'item-not-found',
      'item-not-a-draft',
      'item-draft-changed',
      'item-keeps-its-code',
      'case-changed',
    ],
    perMinute: 600,
  },
  discardItemDraft: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/discard',
    summary: { zh: '作废草稿', en: 'Discard a draft' },
    access: editors,
    params: ItemRef,
    input: Type.Object({ expected: Expected, reason: Reason }, strict),
    output: CatalogueRow,
    refusals: ['item-not-found', 'item-not-a-draft', 'item-draft-changed', 'case-changed'],
  },
  submitItem: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/submit',
    summary: { zh: '送审', en: 'Submit a draft for approval' },
    access: editors,
    params: ItemRef,
    input: Type.Object({ expected: Expected, note: Note }, strict),
    output: CatalogueRow,
    refusals: [
      'item-not-found',
      'item-not-a-draft',
      'item-draft-changed',
      'item-fails-its-checks',
      'item-version-outdated',
      'case-changed',
    ],
  },
  reviewItem: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/review',
    summary: {
      zh: '审核：通过，或退回修改（撤回也用它）',
      en: 'Approve what was submitted, or return it with a reason',
    },
    access: editors,
    params: ItemRef,
    input: Type.Object({ expected: Expected, approved: Type.Boolean(), note: Note }, strict),
    output: CatalogueRow,
    refusals: [
      'item-not-found',
      'item-not-submitted',
      'item-draft-changed',
      'item-needs-another-person',
      'item-return-needs-a-reason',
      'item-fails-its-checks',
      'case-changed',
    ],
  },
  publishItem: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/publish',
    summary: { zh: '公布一个版本', en: 'Publish one version; it is immutable from then on' },
    access: editors,
    params: ItemRef,
    /** `today` by the server's clock; without a day it comes into force on the one its definition names. */
    input: Type.Object({ from: Type.Optional(Type.Union([Type.Literal('today'), Day])) }, strict),
    output: CatalogueRow,
    refusals: [
      'item-not-found',
      'item-fails-its-checks',
      'item-already-published',
      'item-not-approved',
      'item-not-published',
      'item-parts-not-approved',
      'item-version-outdated',
      'publication-day-passed',
      'case-changed',
    ],
  },
  suspendItem: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/suspend',
    summary: { zh: '暂停或恢复', en: 'Suspend an item, or resume it' },
    access: editors,
    params: ItemRef,
    input: Type.Object({ suspended: Type.Boolean(), reason: Reason }, strict),
    output: CatalogueRow,
    refusals: ['item-not-found', 'item-not-published', 'case-changed'],
  },
  cancelItem: {
    method: 'POST',
    path: '/api/approvals/catalogue/:code/:version/cancel',
    summary: { zh: '取消事项', en: 'Cancel an item from a day on' },
    access: editors,
    params: ItemRef,
    input: Type.Object(
      { on: Day, reason: Reason, basis: Basis, successors: Type.Array(Code, { maxItems: 10 }) },
      strict,
    ),
    output: CatalogueRow,
    refusals: [
      'item-not-found',
      'item-not-published',
      'item-cancelled-already',
      'publication-day-passed',
      'case-changed',
    ],
  },
  importItems: {
    method: 'POST',
    path: '/api/approvals/catalogue/import',
    summary: { zh: '导入事项文件', en: 'Import a file of items' },
    access: editors,
    takes: 'multipart',
    output: ImportReport,
    refusals: ['import-file-broken', 'import-format-unknown', 'file-too-large', 'case-changed'],
    perMinute: 10,
  },
})

export const officeEndpoints = { ...officeReads, ...officeWrites }

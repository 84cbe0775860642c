import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import {
  BoardCounts,
  BoardLine,
  CARD_VIEWS,
  CardCounts,
  CardLine,
  Counts,
  Day,
  FIGURES,
  FigureCase,
  FigureLine,
  Month,
  OrganId,
  PublicLine,
  StepTime,
} from './figures.ts'
import { OfficeView } from './office.ts'
import { DrawInput, InspectionInput, Sample } from './sample.ts'

const strict = { additionalProperties: false }
/** Supervision sees every organ; an office its own. */
const readers = {
  for: 'some',
  staff: ['handling-officer', 'inspector', 'approval-head', 'supervisor', 'administrator'],
  row: 'figures-of-own-organ',
} as const
const supervisors = { for: 'some', staff: ['supervisor', 'administrator'] } as const
const inspectors = { for: 'some', staff: ['supervisor'] } as const
const organ = { organ: Type.Optional(OrganId) }
const span = { from: Day, to: Day, ...organ }

export const insightEndpoints = endpoints({
  getBoard: {
    method: 'GET',
    path: '/api/insight/board',
    summary: { zh: '实时看板', en: 'How things stand at this moment' },
    access: readers,
    query: Type.Object(organ, strict),
    output: Type.Object({ at: Type.String(), total: BoardCounts, organs: Type.Array(BoardLine) }, strict),
    refusals: [],
  },
  getFigures: {
    method: 'GET',
    path: '/api/insight/figures',
    summary: { zh: '一段时间的数据，按部门、事项或月份', en: 'Figures of a time, by organ, item or month' },
    access: readers,
    query: Type.Object(
      {
        ...span,
        item: Type.Optional(Type.String({ maxLength: 64 })),
        by: Type.Enum(['organ', 'item', 'month']),
      },
      strict,
    ),
    output: Type.Object({ total: Counts, lines: Type.Array(FigureLine) }, strict),
    refusals: ['figures-span-wrong'],
  },
  getStepTimes: {
    method: 'GET',
    path: '/api/insight/step-times',
    summary: { zh: '各部门各环节用时', en: 'How long each step takes in each office' },
    access: readers,
    query: Type.Object(span, strict),
    output: Type.Object({ steps: Type.Array(StepTime) }, strict),
    refusals: ['figures-span-wrong'],
  },
  listFigureCases: {
    method: 'GET',
    path: '/api/insight/cases',
    summary: { zh: '一个数字由哪些办件组成', en: 'The cases behind a number' },
    access: readers,
    query: Type.Object(
      {
        figure: Type.Enum(FIGURES),
        from: Type.Optional(Day),
        to: Type.Optional(Day),
        ...organ,
        item: Type.Optional(Type.String({ maxLength: 64 })),
        /** Cases one member of staff has in hand; `none`: nobody yet. */
        officer: Type.Optional(Type.String({ maxLength: 64 })),
        /** Passes through one step: its Chinese name, and who takes it. */
        step: Type.Optional(Type.String({ maxLength: 100 })),
        role: Type.Optional(Type.String({ maxLength: 40 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
      },
      strict,
    ),
    output: Type.Object(
      { cases: Type.Array(FigureCase), total: Type.Integer(), page: Type.Integer(), pages: Type.Integer() },
      strict,
    ),
    refusals: ['figures-span-wrong'],
  },
  listCards: {
    method: 'GET',
    path: '/api/insight/cards',
    summary: { zh: '红黄牌及其申诉、裁定', en: 'Cards with their appeals and rulings' },
    access: readers,
    query: Type.Object(
      {
        ...span,
        view: Type.Optional(Type.Enum(CARD_VIEWS)),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        cards: Type.Array(CardLine),
        total: Type.Integer(),
        page: Type.Integer(),
        pages: Type.Integer(),
        counts: CardCounts,
      },
      strict,
    ),
    refusals: ['figures-span-wrong'],
  },
  listSamples: {
    method: 'GET',
    path: '/api/insight/samples',
    summary: { zh: '抽查记录', en: 'Samples of cases' },
    access: supervisors,
    /** Drawn in a month; else the latest. */
    query: Type.Object({ month: Type.Optional(Month) }, strict),
    output: Type.Object({ samples: Type.Array(Sample) }, strict),
    refusals: [],
  },
  drawSample: {
    method: 'POST',
    path: '/api/insight/samples',
    summary: { zh: '抽取要检查的办件', en: 'Draw a sample of concluded cases' },
    access: inspectors,
    input: DrawInput,
    output: Sample,
    refusals: ['figures-span-wrong', 'nothing-to-sample', 'log-not-started'],
  },
  recordInspection: {
    method: 'POST',
    path: '/api/insight/samples/:id/inspections',
    summary: { zh: '登记检查结果', en: 'Record what was found in a case of a sample' },
    access: inspectors,
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }, strict),
    input: InspectionInput,
    output: Sample,
    refusals: ['sample-not-found', 'case-not-in-sample', 'case-already-inspected', 'case-changed'],
  },
  getBulletin: {
    method: 'GET',
    path: '/api/insight/bulletin',
    summary: { zh: '效能监察月度通报（PDF）', en: 'The monthly bulletin as PDF' },
    access: supervisors,
    query: Type.Object({ month: Month }, strict),
    output: 'stream',
    refusals: ['month-not-begun'],
    perMinute: 20,
  },
  getOffice: {
    method: 'GET',
    path: '/api/insight/office',
    summary: { zh: '部门负责人视图：本部门的现状、承办人和本月', en: 'The head’s view of the own office' },
    access: { for: 'some', staff: ['approval-head'], row: 'figures-of-own-organ' },
    output: OfficeView,
    refusals: [],
  },
  getPublicFigures: {
    method: 'GET',
    path: '/api/insight/public',
    summary: { zh: '政务公开数据，按部门和月份', en: 'Public figures by department and month' },
    access: everyone,
    output: Type.Object({ months: Type.Array(Month), lines: Type.Array(PublicLine) }, strict),
    refusals: [],
  },
})

import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { LegalDayText } from './charge.ts'
import { DayView } from './day.ts'

const strict = { additionalProperties: false }
const ByDay = Type.Object({ day: LegalDayText }, strict)
const keepers = { for: 'some', staff: ['cashier', 'supervisor'] } as const
const cashiers = { for: 'some', staff: ['cashier'] } as const

/** The accounts of a day: reconciliation with the bank, tills, and the signature that closes it. */
export const dayEndpoints = endpoints({
  getDay: {
    method: 'GET',
    path: '/api/fees/days/:day',
    summary: { zh: '某日账目', en: 'The accounts of a day' },
    access: keepers,
    params: ByDay,
    output: DayView,
    refusals: ['day-not-valid'],
  },
  printBankTemplate: {
    method: 'GET',
    path: '/api/fees/bank-template',
    summary: { zh: '对账文件模板', en: 'Template of a bank’s file' },
    access: keepers,
    output: 'stream',
    refusals: [],
  },
  readBankFile: {
    method: 'POST',
    path: '/api/fees/days/:day/bank-file',
    summary: { zh: '导入银行对账文件', en: 'Read a bank’s file' },
    access: cashiers,
    params: ByDay,
    takes: 'multipart',
    output: DayView,
    refusals: [
      'day-not-valid',
      'day-is-closed',
      'file-empty',
      'file-too-large',
      'bank-file-columns-wrong',
      'bank-file-lines-wrong',
      'case-changed',
    ],
  },
  settleDifference: {
    method: 'POST',
    path: '/api/fees/days/:day/differences',
    summary: { zh: '处理差错', en: 'Settle a difference' },
    access: cashiers,
    params: ByDay,
    input: Type.Object(
      { key: Type.String({ maxLength: 200 }), note: Type.String({ minLength: 2, maxLength: 1000 }) },
      strict,
    ),
    output: DayView,
    refusals: ['day-not-valid', 'day-is-closed', 'difference-not-found', 'case-changed'],
  },
  countTill: {
    method: 'POST',
    path: '/api/fees/days/:day/till',
    summary: { zh: '现金盘点', en: 'Count one’s till' },
    access: cashiers,
    params: ByDay,
    input: Type.Object(
      {
        counted: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
        note: Type.String({ maxLength: 1000 }),
      },
      strict,
    ),
    output: DayView,
    refusals: ['day-not-valid', 'day-is-closed', 'till-difference-needs-note', 'case-changed'],
  },
  signDay: {
    method: 'POST',
    path: '/api/fees/days/:day/signature',
    summary: { zh: '日结签字', en: 'Sign the accounts of a day' },
    access: keepers,
    params: ByDay,
    input: Type.Object({}, strict),
    output: DayView,
    refusals: [
      'day-not-valid',
      'day-is-closed',
      'bank-file-missing',
      'differences-open',
      'till-not-counted',
      'case-changed',
    ],
  },
})

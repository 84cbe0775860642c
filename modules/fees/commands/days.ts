/** 日结 — the bank's file, the differences, the tills, and the signature that closes a day. */
import { createHash } from 'node:crypto'
import {
  actorOf,
  type Handlers,
  isLegalDay,
  isRefusal,
  type Refusal,
  refuse,
  type Upload,
  type Who,
} from '@mashang/kit'
import type { DayView, dayEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { dayViewOf, reckonDay } from '../queries/day-view.ts'
import { BANK_COLUMNS, bankFileIsWhole, textOfBankFile } from '../rules/bank-file.ts'
import type { Day } from '../rules/day.ts'
import { aClosedDayTakesNoMoreChanges, aDayIsSignedWhenEverythingIsSettled } from '../rules/reconcile.ts'
import { type DayEntry, findDay, writeDay } from '../store/days.ts'

const LARGEST = 5 * 1_048_576

export function dayCommands(inside: Inside): Handlers<typeof dayEndpoints> {
  const change = async (
    who: Who,
    text: string,
    make: (day: Day) => DayEntry | Refusal | Promise<DayEntry | Refusal>,
  ): Promise<DayView | Refusal> => {
    if (!isLegalDay(text)) return refuse('day-not-valid', { facts: { day: text } })
    const day = await findDay(inside, text)
    const shut = aClosedDayTakesNoMoreChanges(day)
    if (shut) return shut
    const entry = await make(day)
    if (isRefusal(entry)) return entry
    const written = await writeDay(inside, day, entry, actorOf(who))
    return isRefusal(written) ? written : dayViewOf(inside, written, who)
  }
  return {
    getDay: async ({ who, params }) =>
      isLegalDay(params.day)
        ? dayViewOf(inside, await findDay(inside, params.day), who)
        : refuse('day-not-valid', { facts: { day: params.day } }),
    printBankTemplate: async () => ({
      type: 'text/csv; charset=utf-8',
      filename: 'bank-template.csv',
      body: `\uFEFF${BANK_COLUMNS.join(',')}\r\n261128000000017,收款,120.00,2026-11-28 10:30:00,B0001\r\n`,
    }),
    readBankFile: ({ who, params, upload }) =>
      change(who, params.day, async () => {
        const file = await readUpload(upload)
        if (isRefusal(file)) return file
        const { text, encoding } = textOfBankFile(file.bytes)
        const lines = bankFileIsWhole(text)
        if (isRefusal(lines)) return lines
        const digest = createHash('sha256').update(file.bytes).digest('hex')
        return { kind: 'bank-file-read', content: { name: file.name, digest, encoding, lines } }
      }),
    settleDifference: ({ who, params, input: { key, note } }) =>
      change(who, params.day, async (day) => {
        const { compared } = await reckonDay(inside, day)
        const known = compared.some((one) => one.key === key && one.state !== 'matched')
        return known ? { kind: 'difference-settled', content: { key, note } } : refuse('difference-not-found')
      }),
    countTill: ({ who, params, input: { counted, note } }) =>
      change(who, params.day, async (day) => {
        const { tills } = await reckonDay(inside, day)
        const { id, name } = actorOf(who)
        const expected = tills.find(({ cashier }) => cashier.id === id)?.expected ?? 0
        if (counted !== expected && note.trim().length < 2)
          return refuse('till-difference-needs-note', {
            rule: 'aTillDifferenceIsExplained',
            fields: [{ path: 'note', code: 'required', facts: {} }],
          })
        return { kind: 'till-counted', content: { cashier: { id, name }, expected, counted, note } }
      }),
    signDay: ({ who, params }) => change(who, params.day, (day) => signing(inside, day)),
  }
}

async function signing(inside: Inside, day: Day): Promise<DayEntry | Refusal> {
  const { compared, throughBank, tills, received, refunded } = await reckonDay(inside, day)
  const matched = compared.filter(({ state }) => state === 'matched').length
  const open = compared.filter(({ state, key }) => state !== 'matched' && !day.settled.has(key)).length
  const shut = aDayIsSignedWhenEverythingIsSettled({
    hasFile: day.file !== undefined,
    throughBank,
    open,
    // A till that took money after it was counted is counted again.
    tillsToCount: tills.flatMap(({ counted, expected, countedFor, cashier }) =>
      counted === undefined || expected !== countedFor ? [cashier.name] : [],
    ),
  })
  return shut ?? { kind: 'signed', content: { received, refunded, matched } }
}

async function readUpload(
  upload: Upload | undefined,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of upload?.body ?? []) {
    size += chunk.length
    if (size > LARGEST) return refuse('file-too-large', { facts: { limit: '5 MB' } })
    chunks.push(chunk)
  }
  return size === 0 || !upload
    ? refuse('file-empty')
    : { name: upload.name, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

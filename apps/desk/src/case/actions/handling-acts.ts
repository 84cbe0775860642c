/** Acts by which a case changes hands and is joined with another; those whose choices are read have a form of their own. */
import type { ApplicationView } from '@mashang/approvals/contract'
import { approvals } from '../../api/calls.ts'
import { ACT } from '../../words/actions.ts'
import { HANDLING } from '../../words/handling.ts'
import type { SomeWords } from '../../words/words.ts'
import type { Act, ActField } from './fields-form.tsx'
import { of } from './proceedings-acts.ts'

type Options = readonly (readonly [value: string, label: SomeWords])[]

const REASON: ActField = { name: 'reason', label: ACT.reason, as: 'text', least: 2 }

export const reassignTo = (colleagues: Options): Act => ({
  name: 'reassignCase',
  fields: () => [
    { name: 'to', label: HANDLING.colleague, as: 'select', least: 1, options: colleagues },
    REASON,
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.reassignCase({
      params: { id },
      input: { expected, to: of(typed, 'to'), reason: of(typed, 'reason') },
      key,
    }),
})

export const transferTo = (organs: Options): Act => ({
  name: 'offerTransfer',
  asks: true,
  fields: ({ organ }) => [
    {
      name: 'to',
      label: HANDLING.organ,
      as: 'select',
      least: 1,
      options: organs.filter(([id]) => id !== organ.id),
    },
    REASON,
    { name: 'basis', label: HANDLING.basis, as: 'line', least: 2, initial: HANDLING.basisExample },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.offerTransfer({
      params: { id },
      input: { expected, to: of(typed, 'to'), reason: of(typed, 'reason'), basis: of(typed, 'basis') },
      key,
    }),
})

export const TAKE_TRANSFER: Act = {
  name: 'takeTransfer',
  fields: () => [],
  send: ({ id }, expected, _, key) => approvals.takeTransfer({ params: { id }, input: { expected }, key }),
}

export const SEND_TRANSFER_BACK: Act = {
  name: 'sendTransferBack',
  asks: true,
  fields: () => [REASON],
  send: ({ id }, expected, typed, key) =>
    approvals.sendTransferBack({ params: { id }, input: { expected, reason: of(typed, 'reason') }, key }),
}

export const RULE_ON_TRANSFER: Act = {
  name: 'ruleOnTransfer',
  asks: true,
  fields: ({ handling }) => [
    {
      name: 'to',
      label: HANDLING.organ,
      as: 'choice',
      least: 1,
      options: handling?.transfer
        ? [handling.transfer.from, handling.transfer.to].map(({ id, name }) => [id, name] as const)
        : [],
    },
    REASON,
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.ruleOnTransfer({
      params: { id },
      input: { expected, to: of(typed, 'to'), reason: of(typed, 'reason') },
      key,
    }),
}

/** The one that looks like the same matter stands there already. */
const likely = ({ handling }: ApplicationView) => handling?.duplicates[0]?.number

export const MERGE_CASE: Act = {
  name: 'mergeCase',
  asks: true,
  fields: (view) => {
    const number = likely(view)
    return [
      {
        name: 'into',
        label: HANDLING.into,
        hint: HANDLING.intoHint,
        as: 'line',
        least: 19,
        ...(number ? { initial: number } : {}),
      },
      REASON,
    ]
  },
  send: ({ id }, expected, typed, key) =>
    approvals.mergeCase({
      params: { id },
      input: { expected, into: of(typed, 'into'), reason: of(typed, 'reason') },
      key,
    }),
}

export const UNDO_MERGE: Act = {
  name: 'undoMerge',
  asks: true,
  fields: () => [REASON],
  send: ({ id }, expected, typed, key) =>
    approvals.undoMerge({ params: { id }, input: { expected, reason: of(typed, 'reason') }, key }),
}

export const CONFIRM_RECTIFICATION: Act = {
  name: 'confirmRectification',
  asks: true,
  fields: () => [],
  send: ({ id }, expected, _, key) =>
    approvals.confirmRectification({ params: { id }, input: { expected }, key }),
}

export const REJECT_RECTIFICATION: Act = {
  name: 'rejectRectification',
  fields: () => [REASON],
  send: ({ id }, expected, typed, key) =>
    approvals.rejectRectification({ params: { id }, input: { expected, reason: of(typed, 'reason') }, key }),
}

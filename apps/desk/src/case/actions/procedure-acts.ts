/** Acts of announcement, hearing and expert review. */
import { approvals } from '../../api/calls.ts'
import { ACT } from '../../words/actions.ts'
import { PROCEEDINGS } from '../../words/proceedings.ts'
import type { Act, ActField, Typed } from './fields-form.tsx'
import { of, VERDICTS, verdictOf } from './proceedings-acts.ts'

const text = (name: string, label: ActField['label'], least = 2): ActField => ({
  name,
  label,
  as: 'text',
  least,
})
const line = (name: string, label: ActField['label'], least = 2): ActField => ({
  name,
  label,
  as: 'line',
  least,
})
const linesOf = (typed: Typed, name: string) =>
  of(typed, name)
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

export const ANNOUNCE: Act = {
  name: 'announce',
  asks: true,
  fields: () => [text('text', PROCEEDINGS.announcementText)],
  send: ({ id }, expected, typed, key) =>
    approvals.announce({ params: { id }, input: { expected, text: of(typed, 'text') }, key }),
}

export const ANSWER_OBJECTION: Act = {
  name: 'answerObjection',
  fields: ({ proceedings }) => [
    {
      name: 'number',
      label: PROCEEDINGS.objection,
      as: 'select',
      least: 1,
      options: (proceedings.at(-1)?.objections ?? []).flatMap(({ number, text: said, answer }) =>
        answer ? [] : [[String(number), PROCEEDINGS.objectionOf(number, said.slice(0, 30))] as const],
      ),
    },
    text('answer', PROCEEDINGS.answer),
    {
      name: 'upheld',
      label: PROCEEDINGS.upheld,
      as: 'choice',
      least: 1,
      options: [
        ['yes', PROCEEDINGS.isUpheld],
        ['no', PROCEEDINGS.notUpheld],
      ],
    },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.answerObjection({
      params: { id },
      input: {
        expected,
        number: Number(typed.number),
        answer: of(typed, 'answer'),
        upheld: typed.upheld === 'yes',
      },
      key,
    }),
}

export const OFFER_HEARING: Act = {
  name: 'offerHearing',
  fields: () => [
    text('note', PROCEEDINGS.interests),
    { name: 'parties', label: PROCEEDINGS.parties, hint: PROCEEDINGS.onePerLine, as: 'names' },
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.offerHearing({
      params: { id },
      input: { expected, note: of(typed, 'note'), parties: linesOf(typed, 'parties') },
      key,
    }),
}

export const REQUEST_HEARING: Act = {
  name: 'requestHearing',
  fields: () => [line('by', PROCEEDINGS.party), text('reason', ACT.reason)],
  send: ({ id }, expected, typed, key) =>
    approvals.requestHearing({
      params: { id },
      input: { expected, by: of(typed, 'by'), reason: of(typed, 'reason') },
      key,
    }),
}

export const SET_HEARING: Act = {
  name: 'setHearing',
  fields: () => [
    { name: 'on', label: PROCEEDINGS.day, as: 'day', least: 10 },
    {
      name: 'time',
      label: PROCEEDINGS.time,
      hint: PROCEEDINGS.timeHint,
      as: 'line',
      least: 5,
      initial: '09:00',
    },
    line('place', PROCEEDINGS.place),
    line('chair', PROCEEDINGS.chair),
    line('recorder', PROCEEDINGS.recorder),
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.setHearing({
      params: { id },
      input: {
        expected,
        on: of(typed, 'on'),
        time: of(typed, 'time'),
        place: of(typed, 'place'),
        chair: of(typed, 'chair'),
        recorder: of(typed, 'recorder'),
      },
      key,
    }),
}

export const RECORD_HEARING: Act = {
  name: 'recordHearing',
  fields: () => [text('attendees', PROCEEDINGS.attendees), text('record', PROCEEDINGS.record, 10)],
  send: ({ id }, expected, typed, key) =>
    approvals.recordHearing({
      params: { id },
      input: { expected, attendees: of(typed, 'attendees'), record: of(typed, 'record') },
      key,
    }),
}

export const FORM_PANEL: Act = {
  name: 'formPanel',
  fields: () => [
    {
      name: 'experts',
      label: PROCEEDINGS.experts,
      hint: PROCEEDINGS.expertsHint,
      as: 'names',
      least: 2,
    },
    text('note', PROCEEDINGS.why),
    { ...line('days', PROCEEDINGS.days, 1), initial: '10' },
  ],
  missing: ({ days = '' }) => (/^[1-9]\d{0,2}$/.test(days.trim()) ? undefined : ACT.expectedMissing),
  send: ({ id }, expected, typed, key) =>
    approvals.formPanel({
      params: { id },
      input: {
        expected,
        experts: linesOf(typed, 'experts').map((one) => {
          const [name = '', ...field] = one.split(/[，,]/)
          return { name: name.trim(), field: field.join('，').trim() }
        }),
        note: of(typed, 'note'),
        length: `${of(typed, 'days')}wd`,
      },
      key,
    }),
}

export const RECORD_EXPERT_OPINION: Act = {
  name: 'recordExpertOpinion',
  fields: ({ proceedings }) => [
    {
      name: 'expert',
      label: PROCEEDINGS.expert,
      as: 'select',
      least: 1,
      options: (proceedings.at(-1)?.panel?.experts ?? []).map(({ name }) => [name, { zh: name }] as const),
    },
    { name: 'verdict', label: PROCEEDINGS.verdict, as: 'choice', least: 1, options: VERDICTS },
    text('text', PROCEEDINGS.opinionText),
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.recordExpertOpinion({
      params: { id },
      input: { expected, expert: of(typed, 'expert'), verdict: verdictOf(typed), text: of(typed, 'text') },
      key,
    }),
}

export const CONCLUDE_PANEL: Act = {
  name: 'concludePanel',
  fields: () => [
    {
      name: 'passed',
      label: PROCEEDINGS.conclusion,
      as: 'choice',
      least: 1,
      options: [
        ['yes', ACT.pass],
        ['no', ACT.fail],
      ],
    },
    text('text', PROCEEDINGS.opinionText),
  ],
  send: ({ id }, expected, typed, key) =>
    approvals.concludePanel({
      params: { id },
      input: { expected, passed: typed.passed === 'yes', text: of(typed, 'text') },
      key,
    }),
}

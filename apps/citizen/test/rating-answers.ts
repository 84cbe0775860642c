/** Ratings of the small city: one concluded case, not rated yet, and a bad rating that was answered. */
import type { CodeView, hallEndpoints, MyRating, RatingForm, RatingLine } from '@mashang/hall/contract'
import { type Client, refuse } from '@mashang/kit'

const AT = '2026-11-20T02:14:00.000Z'
const organ = {
  id: 'sports-bureau',
  name: { zh: '市体育局', en: 'Sports Bureau' },
  short: { zh: '体育局', en: 'Sports' },
}
const item = { code: '2102-TY-XK-0001', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } }

export const RATING_ID = '0193a5c0-0000-8000-8000-00000000e001'
export const ANSWERED_ID = '0193a5c0-0000-8000-8000-00000000e002'
export const RATING_CODE = '7KQ2-M9TD-XH4C'

const FORM: RatingForm = {
  levels: [
    { id: 'very-satisfied', name: { zh: '非常满意', en: 'Very satisfied' }, percent: 100, bad: false },
    { id: 'satisfied', name: { zh: '满意', en: 'Satisfied' }, percent: 100, bad: false },
    { id: 'fairly-satisfied', name: { zh: '基本满意', en: 'Fairly satisfied' }, percent: 100, bad: false },
    { id: 'dissatisfied', name: { zh: '不满意', en: 'Dissatisfied' }, percent: 0, bad: true },
    { id: 'very-dissatisfied', name: { zh: '非常不满意', en: 'Very dissatisfied' }, percent: 0, bad: true },
  ],
  tags: [
    { id: 'quick', for: 'good', words: { zh: '办得快', en: 'It was quick' } },
    { id: 'slow', for: 'bad', words: { zh: '等得太久', en: 'It took too long' } },
  ],
  followUpDays: '15wd',
  appealDays: '5wd',
  formula: { zh: '满意率 = 满意 ÷ 总数。', en: 'Satisfaction = satisfied ÷ all.' },
}

const open: MyRating = {
  id: RATING_ID,
  kind: 'case',
  item,
  organ,
  at: AT,
  application: '0193a5c0-0000-7000-8000-000000000001',
  number: '2102-2026-0000123',
  byCode: false,
  calledBack: false,
  appealed: false,
  wordsAre: 'none',
  actions: ['rate'],
}

const answered: MyRating = {
  ...open,
  id: ANSWERED_ID,
  kind: 'delivery',
  given: { level: 'dissatisfied', tags: ['slow'], words: '等了四十分钟', publish: true, at: AT },
  due: '2026-12-11',
  calledBack: true,
  fix: '增开了窗口',
  answer: { at: AT, text: '已增开窗口，向您致歉。' },
  wordsAre: 'to-review',
  actions: ['rateAgain'],
}

const byCode: CodeView = {
  id: RATING_ID,
  kind: 'case',
  item,
  organ,
  at: AT,
  rated: false,
  until: '2026-12-20',
}

const line: RatingLine = {
  key: '',
  label: { zh: '市体育局', en: 'Sports Bureau' },
  asked: 4,
  rated: 2,
  levels: { satisfied: 1, dissatisfied: 1 },
  satisfaction: 50,
  excluded: 1,
  again: 0,
  due: 1,
  inTime: 1,
  open: 0,
}

export const ratingAnswers: Partial<Client<typeof hallEndpoints>> = {
  describeRatings: async () => FORM,
  listMyRatings: async () => ({ ratings: [open, answered] }),
  getMyRating: async ({ params }) => (params.id === ANSWERED_ID ? answered : open),
  rate: async () => ({ ...open, actions: [] }),
  getByCode: async ({ params }) =>
    params.code.replaceAll('-', '') === RATING_CODE.replaceAll('-', '')
      ? byCode
      : refuse('rating-code-unknown'),
  rateByCode: async () => ({ ...byCode, rated: true }),
  getPublicRatings: async () => ({
    months: ['2026-11'],
    total: line,
    organs: [{ ...line, key: 'sports-bureau' }],
    items: [{ ...line, key: item.code, label: item.name }],
    byMonth: [{ ...line, key: '2026-11', label: { zh: '2026-11', en: '2026-11' } }],
    words: [{ on: '2026-11-20', level: 'satisfied', item: item.name, organ: organ.name, text: '办得很快' }],
    excluded: [
      {
        on: '2026-11-20',
        level: 'dissatisfied',
        item: item.name,
        organ: organ.name,
        reasons: '评价对象有误',
      },
    ],
    form: FORM,
  }),
}

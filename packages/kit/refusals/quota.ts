import { says } from './text.ts'

/** What a quota refuses. Alphabetical. */
export const QUOTA_REFUSALS = {
  'intake-is-open': says(
    409,
    '还有 {count} 件申请没有受理完，不能摇号。',
    '{count} applications are still at intake; the places cannot be drawn yet.',
    '请先办完受理，在截止日前提交的都要参加摇号。',
    'Please finish their intake first: all who came in time are drawn.',
  ),
  'item-without-quota': says(404, '这个事项没有数量限制。', 'This item has no quota.'),
  'no-place-in-quota': says(
    409,
    '名额 {places} 个，已有 {taken} 个，本件候补第 {position} 位，现在不能准予。',
    'Of {places} places {taken} are taken; this case is number {position} in the line and cannot be granted now.',
    '有名额空出时按受理先后递补；也可以写明理由不予许可。',
    'A place that becomes free goes to the first in the line; or refuse it with the reason.',
  ),
  'quota-has-no-entrants': says(409, '没有可以摇号的申请。', 'There is nobody to be drawn.'),
  'quota-is-closed': says(
    409,
    '申请已于 {closes} 截止，等待摇号。',
    'Applications closed on {closes}; the places are to be drawn.',
  ),
  'quota-is-drawn': says(409, '已经摇过号，不能重来。', 'The places were drawn already; that is done once.'),
  'quota-is-full': says(
    409,
    '名额 {places} 个，已全部占用（{taken} 个），不能再受理。',
    'All {places} places are taken ({taken}); no more can be accepted.',
    '名额空出或者新一期开始后可以申请，名额情况在办事指南中公布。',
    'Apply once a place is free or a new period begins; the guide shows the places.',
  ),
  'quota-is-not-drawn': says(
    409,
    '这个事项按受理先后分配名额，不摇号。',
    'Places of this item go by the order of acceptance; nothing is drawn.',
  ),
  'quota-is-open': says(
    409,
    '申请截止日 {closes} 过后才能摇号。',
    'The places are drawn only after {closes}, the last day to apply.',
  ),
}

/**
 * Cases of the demonstration: which item, how long ago, and how far they got. Chosen so that every list of the
 * desk and every status of the public site has something to show.
 */
export interface Plan {
  /** Part of the item's name in Chinese. */
  readonly item: string
  /** Working days ago that it was submitted. */
  readonly ago: number
  readonly end:
    | 'submitted'
    | 'awaiting-correction'
    | 'corrected'
    | 'accepted'
    | 'checked'
    | 'announced'
    | 'to-decide'
    | 'stopped'
    | 'granted'
    | 'delivered'
    | 'refused'
    | 'declined'
    | 'not-needed'
    | 'withdrawn'
  /** Which of the demo's citizens. */
  readonly citizen: 0 | 1 | 2
  readonly for: 'person' | 'enterprise'
}

export const PLANS: readonly Plan[] = [
  { item: '食品经营许可（新办）', ago: 0, end: 'submitted', citizen: 0, for: 'enterprise' },
  { item: '食品经营许可（新办）', ago: 1, end: 'submitted', citizen: 1, for: 'person' },
  { item: '食品经营许可（新办）', ago: 2, end: 'awaiting-correction', citizen: 0, for: 'enterprise' },
  { item: '食品经营许可（新办）', ago: 3, end: 'corrected', citizen: 2, for: 'person' },
  { item: '食品经营许可（新办）', ago: 3, end: 'accepted', citizen: 1, for: 'person' },
  { item: '食品经营许可（新办）', ago: 4, end: 'checked', citizen: 0, for: 'enterprise' },
  { item: '食品经营许可（新办）', ago: 6, end: 'to-decide', citizen: 2, for: 'person' },
  { item: '食品经营许可（新办）', ago: 8, end: 'accepted', citizen: 1, for: 'person' },
  { item: '食品经营许可（新办）', ago: 11, end: 'to-decide', citizen: 2, for: 'person' },
  { item: '食品经营许可（新办）', ago: 9, end: 'granted', citizen: 0, for: 'enterprise' },
  { item: '食品经营许可（新办）', ago: 15, end: 'delivered', citizen: 1, for: 'person' },
  { item: '食品经营许可（新办）', ago: 18, end: 'refused', citizen: 2, for: 'person' },
  { item: '食品经营许可（新办）', ago: 12, end: 'declined', citizen: 1, for: 'person' },
  { item: '食品经营许可（新办）', ago: 10, end: 'withdrawn', citizen: 0, for: 'enterprise' },
  { item: '风筝放飞许可', ago: 0, end: 'submitted', citizen: 0, for: 'person' },
  // The same again: it is noticed as a duplicate.
  { item: '风筝放飞许可', ago: 0, end: 'submitted', citizen: 0, for: 'person' },
  // Three places a year: the fourth waits.
  { item: '渔业捕捞许可（海洋）', ago: 4, end: 'accepted', citizen: 0, for: 'person' },
  { item: '渔业捕捞许可（海洋）', ago: 3, end: 'accepted', citizen: 1, for: 'person' },
  { item: '渔业捕捞许可（海洋）', ago: 3, end: 'accepted', citizen: 2, for: 'person' },
  { item: '渔业捕捞许可（海洋）', ago: 2, end: 'accepted', citizen: 0, for: 'person' },
  { item: '风筝放飞许可', ago: 2, end: 'accepted', citizen: 1, for: 'person' },
  { item: '风筝放飞许可', ago: 5, end: 'stopped', citizen: 2, for: 'person' },
  { item: '风筝放飞许可', ago: 7, end: 'delivered', citizen: 0, for: 'person' },
  { item: '风筝放飞许可', ago: 20, end: 'not-needed', citizen: 1, for: 'person' },
  // Two organs agreed; the public may object.
  { item: '取水许可（新办）', ago: 5, end: 'announced', citizen: 0, for: 'enterprise' },
  { item: '普通护照签发（首次）', ago: 1, end: 'accepted', citizen: 0, for: 'person' },
  { item: '挖掘城市道路审批', ago: 1, end: 'accepted', citizen: 0, for: 'enterprise' },
  { item: '往来港澳通行证签发（首次、换发）', ago: 2, end: 'accepted', citizen: 1, for: 'person' },
  { item: '不动产转移登记（存量房买卖）', ago: 2, end: 'accepted', citizen: 2, for: 'person' },
]

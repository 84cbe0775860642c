/** Letters of the procedures that a step may consist of. */

/** 征求意见函 — opinion request: to other organs, with the day by which they answer. */
interface OpinionRequest {
  readonly organs: readonly string[]
  readonly note: string
  readonly due: string
  readonly basis: string
}

/** 公示通知 — announcement notice: what is announced, until when, where to object. */
interface AnnouncementNotice {
  readonly text: string
  readonly from: string
  readonly until: string
  readonly url: string
}

/** 听证权利告知书 — notice of the right to a hearing. */
interface HearingRightsNotice {
  readonly note: string
  readonly parties: readonly string[]
  readonly until: string
  readonly basis: string
}

/** 听证通知书 — hearing notice: day, place, who chairs. */
interface HearingNotice {
  readonly on: string
  readonly time: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly basis: string
}

/** Every kind, with what all documents carry. */
export interface ProcedureData<Base> {
  'opinion-request': Base & OpinionRequest
  'announcement-notice': Base & AnnouncementNotice
  'hearing-rights-notice': Base & HearingRightsNotice
  'hearing-notice': Base & HearingNotice
}

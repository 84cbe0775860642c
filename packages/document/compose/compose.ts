import type { DocumentData, DocumentKind } from '../contract.ts'
import type { Page } from '../page.ts'
import { formPage } from './form.ts'
import * as intake from './intake-letters.ts'
import { letterPage } from './letter.ts'
import { licencePage } from './licence.ts'
import { noticePage } from './one-time-notice.ts'
import * as review from './review-letters.ts'
import type { Setting } from './words.ts'

type Composers = { readonly [K in DocumentKind]: (setting: Setting, data: DocumentData[K]) => Page }

const composers: Composers = {
  'one-time-notice': noticePage,
  'blank-form': (setting, data) => formPage(setting, data, 'blank'),
  'sample-form': (setting, data) => formPage(setting, data, 'sample'),
  'application-form': (setting, data) => formPage(setting, data, 'filled'),
  licence: licencePage,
  'material-receipt': (setting, data) => letterPage(setting, data, intake.materialReceipt(setting, data)),
  'correction-notice': (setting, data) => letterPage(setting, data, intake.correctionNotice(setting, data)),
  'decline-decision': (setting, data) => letterPage(setting, data, intake.declineDecision(setting, data)),
  'not-needed-notice': (setting, data) => letterPage(setting, data, intake.notNeededNotice(setting, data)),
  'acceptance-notice': (setting, data) => letterPage(setting, data, intake.acceptanceNotice(setting, data)),
  'withdrawal-confirmation': (setting, data) =>
    letterPage(setting, data, intake.withdrawalConfirmation(setting, data)),
  'clock-stop-notice': (setting, data) => letterPage(setting, data, review.clockStopNotice(setting, data)),
  'clock-resume-notice': (setting, data) =>
    letterPage(setting, data, review.clockResumeNotice(setting, data)),
  'extension-notice': (setting, data) => letterPage(setting, data, review.extensionNotice(setting, data)),
  'grant-decision': (setting, data) => letterPage(setting, data, review.grantDecision(setting, data)),
  'refusal-decision': (setting, data) => letterPage(setting, data, review.refusalDecision(setting, data)),
  'delivery-record': (setting, data) => letterPage(setting, data, review.deliveryRecord(setting, data)),
}

/** The data of a document as the page its template draws. */
export function compose<K extends DocumentKind>(kind: K, setting: Setting, data: DocumentData[K]): Page {
  return composers[kind](setting, data)
}

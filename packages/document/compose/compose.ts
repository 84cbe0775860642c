import type { DocumentData, DocumentKind } from '../contract.ts'
import type { Page } from '../page.ts'
import { bulletinPage } from './bulletin.ts'
import * as fee from './fee-letters.ts'
import { formPage } from './form.ts'
import { bookPage } from './guide-book.ts'
import * as intake from './intake-letters.ts'
import { letterPage } from './letter.ts'
import { licencePage } from './licence.ts'
import * as ending from './licence-letters.ts'
import { noticePage } from './one-time-notice.ts'
import * as procedure from './procedure-letters.ts'
import { projectPaper } from './project-letters.ts'
import * as review from './review-letters.ts'
import type { Setting } from './words.ts'

type Composers = { readonly [K in DocumentKind]: (setting: Setting, data: DocumentData[K]) => Page }

const composers: Composers = {
  'one-time-notice': noticePage,
  'guide-book': bookPage,
  bulletin: bulletinPage,
  'blank-form': (setting, data) => formPage(setting, data, 'blank'),
  'sample-form': (setting, data) => formPage(setting, data, 'sample'),
  'application-form': (setting, data) => formPage(setting, data, 'filled'),
  licence: licencePage,
  'material-receipt': (setting, data) =>
    letterPage(setting, 'material-receipt', data, intake.materialReceipt(setting, data)),
  'correction-notice': (setting, data) =>
    letterPage(setting, 'correction-notice', data, intake.correctionNotice(setting, data)),
  'decline-decision': (setting, data) =>
    letterPage(setting, 'decline-decision', data, intake.declineDecision(setting, data)),
  'not-needed-notice': (setting, data) =>
    letterPage(setting, 'not-needed-notice', data, intake.notNeededNotice(setting, data)),
  'acceptance-notice': (setting, data) =>
    letterPage(setting, 'acceptance-notice', data, intake.acceptanceNotice(setting, data)),
  'withdrawal-confirmation': (setting, data) =>
    letterPage(setting, 'withdrawal-confirmation', data, intake.withdrawalConfirmation(setting, data)),
  'revocation-notice': (setting, data) =>
    letterPage(setting, 'revocation-notice', data, ending.revocationNotice(setting, data)),
  'revocation-decision': (setting, data) =>
    letterPage(setting, 'revocation-decision', data, ending.revocationDecision(setting, data)),
  'taking-back-decision': (setting, data) =>
    letterPage(setting, 'taking-back-decision', data, ending.takingBackDecision(setting, data)),
  'cancellation-decision': (setting, data) =>
    letterPage(setting, 'cancellation-decision', data, ending.cancellationDecision(setting, data)),
  'guidance-list': (setting, data) => letterPage(setting, 'guidance-list', data, projectPaper(setting, data)),
  'meeting-minutes': (setting, data) =>
    letterPage(setting, 'meeting-minutes', data, projectPaper(setting, data)),
  'joint-review': (setting, data) => letterPage(setting, 'joint-review', data, projectPaper(setting, data)),
  'joint-acceptance': (setting, data) =>
    letterPage(setting, 'joint-acceptance', data, projectPaper(setting, data)),
  'clock-stop-notice': (setting, data) =>
    letterPage(setting, 'clock-stop-notice', data, review.clockStopNotice(setting, data)),
  'clock-resume-notice': (setting, data) =>
    letterPage(setting, 'clock-resume-notice', data, review.clockResumeNotice(setting, data)),
  'extension-notice': (setting, data) =>
    letterPage(setting, 'extension-notice', data, review.extensionNotice(setting, data)),
  'grant-decision': (setting, data) =>
    letterPage(setting, 'grant-decision', data, review.grantDecision(setting, data)),
  'refusal-decision': (setting, data) =>
    letterPage(setting, 'refusal-decision', data, review.refusalDecision(setting, data)),
  'payment-notice': (setting, data) =>
    letterPage(setting, 'payment-notice', data, fee.paymentNotice(setting, data)),
  'fee-receipt': (setting, data) => letterPage(setting, 'fee-receipt', data, fee.feeReceipt(setting, data)),
  'red-receipt': (setting, data) => letterPage(setting, 'red-receipt', data, fee.redReceipt(setting, data)),
  'opinion-request': (setting, data) =>
    letterPage(setting, 'opinion-request', data, procedure.opinionRequest(setting, data)),
  'announcement-notice': (setting, data) =>
    letterPage(setting, 'announcement-notice', data, procedure.announcementNotice(setting, data)),
  'hearing-rights-notice': (setting, data) =>
    letterPage(setting, 'hearing-rights-notice', data, procedure.hearingRightsNotice(setting, data)),
  'hearing-notice': (setting, data) =>
    letterPage(setting, 'hearing-notice', data, procedure.hearingNotice(setting, data)),
  'delivery-record': (setting, data) =>
    letterPage(setting, 'delivery-record', data, review.deliveryRecord(setting, data)),
}

/** The data of a document as the page its template draws. */
export function compose<K extends DocumentKind>(kind: K, setting: Setting, data: DocumentData[K]): Page {
  return composers[kind](setting, data)
}

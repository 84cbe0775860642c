/** Item checks at publication: an item with a finding is not published. */
import type { ServiceItem } from '@mashang/flow'
import { findingsOf, type ItemFinding, type ItemRule, type ItemSurroundings } from './item-check.ts'
import * as fees from './item-fee-rules.ts'
import * as form from './item-form-rules.ts'
import * as guide from './item-guide-rules.ts'
import * as kinds from './item-kind-rules.ts'
import * as structure from './item-structure-rules.ts'

/** Every rule of publication by its name; a new rule is a sentence in one of the files above, and a line here. */
export const ITEM_RULES = {
  onTheSpotMeansSameDay: guide.onTheSpotMeansSameDay,
  whollyOnlineMeansNoVisit: guide.whollyOnlineMeansNoVisit,
  visitsHaveAReason: guide.visitsHaveAReason,
  noVisitMeansPostOrOnline: guide.noVisitMeansPostOrOnline,
  feeHasBasisAndItems: guide.feeHasBasisAndItems,
  noFeeMeansNoOnlinePayment: guide.noFeeMeansNoOnlinePayment,
  onlyEnterprisesSignWithACertificate: guide.onlyEnterprisesSignWithACertificate,
  feeIsReckonedFromItsForm: fees.feeIsReckonedFromItsForm,
  feeTiersAscendAndEndOpen: fees.feeTiersAscendAndEndOpen,
  reductionHasItsArticle: fees.reductionHasItsArticle,
  electronicResultIsPaidBeforeTheDecision: fees.electronicResultIsPaidBeforeTheDecision,
  consultationAndComplaintPhonesDiffer: guide.consultationAndComplaintPhonesDiffer,
  promisedIsNotLongerThanStatutory: guide.promisedIsNotLongerThanStatutory,
  licenceItemHasFaq: guide.licenceItemHasFaq,
  eachMaterialIsComplete: guide.eachMaterialIsComplete,
  siteCheckTakesTwoPeople: guide.siteCheckTakesTwoPeople,
  clockStopIsAllowed: guide.clockStopIsAllowed,
  licenceMayBeGrantedOrRefused: guide.licenceMayBeGrantedOrRefused,
  licenceLimitHasABasis: guide.licenceLimitHasABasis,
  renewalNeedsAValidity: guide.renewalNeedsAValidity,
  datesAreInOrder: guide.datesAreInOrder,
  idsAreUnique: structure.idsAreUnique,
  organIsKnown: structure.organIsKnown,
  themesAreKnown: structure.themesAreKnown,
  windowsAreKnown: structure.windowsAreKnown,
  stepsLeadToSteps: structure.stepsLeadToSteps,
  aQuotaCanBeReckoned: structure.aQuotaCanBeReckoned,
  someStepEnds: structure.someStepEnds,
  stepEndsOrGoesOn: structure.stepEndsOrGoesOn,
  someNextStepIsAlwaysOpen: structure.someNextStepIsAlwaysOpen,
  stepIsReachable: structure.stepIsReachable,
  stepsNeverCircle: structure.stepsNeverCircle,
  someoneMayTakeEachStep: structure.someoneMayTakeEachStep,
  stepsFitThePromise: structure.stepsFitThePromise,
  conditionsNameKnownFields: structure.conditionsNameKnownFields,
  conditionsCanHold: structure.conditionsCanHold,
  resultShowsKnownFields: structure.resultShowsKnownFields,
  jointReviewAsksOtherOrgans: kinds.jointReviewAsksOtherOrgans,
  lowerReviewFollowsAnAddress: kinds.lowerReviewFollowsAnAddress,
  lowerReviewIsDoneInTime: kinds.lowerReviewIsDoneInTime,
  onlyADecisionIsSigned: kinds.onlyADecisionIsSigned,
  decisionIsAnOrdinaryStep: kinds.decisionIsAnOrdinaryStep,
  announcementSaysHowLong: kinds.announcementSaysHowLong,
  procedureMayStopTheClock: kinds.procedureMayStopTheClock,
  panelIsOdd: kinds.panelIsOdd,
  fieldRuleIsKnown: form.fieldRuleIsKnown,
  listsHaveColumns: form.listsHaveColumns,
  choicesHaveOptions: form.choicesHaveOptions,
  optionsAreUnique: form.optionsAreUnique,
  licenceFieldNamesItsType: form.licenceFieldNamesItsType,
  rangesAreInOrder: form.rangesAreInOrder,
  fieldExampleFits: form.fieldExampleFits,
  examplesLeadWhereTheySay: form.examplesLeadWhereTheySay,
} as const satisfies Readonly<Record<string, ItemRule>>

/** Everything that keeps an item from being published; none when it may be. */
export function checkItem(item: ServiceItem, around: ItemSurroundings): readonly ItemFinding[] {
  const findings: ItemFinding[] = []
  for (const [name, rule] of Object.entries(ITEM_RULES))
    findings.push(...findingsOf(name, rule, item, around))
  return findings
}

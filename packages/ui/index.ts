export {
  APPLICANT_WORDS,
  CLOCK_STOP_WORDS,
  conditionText,
  DELIVERY_WORDS,
  FEE_DUE_WORDS,
  FORM_WORDS,
  feeRuleText,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  inSentence,
  periodText,
  SOURCE_WORDS,
  STEP_ROLE_WORDS,
  validityText,
} from '@mashang/flow'
export * from './gantt.tsx'
export * from './tokens.ts'

/** What an application may be refused for on its way in. */

/** The item is not open, or not for this applicant. */
export const ITEM_GATE = [
  'item-not-found',
  'item-suspended',
  'item-cancelled',
  'item-not-in-effect',
  'applicant-kind-not-served',
] as const

/** What a form that acts on a licence may be refused for. */
export const LICENCE_GATE = [
  'licence-not-held',
  'licence-of-another-kind',
  'licence-status-forbids',
  'licence-case-open',
  'renewal-too-late',
] as const

/** What is in a draft may not be submitted. */
export const DRAFT_GATE = [
  'draft-not-found',
  'form-has-errors',
  'materials-missing',
  'project-code-not-registered',
  ...ITEM_GATE,
  ...LICENCE_GATE,
] as const

/** What a signature may be refused for. */
export const SIGNATURE_GATE = [
  'submission-not-what-was-signed',
  'certificate-unreadable',
  'certificate-signature-wrong',
  'certificate-issuer-unknown',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-revoked',
  'certificate-without-credit-code',
  'certificate-of-another-enterprise',
] as const

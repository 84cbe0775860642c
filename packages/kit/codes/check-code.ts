import type { CodeCheck } from './code-check.ts'
import { checkDealCode } from './deal-code.ts'
import { checkIdCard, type IdCardContext } from './id-card.ts'
import { checkLicenceId } from './licence-id.ts'
import { checkProjectCode } from './project-code.ts'
import { checkRegion } from './region.ts'
import { checkOrganisationCode, checkUscc } from './uscc.ts'

/** Kinds of codes that can be checked by name. */
export const CODE_KINDS = ['uscc', 'organisation', 'id-card', 'project', 'deal', 'licence', 'region'] as const
export type CodeKindName = (typeof CODE_KINDS)[number]

/** Checks a code of any kind. */
export function checkCode(kind: CodeKindName, text: string, context: IdCardContext): CodeCheck<object> {
  switch (kind) {
    case 'uscc':
      return checkUscc(text)
    case 'organisation':
      return checkOrganisationCode(text)
    case 'id-card':
      return checkIdCard(text, context)
    case 'project':
      return checkProjectCode(text)
    case 'deal':
      return checkDealCode(text)
    case 'licence':
      return checkLicenceId(text)
    case 'region':
      return checkRegion(text, context.regionName)
  }
}

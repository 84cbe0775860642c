import { approvalsEndpoints } from '@mashang/approvals/contract'
import { assistanceEndpoints } from '@mashang/assistance/contract'
import { bundlesEndpoints } from '@mashang/bundles/contract'
import { feesEndpoints } from '@mashang/fees/contract'
import { hallEndpoints } from '@mashang/hall/contract'
import { identityEndpoints, MACHINE_SCOPE_WORDS } from '@mashang/identity/contract'
import { insightEndpoints } from '@mashang/insight/contract'
import { STAFF_ROLE_WORDS } from '@mashang/kit'
import { knowledgeEndpoints } from '@mashang/knowledge/contract'
import { projectsEndpoints } from '@mashang/projects/contract'
import { routesOf } from './contract-table.ts'

export const approvalsRoutes = routesOf(approvalsEndpoints)
export const hallRoutes = routesOf(hallEndpoints)
export const feesRoutes = routesOf(feesEndpoints)
export const insightRoutes = routesOf(insightEndpoints)
export const identityRoutes = routesOf(identityEndpoints)
export const assistanceRoutes = routesOf(assistanceEndpoints)
export const knowledgeRoutes = routesOf(knowledgeEndpoints)
export const bundlesRoutes = routesOf(bundlesEndpoints)
export const projectsRoutes = routesOf(projectsEndpoints)
export const roleWords = STAFF_ROLE_WORDS
export const scopeWords = MACHINE_SCOPE_WORDS

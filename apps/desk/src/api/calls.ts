import {
  approvalsRoutes,
  assistanceRoutes,
  bundlesRoutes,
  feesRoutes,
  hallRoutes,
  identityRoutes,
  insightRoutes,
  knowledgeRoutes,
  projectsRoutes,
} from 'virtual:contract'
import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { assistanceEndpoints } from '@mashang/assistance/contract'
import type { bundlesEndpoints } from '@mashang/bundles/contract'
import type { feesEndpoints } from '@mashang/fees/contract'
import type { hallEndpoints } from '@mashang/hall/contract'
import type { identityEndpoints } from '@mashang/identity/contract'
import type { insightEndpoints } from '@mashang/insight/contract'
import type { knowledgeEndpoints } from '@mashang/knowledge/contract'
import type { projectsEndpoints } from '@mashang/projects/contract'
import { QueryClient } from '@tanstack/react-query'
import { startAnew } from '../session/start-anew.ts'
import { session } from '../session/store.ts'
import { preferences } from '../shell/preferences.ts'
import { clientOf, type Door, isShown } from './client.ts'
import { Refused } from './shown-refusal.ts'

const door: Door = {
  fetch: (...request) => fetch(...request),
  csrfToken: session.csrfToken,
  language: () => preferences.get().language,
  async renewToken() {
    const me = await identity.me({})
    if (isShown(me) || 'refused' in me || session.renewToken(me)) return true
    startAnew()
    return false
  },
  async signInAgain() {
    const outcome = await session.expired()
    if (outcome === 'another') startAnew()
    return outcome
  },
}

export const approvals = clientOf<typeof approvalsEndpoints>(approvalsRoutes, door)
export const assistance = clientOf<typeof assistanceEndpoints>(assistanceRoutes, door)
export const knowledge = clientOf<typeof knowledgeEndpoints>(knowledgeRoutes, door)
export const hall = clientOf<typeof hallEndpoints>(hallRoutes, door)
export const fees = clientOf<typeof feesEndpoints>(feesRoutes, door)
export const insight = clientOf<typeof insightEndpoints>(insightRoutes, door)
export const identity = clientOf<typeof identityEndpoints>(identityRoutes, door)
export const bundles = clientOf<typeof bundlesEndpoints>(bundlesRoutes, door)
export const projects = clientOf<typeof projectsEndpoints>(projectsRoutes, door)

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal is an answer: asking again gives the same. Only a lost connection is worth another try.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof Refused && error.refusal.code !== 'no-connection'),
    },
  },
})

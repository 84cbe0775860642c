declare module 'virtual:contract' {
  export const approvalsRoutes: typeof import('../build/contract-source.ts').approvalsRoutes
  export const hallRoutes: typeof import('../build/contract-source.ts').hallRoutes
  export const feesRoutes: typeof import('../build/contract-source.ts').feesRoutes
  export const insightRoutes: typeof import('../build/contract-source.ts').insightRoutes
  export const identityRoutes: typeof import('../build/contract-source.ts').identityRoutes
  export const assistanceRoutes: typeof import('../build/contract-source.ts').assistanceRoutes
  export const knowledgeRoutes: typeof import('../build/contract-source.ts').knowledgeRoutes
  export const bundlesRoutes: typeof import('../build/contract-source.ts').bundlesRoutes
  export const projectsRoutes: typeof import('../build/contract-source.ts').projectsRoutes
  export const roleWords: typeof import('../build/contract-source.ts').roleWords
  export const scopeWords: typeof import('../build/contract-source.ts').scopeWords
}

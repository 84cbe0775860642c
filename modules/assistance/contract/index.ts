export { assistanceEndpoints } from './endpoints.ts'
export * from './entries.ts'
export type { HelpRow, HelpStatus, HelpView, MandateView } from './help.ts'

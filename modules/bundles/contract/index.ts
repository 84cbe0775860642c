export * from './bundle.ts'
export { bundlesEndpoints } from './endpoints.ts'
export * from './entries.ts'
export * from './sheet.ts'

export { hallEndpoints } from './endpoints.ts'
export * from './entries.ts'
export * from './rating.ts'

export { insightEndpoints } from './endpoints.ts'
export * from './entries.ts'
export * from './figures.ts'
export * from './sample.ts'

export * from './digest.ts'

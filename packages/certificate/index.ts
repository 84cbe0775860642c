export * from './issue-certificate.ts'
export * from './keys.ts'
export * from './read-certificate.ts'

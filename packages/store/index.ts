export * from './backup/index.ts'
export {
  bodyDigestOf,
  type CaseStream,
  type CaseWrite,
  findStoredCase,
  prepareStoredCase,
  type StoredCase,
  writeStoredCase,
} from './cases.ts'
export * from './contract.ts'
export { type Database, type DatabaseOptions, openDatabase, withRetry } from './database.ts'
export { type Delivered, deliverAll, listSubscriptions } from './deliver.ts'
export { type Embedded, type EmbeddedOptions, findEmbedded, startEmbedded } from './embedded/index.ts'
export type { FileStore } from './files/index.ts'
export type { S3Settings } from './files/s3.ts'
export {
  createJobs,
  enqueueing,
  migrateJobs,
  type RunJobsOptions,
  type RunningJobs,
  runJobs,
  type Task,
} from './jobs.ts'
export { createJournal, pruneAnswers } from './journal.ts'
export {
  AUDIT_WORDS,
  type Audit,
  type AuditFault,
  auditLog,
  createLog,
  loadLogKey,
  logEndpoints,
  type PublicLog,
} from './log/index.ts'
export type { Log } from './logger.ts'
export { listApplied, type Migrated, migrate } from './migrate.ts'
export { journalMigrations } from './migrations.ts'
export { type RebuildProgress, type Rebuilt, rebuild } from './rebuild.ts'
export { createSheets, type SheetRow, type Sheets } from './sheets.ts'
export { type OpenStore, openStore, type StoreOptions } from './store.ts'
export {
  announceGrowth,
  runSubscriptions,
  type Subscriptions,
  type SubscriptionsOptions,
} from './subscriptions.ts'
export { type Together, together } from './together.ts'

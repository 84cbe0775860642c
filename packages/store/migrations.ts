import { join } from 'node:path'
import type { Migrations } from './contract.ts'

/** The store's own: the journal and its public log, in the schema `journal`. */
export const journalMigrations: Migrations = {
  module: 'journal',
  folder: join(import.meta.dirname, 'migrations'),
}

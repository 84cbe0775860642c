import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { withStore } from '../database.ts'
import { both, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'
import { dataOption } from './start.ts'

/** `mashang migrate`: brings the database up to this version of the program. */
export function addMigrate(program: Command, tools: Tools): void {
  tools
    .command(
      program,
      'migrate',
      both('建立数据库，或把它升级到当前版本', 'set up the database, or bring it up to this version'),
      ['mashang migrate --data /var/lib/mashang', 'DATABASE_URL=postgresql://… mashang migrate'],
    )
    .addOption(dataOption(tools))
    .action(tools.act((options: SettingOptions) => run(options, tools)))
}

async function run(options: SettingOptions, { terminal }: Tools): Promise<Outcome> {
  const settings = readSettings(options)
  const { journalMigrations, migrate, migrateJobs } = await import('@mashang/store')
  const { MIGRATIONS } = await import('@mashang/server')
  return withStore(settings, { database: 'empty' }, async ({ db, url }) => {
    const { applied } = await migrate(db, [journalMigrations, ...MIGRATIONS])
    await migrateJobs(url)
    const none = both('数据库已是最新。', 'The database is up to date.')
    const done = both(`已执行 ${applied.length} 项：`, `${applied.length} applied:`)
    return {
      facts: { applied },
      lines:
        applied.length === 0
          ? [terminal.text(none)]
          : [terminal.text(done), ...applied.map((name) => `  ${name}`)],
    }
  })
}

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '@mashang/kit'
import type { BackupProgress } from '@mashang/store'
import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { hasDatabase, withStore } from '../database.ts'
import { both, type Outcome } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'
import type { Tools } from '../tools.ts'
import { dataOption } from './start.ts'

interface BackupOptions extends SettingOptions {
  /** False with `--no-files`. */
  readonly files: boolean
}

/** `mashang backup` and `mashang restore`: everything in one folder, as of one moment, and back. */
export function addBackup(program: Command, tools: Tools): void {
  const { argument, option } = tools
  tools
    .command(
      program,
      'backup',
      both(
        '备份数据库、文件和日志密钥到一个新文件夹；系统可以照常运行',
        'write the database, the files and the key of the log to a new folder; the server may go on meanwhile',
      ),
      ['mashang backup /backup/2026-03-02', 'mashang backup /backup/tables --no-files'],
    )
    .addArgument(
      argument('<FOLDER>', both('空的或不存在的文件夹', 'a folder that is empty or not there yet')),
    )
    .addOption(
      option(
        '--no-files',
        both(
          '不备份上传的文件（另有办法备份时）',
          'leave out the files, where they are backed up by other means',
        ),
      ),
    )
    .addOption(dataOption(tools))
    .action(tools.act((folder: string, options: BackupOptions) => runBackup(folder, options, tools)))
  tools
    .command(
      program,
      'restore',
      both(
        '把备份恢复到空的数据文件夹或空的数据库',
        'restore a backup into an empty data folder or database',
      ),
      ['mashang restore /backup/2026-03-02 --data /var/lib/mashang-new'],
    )
    .addArgument(argument('<FOLDER>', both('备份所在的文件夹', 'folder of the backup')))
    .addOption(dataOption(tools))
    .action(tools.act((folder: string, options: SettingOptions) => runRestore(folder, options, tools)))
}

async function runBackup(folder: string, options: BackupOptions, { terminal }: Tools): Promise<Outcome> {
  const settings = readSettings(options)
  const inside = await readdir(folder).catch(() => [])
  if (inside.length > 0) return refuse('folder-not-empty', { facts: { folder } })
  const { backup } = await import('@mashang/store')
  return withStore(settings, { database: 'ready' }, async ({ url, files: { keeper } }) => {
    const { at, tables, files, secrets } = await backup({
      url,
      keeper,
      withFiles: options.files,
      dataFolder: settings.dataFolder,
      folder,
      onProgress: teller(terminal),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const said = both(
      `已备份到 ${folder}：${tables.length} 张表 ${rows} 行，${files.count} 个文件 ${files.bytes} 字节（${at}）`,
      `Backed up to ${folder}: ${tables.length} tables with ${rows} rows, ${files.count} files with ${files.bytes} bytes (${at})`,
    )
    const secret = both('其中有日志密钥，请妥善保管。', 'It holds the key of the log: keep it safe.')
    return {
      facts: { folder, at, tables: tables.length, rows, files, secrets },
      lines: [terminal.text(said), ...(secrets.length > 0 ? [terminal.text(secret)] : [])],
    }
  })
}

async function runRestore(folder: string, options: SettingOptions, { terminal }: Tools): Promise<Outcome> {
  const settings = readSettings(options)
  const [{ listApplied, readManifest, restore }, { MIGRATIONS }] = await Promise.all([
    import('@mashang/store'),
    import('@mashang/server'),
  ])
  // Looked at first: a wrong folder must not leave an empty database behind.
  if (!existsSync(join(folder, 'manifest.json'))) return refuse('backup-not-there', { facts: { folder } })
  await readManifest(folder)
  if (hasDatabase(settings))
    return refuse('restore-needs-nothing-there', { facts: { data: settings.dataFolder } })
  return withStore(settings, { database: 'empty' }, async ({ db, url, files }) => {
    // Where nothing was ever migrated there is no table to ask.
    const applied = await listApplied(db).catch(() => [])
    if (applied.length > 0) return refuse('restore-needs-nothing-there', { facts: { data: 'DATABASE_URL' } })
    const restored = await restore({
      url,
      migrations: MIGRATIONS,
      files,
      dataFolder: settings.dataFolder,
      folder,
      onProgress: teller(terminal),
    })
    const { at } = restored.manifest
    const said = both(
      `已恢复 ${at} 的备份：${restored.rows} 行，${restored.files} 个文件，逐一核对无误。`,
      `Restored the backup of ${at}: ${restored.rows} rows and ${restored.files} files, each compared with its digest.`,
    )
    const next = both(
      '接着可以运行 mashang verify --all 核对公开日志。',
      'Now mashang verify --all can compare it with the public log.',
    )
    return {
      facts: { at, rows: restored.rows, files: restored.files },
      lines: [terminal.text(said), terminal.text(next)],
    }
  })
}

const STAGES = {
  tables: both('数据表', 'tables'),
  files: both('文件', 'files'),
  check: both('核对', 'checking'),
} as const

function teller(terminal: Terminal) {
  return ({ stage, name, done, total }: BackupProgress) =>
    terminal.progress.tell(`${terminal.text(STAGES[stage])} ${name}`, done, total)
}

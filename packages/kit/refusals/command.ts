import { says } from './text.ts'

/** Refusals of the `mashang` command. Alphabetical. */
export const COMMAND_REFUSALS = {
  'backup-not-there': says(
    404,
    '文件夹 {folder} 中没有完整的备份。',
    'The folder {folder} holds no complete backup.',
    '完整的备份中有 manifest.json；请核对文件夹。',
    'A complete backup has a manifest.json; check the folder.',
  ),
  'command-failed': says(500, '没有完成：{why}', 'Not done: {why}'),
  'command-not-understood': says(
    400,
    '命令写得不对：{problem}。',
    'The command is not right: {problem}.',
    '用法请看：{help}',
    'See: {help}',
  ),
  'database-not-set-up': says(
    409,
    '这里还没有可用的数据库，或者它是由别的版本建立的：{missing}。',
    'There is no database here that can be used, or another version set it up: {missing}.',
    '请核对 DATA 或 DATABASE_URL；新数据库先运行 mashang migrate。',
    'Check DATA or DATABASE_URL; run mashang migrate for a new database.',
  ),
  'folder-not-empty': says(
    409,
    '文件夹 {folder} 中已有内容，备份需要一个空文件夹。',
    'The folder {folder} is not empty; a backup needs one of its own.',
    '请换一个文件夹。',
    'Please choose another one.',
  ),
  'input-file-not-read': says(
    404,
    '文件 {file} 打不开（{why}）。',
    'The file {file} cannot be read ({why}).',
    '请核对文件名和权限。',
    'Check its name and whether you may read it.',
  ),
  'log-key-not-here': says(
    404,
    '文件夹 {folder} 中没有公开日志的密钥。',
    'The folder {folder} does not hold the key of the public log.',
    '请用 --key 给出日志公钥（本系统的 /log/key），或用 --data 指明数据文件夹。',
    'Give the key of the log with --key (see /log/key of the system), or the data folder with --data.',
  ),
  'restore-needs-nothing-there': says(
    409,
    '{data} 中已有数据库，备份只能恢复到空的数据文件夹或空的数据库。',
    '{data} holds a database already; a backup is restored into an empty data folder or database only.',
    '请换一个数据文件夹（--data）或数据库（DATABASE_URL）。',
    'Please choose another data folder (--data) or database (DATABASE_URL).',
  ),
  'setting-not-usable': says(
    400,
    '设置有误：{problem}',
    'A setting is wrong: {problem}',
    '全部设置请看：mashang start --help',
    'All settings: mashang start --help',
  ),
  'summary-not-known': says(
    404,
    '没有名为“{name}”的汇总表。',
    'There is no summary called “{name}”.',
    '可以重建的有：{names}。',
    'These can be rebuilt: {names}.',
  ),
}

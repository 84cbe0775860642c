import { fieldSays, says } from './text.ts'

/** Refusals of a city profile: the folder of definitions a server starts with. Alphabetical. */
export const PROFILE_REFUSALS = {
  'file-not-read': fieldSays(
    '文件读不出来：{why}。请检查缩进、引号和冒号。',
    'The file cannot be read: {why}. Check indentation, quotes and colons.',
  ),
  'file-not-there': fieldSays('缺少这个文件。', 'This file is missing.'),
  'item-finding': fieldSays('规则 {rule}：{problem}', 'Rule {rule}: {problem}'),
  'named-twice': fieldSays(
    '编号“{id}”已经在 {other} 中用过，请换一个。',
    'The id “{id}” is already used in {other}; choose another.',
  ),
  'profile-broken': says(
    500,
    '城市定义 {folder} 中有 {count} 处错误。第一处在 {file} 第 {line} 行（{path}）：{problem}',
    'The city profile {folder} has {count} mistakes. The first is in {file}, line {line} ({path}): {problem}',
    '请修改后重新启动；可用 mashang definitions check 查看全部错误。',
    'Mend them and start again; mashang definitions check lists them all.',
  ),
  'profile-item-changed': says(
    500,
    '{file} 改动了已经公布的事项 {code} 第 {version} 版，公布后的版本不能更改。',
    '{file} changes version {version} of {code}, which is published; a published version never changes.',
    '请恢复原来的内容，或者把 version 改为 {next}，作为新版本公布。',
    'Put the file back as it was, or raise its version to {next} to publish it as a new one.',
  ),
  'profile-items-fail-checks': says(
    500,
    '城市定义中的事项有 {count} 处没有通过检查。第一处在 {file}（{path}），规则 {rule}：{problem}',
    'The items of the city profile fail {count} checks. The first is in {file} ({path}), rule {rule}: {problem}',
    '请修改后重新启动；可用 mashang definitions check 查看全部问题。',
    'Mend them and start again; mashang definitions check lists them all.',
  ),
  'profile-not-found': says(
    500,
    '没有找到城市定义文件夹 {folder}。',
    'The folder of the city profile, {folder}, was not found.',
    '请检查设置中的文件夹名称。',
    'Check the folder named in the settings.',
  ),
}

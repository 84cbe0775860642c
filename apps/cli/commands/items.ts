import type { Command } from 'commander'
import { both } from '../outcome.ts'
import type { Tools } from '../tools.ts'
import { checkItems, publishItem } from './items-check.ts'
import { importFiles } from './items-import.ts'
import { writeTemplate } from './items-template.ts'
import { dataOption } from './start.ts'

/** `mashang items`: the catalogue's items, from a file to the published version. */
export function addItems(program: Command, tools: Tools): void {
  const { argument, option, terminal, act } = tools
  const items = tools.command(program, 'items', both('管理事项', 'work on service items'), [])
  const city = () => option('--city <FOLDER>', both('城市定义的文件夹', 'folder of the city profile'))
  const code = both(
    '事项编码；编码@版本 指明版本，不写版本则取最新的',
    'code of an item; CODE@VERSION names a version, otherwise the newest',
  )
  tools
    .command(
      items,
      'import',
      both(
        '导入事项文件为草稿（YAML、JSON、XLSX、CSV 及两种公开数据格式），逐行报告结果；重复导入不会改变任何内容',
        'import files of items as drafts (YAML, JSON, XLSX, CSV and two public shapes), every row accounted for; twice changes nothing',
      ),
      ['mashang items import items.xlsx', 'mashang items import a.yaml b.json --json'],
    )
    .addArgument(argument('<FILE...>', both('事项文件', 'files of items')))
    .addOption(city())
    .addOption(dataOption(tools))
    .action(act((files: readonly string[], options) => importFiles(files, options, terminal)))
  tools
    .command(
      items,
      'check',
      both(
        '按公布前的各项规则检查一个事项，或全部草稿',
        'check one item, or every draft, against the rules of publication',
      ),
      ['mashang items check', 'mashang items check 2102-TY-XK-0001@4'],
    )
    .addArgument(argument('[CODE]', code))
    .addOption(city())
    .addOption(dataOption(tools))
    .action(act((one: string | undefined, options) => checkItems(one, options, terminal)))
  tools
    .command(
      items,
      'publish',
      both('公布一个版本；公布后的版本不能更改', 'publish a version, which never changes from then on'),
      ['mashang items publish 2102-TY-XK-0001', 'mashang items publish 2102-TY-XK-0001@4'],
    )
    .addArgument(argument('<CODE>', code))
    .addOption(city())
    .addOption(dataOption(tools))
    .action(act((one: string, options) => publishItem(one, options, terminal)))
  tools
    .command(
      items,
      'template',
      both('生成可填写、可导入的模板', 'write the template to fill in and import'),
      ['mashang items template items.xlsx', 'mashang items template items.csv --filled'],
    )
    .addArgument(
      argument('<FILE>', both('以 .xlsx 或 .csv 结尾的文件名', 'a name that ends in .xlsx or .csv')),
    )
    .addOption(option('--filled', both('填入城市定义中的事项', 'with the items of the city profile in it')))
    .addOption(city())
    .action(act((file: string, options) => writeTemplate(file, options, terminal)))
}

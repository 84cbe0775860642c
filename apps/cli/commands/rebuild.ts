import { refuse } from '@mashang/kit'
import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { withStore } from '../database.ts'
import { withModules } from '../modules.ts'
import { both, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'
import { dataOption } from './start.ts'

/** `mashang rebuild`: drops summary tables and makes them again from the journal. */
export function addRebuild(program: Command, tools: Tools): void {
  const { argument } = tools
  tools
    .command(
      program,
      'rebuild',
      both(
        '清空汇总表并由日志重新生成；系统可以照常运行',
        'empty the summary tables and make them again from the journal; the server may go on meanwhile',
      ),
      ['mashang rebuild', 'mashang rebuild approvals.application'],
    )
    .addArgument(
      argument('[SUMMARY...]', both('汇总表的名称；不写则全部', 'names of summaries; all if left out')),
    )
    .addOption(dataOption(tools))
    .action(tools.act((names: readonly string[], options: SettingOptions) => run(names, options, tools)))
}

async function run(names: readonly string[], options: SettingOptions, { terminal }: Tools): Promise<Outcome> {
  const settings = readSettings(options)
  const { rebuild } = await import('@mashang/store')
  return withStore(settings, { database: 'ready' }, (store) =>
    withModules(settings, store, async ({ summaries }) => {
      const known = summaries.map(({ name }) => name)
      const unknown = names.find((name) => !known.includes(name))
      if (unknown !== undefined)
        return refuse('summary-not-known', { facts: { name: unknown, names: known } })
      const wanted = summaries.filter(({ name }) => names.length === 0 || names.includes(name))
      const rebuilt = await rebuild(store.db, wanted, ({ summary, done, total }) =>
        terminal.progress.tell(summary, done, total),
      )
      return {
        facts: { rebuilt },
        lines: rebuilt.map(({ summary, cases }) =>
          terminal.text(
            both(`${summary}：由 ${cases} 件重新生成`, `${summary}: made again from ${cases} cases`),
          ),
        ),
      }
    }),
  )
}

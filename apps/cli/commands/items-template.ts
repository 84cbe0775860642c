import { writeFile } from 'node:fs/promises'
import { isRefusal, refuse } from '@mashang/kit'
import { cityFolderOf, type SettingOptions } from '../config.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

export interface TemplateOptions extends Pick<SettingOptions, 'city'> {
  readonly filled?: boolean
}

export async function writeTemplate(
  file: string,
  { filled, city }: TemplateOptions,
  terminal: Terminal,
): Promise<Outcome> {
  const kind = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase()
  if (kind !== 'xlsx' && kind !== 'csv') {
    const problem = both(`“${file}”应以 .xlsx 或 .csv 结尾`, `“${file}” should end in .xlsx or .csv`)
    const facts = { problem, help: 'mashang items template --help' }
    return { refusal: refuse('command-not-understood', { facts }), exit: EXIT.usage }
  }
  const { loadProfile, printTemplate } = await import('@mashang/approvals')
  const profile = filled ? await loadProfile(cityFolderOf(city)) : undefined
  if (isRefusal(profile)) return profile
  const items = profile?.items.map(({ item }) => item) ?? []
  await writeFile(file, await printTemplate(kind, items))
  const said = both(`已写入 ${file}（${items.length} 个事项）`, `Wrote ${file} (${items.length} items)`)
  return { facts: { file, items: items.length }, lines: [terminal.text(said)] }
}

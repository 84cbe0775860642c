import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportReport } from '@mashang/approvals/contract'
import { isRefusal, type Problem, problemOf, refuse } from '@mashang/kit'
import { readSettings, type SettingOptions } from '../config.ts'
import { withStore } from '../database.ts'
import { withModules } from '../modules.ts'
import { both, COMMAND_LINE, EXIT, type Outcome, Stopped } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

type Options = Pick<SettingOptions, 'data' | 'city'>

/** What came of one file: its report, or why nothing of it was taken. */
type Taken = ImportReport | { readonly file: string; readonly problem: Problem }

export async function importFiles(
  files: readonly string[],
  { data, city }: Options,
  terminal: Terminal,
): Promise<Outcome> {
  for (const file of files) await seeReadable(file)
  const settings = readSettings({ data, city })
  return withStore(settings, { database: 'made' }, (store) =>
    withModules(settings, store, async ({ approvals }) => {
      const taken: Taken[] = []
      for (const file of files) {
        const given = { name: basename(file), body: createReadStream(file) }
        const report = await approvals.importItems(given, COMMAND_LINE, ({ done, total }) =>
          terminal.progress.tell(file, done, total),
        )
        taken.push(isRefusal(report) ? { file, problem: problemOf(report, terminal.language) } : report)
      }
      const isWhole = taken.every((one) => 'rows' in one && one.refused.length === 0)
      return {
        facts: { files: taken },
        lines: taken.flatMap((one) => linesOf(one, terminal)),
        exit: isWhole ? EXIT.done : EXIT.refused,
      }
    }),
  )
}

/** All are looked at before the first is taken. */
async function seeReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Stopped(refuse('input-file-not-read', { facts: { file, why } }), EXIT.usage)
  }
}

/** Rows and rules shown for people; `--json` has them all. */
const MOST_SHOWN = 20

function linesOf(taken: Taken, { text, language }: Terminal): string[] {
  if ('problem' in taken) return [`✗ ${taken.file}: ${taken.problem.detail}`]
  const { file, format, rows, imported, unchanged, refused, findings, seconds } = taken
  const head = both(
    `${file}（${format}）：共 ${rows} 行，导入 ${imported}，未变 ${unchanged}，未接受 ${refused.length}；${seconds} 秒`,
    `${file} (${format}): ${rows} rows, ${imported} imported, ${unchanged} unchanged, ${refused.length} refused; ${seconds} s`,
  )
  const more = (count: number) =>
    count > MOST_SHOWN
      ? [
          text(
            both(
              `  …… 另有 ${count - MOST_SHOWN} 条，见 --json`,
              `  … and ${count - MOST_SHOWN} more, see --json`,
            ),
          ),
        ]
      : []
  const ofFinding = both('草稿中需要补齐或修改的，按规则：', 'What the drafts still need, by rule:')
  return [
    text(head),
    ...refused
      .slice(0, MOST_SHOWN)
      .map(
        ({ row, code, name, reason }) =>
          `  ✗ ${text(both(`第 ${row} 行`, `row ${row}`))} ${code} ${name}: ${reason[language] ?? reason.zh}`,
      ),
    ...more(refused.length),
    ...(findings.length > 0 ? [text(ofFinding)] : []),
    ...findings
      .slice(0, MOST_SHOWN)
      .map(
        ({ rule, count, words }) => `  ${String(count).padStart(6)}  ${rule}: ${words[language] ?? words.zh}`,
      ),
    ...more(findings.length),
  ]
}

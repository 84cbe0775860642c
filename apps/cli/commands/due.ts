import { type ClockStop, due, explain, type Period, parsePeriod, periodInWords } from '@mashang/flow'
import { type Calendar, formatDay, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Command } from 'commander'
import { readCalendar } from '../calendar.ts'
import { cityFolderOf } from '../config.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'
import type { Tools } from '../tools.ts'

interface DueOptions {
  readonly stop?: readonly string[]
  readonly extend?: readonly string[]
  readonly city?: string
  readonly explain?: boolean
}

/** `mashang due`: when a period of law ends, and why. */
export function addDue(program: Command, tools: Tools): void {
  const { argument, option } = tools
  const several = (value: string, before: readonly string[] = []) => [...before, value]
  tools
    .command(
      program,
      'due',
      both('计算法定或承诺期限的到期日，并说明理由', 'tell when a period ends, and why'),
      [
        'mashang due 2026-03-02 20wd --explain',
        'mashang due 2026-03-02 20wd --stop 2026-03-09..2026-03-18 --extend 10wd --explain',
      ],
    )
    .addArgument(
      argument(
        '<START>',
        both(
          '起算的日期或时刻，如 2026-03-02（当日不计入）',
          'day or instant of the event (not counted itself)',
        ),
      ),
    )
    .addArgument(
      argument(
        '<PERIOD>',
        both('期限：20wd 为 20 个工作日，20d 为 20 日', '20wd: working days; 20d: calendar days'),
      ),
    )
    .addOption(
      option(
        '--stop <FROM..TO>',
        both(
          '停止计时的时段，可多次；TO 留空为尚未恢复',
          'a clock stop, may be repeated; no TO: still stopped',
        ),
      ).argParser(several),
    )
    .addOption(
      option(
        '--extend <PERIOD>',
        both('经批准延长的期限，可多次', 'an extension, may be repeated'),
      ).argParser(several),
    )
    .addOption(
      option(
        '--city <FOLDER>',
        both('城市定义的文件夹，取其日历', 'folder of the city profile, for its calendar'),
      ),
    )
    .addOption(option('--explain', both('逐条说明理由', 'say why, line by line')))
    .action(
      tools.act((start: string, length: string, options: DueOptions) =>
        tellDue(start, length, options, tools.terminal),
      ),
    )
}

async function tellDue(
  start: string,
  length: string,
  options: DueOptions,
  { language }: Terminal,
): Promise<Outcome> {
  const asked = readAsked(length, options)
  if ('refusal' in asked) return { refusal: asked.refusal, exit: EXIT.usage }
  const calendar = await readCalendar(cityFolderOf(options.city))
  if (isRefusal(calendar)) return calendar
  const { period, extensions, stops } = asked
  const clock = { start, period, calendar, stops, extensions: extensions.map((by) => ({ by })) }
  const result = due({ ...clock, now: nowWithin(calendar) })
  if (isRefusal(result)) return result
  const said = { zh: explain(result.explanation, 'zh'), en: explain(result.explanation, 'en') }
  const sentences = said[language]
  const head = `${formatDay(result.due, language)}  ${periodInWords(period)[language]}`
  // That a day is provisional is told last, and has to be told in any case.
  const doubt = result.provisional ? sentences.slice(-1) : []
  return {
    facts: { ...result, sentences: said },
    lines: options.explain ? [head, ...sentences.map((line) => `  ${line}`)] : [head, ...doubt],
  }
}

interface Asked {
  readonly period: Period
  readonly extensions: readonly Period[]
  readonly stops: readonly ClockStop[]
}

function readAsked(length: string, options: DueOptions): Asked | { readonly refusal: Refusal } {
  const period = parsePeriod(length)
  if (isRefusal(period)) return { refusal: period }
  const extensions: Period[] = []
  for (const text of options.extend ?? []) {
    const by = parsePeriod(text)
    if (isRefusal(by)) return { refusal: by }
    extensions.push(by)
  }
  const stops: ClockStop[] = []
  for (const text of options.stop ?? []) {
    const [from, to, ...more] = text.split('..')
    if (!from || to === undefined || more.length > 0) return { refusal: refuseStop(text) }
    stops.push({ kind: 'stop', from, to: to === '' ? undefined : to })
  }
  return { period, extensions, stops }
}

function refuseStop(text: string): Refusal {
  const problem = both(
    `--stop “${text}”应写成 2026-03-09..2026-03-18`,
    `--stop “${text}” should be written like 2026-03-09..2026-03-18`,
  )
  return refuse('command-not-understood', { facts: { problem, help: 'mashang due --help' } })
}

/** A clock can only be overdue on a day the calendar knows. */
function nowWithin(calendar: Calendar): Date | undefined {
  const now = new Date()
  return calendar.covers(now.toISOString().slice(0, 10)) ? now : undefined
}

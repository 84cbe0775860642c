/** The words around a command: help and complaints about its use, in the reader's language. */
import { type Language, type Refusal, refuse } from '@mashang/kit'
import { type Command, type CommanderError, Help, type Option } from 'commander'
import { both } from './outcome.ts'

/** What commander complains about; `{found}` is what it puts in quotes. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有选项 {found}',
  'commander.unknownCommand': '没有命令 {found}',
  'commander.missingArgument': '缺少参数 {found}',
  'commander.optionMissingArgument': '选项 {found} 后面缺少内容',
  'commander.missingMandatoryOptionValue': '缺少选项 {found}',
  'commander.excessArguments': '{found} 的参数太多',
  'commander.invalidArgument': '内容 {found} 不能使用（{choices}）',
  'commander.conflictingOption': '选项 {found} 不能与另一个选项同时使用',
}

/** A wrong command as a refusal; `help` is the command line that shows its use. */
export function refuseUsage(error: CommanderError, help: string): Refusal {
  const message = error.message.replace(/^error: /, '')
  const [en = ''] = message.split('\n')
  const hint = /\(Did you mean (.+)\?\)/.exec(message)?.[1]
  const choices = /Allowed choices are (.+)\.$/.exec(en)?.[1]
  const quoted = [...en.matchAll(/'([^']*)'/g)].map(([, text]) => text)
  const zh = (COMPLAINTS[error.code] ?? '{found}')
    .replace('{found}', `“${quoted[0] ?? en}”`)
    .replace('{choices}', choices === undefined ? '不符合格式' : `可用：${choices}`)
  const problem = both(
    zh + (hint ? `（是不是要用 ${hint}？）` : ''),
    en.replace(/\.$/, '') + (hint ? ` (did you mean ${hint}?)` : ''),
  )
  return refuse('command-not-understood', { facts: { problem, help } })
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

/** Help in the reader's language, for this command and those made under it. */
export function speakHelp(command: Command, language: Language): Command {
  const isChinese = language === 'zh'
  command.helpOption('-h, --help', isChinese ? '显示用法' : 'show how to use it')
  command.configureHelp({
    visibleOptions: (one) => ownFirst(new Help().visibleOptions(one)),
    styleTitle: (title) => (isChinese ? (TITLES[title] ?? title) : title),
    optionDescription: (option) =>
      withDetails(option.description, option.argChoices, option.defaultValue, language),
    argumentDescription: (argument) =>
      withDetails(argument.description, argument.argChoices, argument.defaultValue, language),
  })
  return command
}

/** Taken by every command, so they stand last. */
const EVERYWHERE: readonly (string | undefined)[] = ['--json', '--lang', '--progress', '--debug', '--help']

function ownFirst(options: readonly Option[]): Option[] {
  const isOwn = ({ long }: Option) => !EVERYWHERE.includes(long ?? undefined)
  return [...options.filter(isOwn), ...options.filter((option) => !isOwn(option))]
}

function withDetails(
  description: string,
  choices: readonly string[] | undefined,
  otherwise: unknown,
  language: Language,
): string {
  const details: string[] = []
  if (choices) details.push(`${language === 'zh' ? '可用：' : 'choices: '}${choices.join(', ')}`)
  if (typeof otherwise === 'string') details.push(`${language === 'zh' ? '默认：' : 'default: '}${otherwise}`)
  if (details.length === 0) return description
  return language === 'zh'
    ? `${description}（${details.join('；')}）`
    : `${description} (${details.join('; ')})`
}

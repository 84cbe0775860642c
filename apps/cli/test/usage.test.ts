import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../program.ts'
import { createTerminal } from '../terminal.ts'
import { createTools } from '../tools.ts'
import { mashang, mashangJson } from './mashang.ts'

const COMMANDS = [
  'start',
  'migrate',
  'user add',
  'items import',
  'items check',
  'items publish',
  'items template',
  'definitions check',
  'code check',
  'due',
  'verify',
  'rebuild',
  'backup',
  'restore',
]

/** The help of every command that does something, by its name. */
function helpsOf(language: 'zh' | 'en'): ReadonlyMap<string, string> {
  const program = createProgram(createTools(createTerminal(['--lang', language])), '0.0.0')
  const helps = new Map<string, string>()
  const visit = (command: Command, name: string) => {
    for (const one of command.commands) visit(one, `${name} ${one.name()}`.trim())
    if (command.commands.length > 0) return
    let text = ''
    command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp()
    helps.set(name, text)
  }
  visit(program, '')
  return helps
}

describe('help', () => {
  it('of the whole is in the language of the locale', async () => {
    const [zh, en] = await Promise.all([
      mashang(['--help']),
      mashang(['--help'], { env: { LANG: 'en_GB.UTF-8' } }),
    ])
    expect([zh.exit, en.exit]).toEqual([0, 0])
    expect(zh.out).toContain('命令：')
    expect(en.out).toContain('Commands:')
    expect(en.out).not.toMatch(/\p{Script=Han}/u)
  })

  it.each(['zh', 'en'] as const)('of every command shows an example and its options (%s)', (language) => {
    const helps = helpsOf(language)
    expect([...helps.keys()].sort()).toEqual([...COMMANDS].sort())
    for (const [name, text] of helps) {
      expect(text, name).toMatch(
        new RegExp(`${language === 'zh' ? '示例：' : 'Examples:'}\\n  .*mashang ${name}`),
      )
      for (const option of ['--json', '--lang', '--progress', '--help']) expect(text, name).toContain(option)
      expect(text.split('\n').slice(2).join(''), name).toMatch(/\p{Script=Han}|[a-z]{3} /u)
    }
  })

  it('of start lists every environment variable', async () => {
    const { out } = await mashang(['start', '--help'])
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'S3_ENDPOINT', 'DRAIN_MS']) expect(out).toContain(name)
  })
})

describe('a wrong command', () => {
  it.each([
    [['bakcup'], '没有命令 “bakcup”（是不是要用 backup？）'],
    [['due', '2026-03-02'], '缺少参数 “PERIOD”'],
    [['due', '2026-03-02', '20wd', '--explian'], '没有选项 “--explian”（是不是要用 --explain？）'],
    [['due', '2026-03-02', '20wd', '30wd'], '参数太多'],
    [['code', 'check', 'passport', 'x'], '可用：uscc'],
    [['user', 'add', 'wang', '--name', '王'], '缺少选项'],
  ])('%j exits with 2 and says how to mend it', async (args, said) => {
    const { exit, out, err } = await mashang(args)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain('--help')
  })

  it('is told in English and as JSON too', async () => {
    expect(await mashang(['bakcup', '--lang=en'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("unknown command 'bakcup' (did you mean backup?)"),
    })
    expect(await mashangJson(['verify'])).toMatchObject({
      exit: 2,
      ok: false,
      problem: { code: 'command-not-understood' },
    })
  })

  it('exits with 2 for a setting that cannot be used', async () => {
    const told = await mashangJson(['migrate'], { env: { DATABASE_URL: 'mysql://localhost/x' } })
    expect(told).toMatchObject({ exit: 2, ok: false, problem: { code: 'setting-not-usable' } })
  })

  it('only names a group: its help is shown, with 2', async () => {
    expect(await mashang(['code'])).toMatchObject({ exit: 2, err: expect.stringContaining('check') })
  })
})

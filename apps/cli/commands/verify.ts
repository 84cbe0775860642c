import { existsSync } from 'node:fs'
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import { type Finding, formatVerifierKey, readVerifierKey, verifyReceipt } from '@mashang/proof'
import type { AuditFault } from '@mashang/store'
import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { findLogKey, withStore } from '../database.ts'
import { readText } from '../files.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'
import { dataOption } from './start.ts'

interface VerifyOptions extends SettingOptions {
  readonly all?: boolean
  readonly key?: string
  readonly checkpoint?: readonly string[]
}

/** `mashang verify`: a receipt, or the whole journal, against the public log. */
export function addVerify(program: Command, tools: Tools): void {
  const { argument, option } = tools
  const several = (value: string, before: readonly string[] = []) => [...before, value]
  tools
    .command(
      program,
      'verify',
      both(
        '离线验证一份回执；--all 逐条核对全部记录与公开日志。发现问题时退出码为 3',
        'verify a receipt offline; --all compares every entry with the public log. Exit code 3: damage was found',
      ),
      [
        'mashang verify receipt.json --key "localhost/log+1a2b3c4d+AQ…"',
        'mashang verify receipt.json --key log.pub --json',
        'mashang verify --all --checkpoint kept-elsewhere.txt',
      ],
    )
    .addArgument(argument('[RECEIPT]', both('回执文件；- 为标准输入', 'file of the receipt; - for stdin')))
    .addOption(option('--all', both('核对全部记录', 'compare every entry')))
    .addOption(
      option(
        '--key <KEY>',
        both(
          '日志公钥或存有它的文件；不写则用数据文件夹中的',
          'key of the log, or a file that holds it; otherwise that of the data folder',
        ),
      ),
    )
    .addOption(
      option(
        '--checkpoint <FILE>',
        both(
          '与 --all 同用：另行保存的检查点，可多次',
          'with --all: a checkpoint kept elsewhere, may be repeated',
        ),
      ).argParser(several),
    )
    .addOption(dataOption(tools))
    .action(
      tools.act(async (receipt: string | undefined, options: VerifyOptions) => {
        if ((receipt === undefined) === (options.all !== true)) return wrongUse()
        return receipt === undefined ? verifyAll(options, tools) : verifyOne(receipt, options, tools)
      }),
    )
}

function wrongUse(): Outcome {
  const problem = both('请给出一份回执，或者用 --all', 'give one receipt, or --all')
  const facts = { problem, help: 'mashang verify --help' }
  return { refusal: refuse('command-not-understood', { facts }), exit: EXIT.usage }
}

async function findKey(options: VerifyOptions): Promise<string | Refusal> {
  const { key } = options
  if (key !== undefined) return (existsSync(key) ? await readText(key) : key).trim()
  const signer = await findLogKey(readSettings(options).dataFolder)
  return isRefusal(signer) ? signer : formatVerifierKey(signer.key)
}

const MARKS = { holds: '✓', fails: '✗', 'not-shown': '·' } as const

async function verifyOne(file: string, options: VerifyOptions, { terminal }: Tools): Promise<Outcome> {
  const text = await readText(file)
  const key = await findKey(options)
  if (isRefusal(key)) return key
  const verified = verifyReceipt(text, key)
  const linesOf = (findings: readonly Finding[]) =>
    findings.map(({ result, words }) => `  ${MARKS[result]} ${terminal.text(words)}`)
  if (isRefusal(verified)) {
    const { findings } = verified.facts as { findings?: readonly Finding[] }
    // What is no receipt proves nothing either way; one that fails has been tampered with.
    if (findings === undefined) return verified
    process.stderr.write(`${linesOf(findings).join('\n')}\n`)
    return { refusal: verified, exit: EXIT.damage }
  }
  const { log, leaf, size, entry } = verified
  const where = both(`${log} 第 ${leaf} 条，共 ${size} 条`, `leaf ${leaf} of ${size} in ${log}`)
  const what =
    entry === undefined
      ? []
      : [`  ${entry.at}  ${entry.stream}  ${entry.kind}  ${entry.caseId}#${entry.revision}`]
  const head = both('回执有效：', 'The receipt is valid: ')
  return {
    facts: { ...verified },
    lines: [terminal.text(head) + terminal.text(where), ...what, ...linesOf(verified.findings)],
  }
}

async function verifyAll(options: VerifyOptions, { terminal }: Tools): Promise<Outcome> {
  const text = await findKey(options)
  if (isRefusal(text)) return text
  const key = readVerifierKey(text)
  if (isRefusal(key)) return key
  const known = await Promise.all((options.checkpoint ?? []).map(readText))
  const { AUDIT_WORDS, auditLog } = await import('@mashang/store')
  return withStore(readSettings(options), { database: 'ready' }, async ({ db }) => {
    const words = both('核对记录', 'comparing entries')
    const onProgress = (done: number, total: number) =>
      terminal.progress.tell(terminal.text(words), done, total)
    const audit = await auditLog({ db, key, known, onProgress })
    const { leaves, checkpoints, pending, faultCount, faults } = audit
    const isWhole = faultCount === 0
    const counts = both(
      `已核对 ${leaves} 条记录、${checkpoints} 个检查点，${pending} 条待记入日志`,
      `${leaves} entries and ${checkpoints} checkpoints compared; ${pending} entries wait for the log`,
    )
    const result = isWhole
      ? both('全部一致。', 'Everything agrees.')
      : both(`发现 ${faultCount} 处问题：`, `${faultCount} faults were found:`)
    return {
      facts: { ...audit },
      lines: [
        terminal.text(counts),
        terminal.text(result),
        ...faults.map((fault) => `  ✗ ${terminal.text(AUDIT_WORDS[fault.kind])} ${placeOf(fault)}`.trimEnd()),
      ],
      exit: isWhole ? EXIT.done : EXIT.damage,
    }
  })
}

function placeOf({ kind: _, ...place }: AuditFault): string {
  return Object.entries(place)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

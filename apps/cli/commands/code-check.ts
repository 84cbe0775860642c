import { CODE_KINDS, type CodeCheck, type CodeKindName, checkCode, isRefusal, problemOf } from '@mashang/kit'
import type { Command } from 'commander'
import { readText } from '../files.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'

/** `mashang code check`: codes of credit, identity, project, deal, licence and region. */
export function addCode(program: Command, tools: Tools): void {
  const { argument } = tools
  const code = tools.command(program, 'code', both('查验编码', 'check codes'), [])
  tools
    .command(
      code,
      'check',
      both(
        '查验编码是否符合标准，指出错在第几位',
        'check codes against their standard, position by position',
      ),
      [
        'mashang code check uscc 91350100M000100Y43',
        'mashang code check project 2111-522323-04-01-342068',
        'mashang code check id-card - < numbers.txt',
      ],
    )
    .addArgument(
      argument(
        '<KIND>',
        both(
          'uscc 统一社会信用代码，organisation 组织机构代码，id-card 身份证号码，project 投资项目代码，deal 统一交易标识码，licence 电子证照标识，region 行政区划代码',
          'uscc credit code, organisation, id-card, project, deal, licence, region',
        ),
        CODE_KINDS,
      ),
    )
    .addArgument(
      argument(
        '<CODE...>',
        both('编码，可多个；- 从标准输入逐行读', 'one or more; - reads them from stdin, one a line'),
      ),
    )
    .action(
      tools.act(async (kind: CodeKindName, given: readonly string[]): Promise<Outcome> => {
        const now = new Date()
        const codes = (
          await Promise.all(given.map((text) => (text === '-' ? linesOfInput() : [text])))
        ).flat()
        const checks = codes.map((text) => ({ text, check: checkCode(kind, text, { now }) }))
        const [only] = checks
        if (only && checks.length === 1 && isRefusal(only.check)) return only.check
        return {
          facts:
            checks.length === 1 && only
              ? factsOf(only, tools)
              : { codes: checks.map((one) => factsOf(one, tools)) },
          lines: checks.flatMap((one) => linesOf(one, tools)),
          exit: checks.some(({ check }) => isRefusal(check)) ? EXIT.refused : EXIT.done,
        }
      }),
    )
}

interface Checked {
  readonly text: string
  readonly check: CodeCheck<object>
}

async function linesOfInput(): Promise<string[]> {
  const lines = (await readText('-')).split(/\r?\n/)
  return lines.filter((line) => line.trim() !== '')
}

function factsOf({ text, check }: Checked, { terminal }: Tools): Readonly<Record<string, unknown>> {
  if (isRefusal(check)) return { given: text, valid: false, problem: problemOf(check, terminal.language) }
  return { given: text, valid: true, code: check.code, parts: check.parts }
}

function linesOf({ text, check }: Checked, { terminal }: Tools): string[] {
  if (isRefusal(check)) return [`✗ ${text}  ${problemOf(check, terminal.language).detail}`]
  const parts = Object.entries(check.parts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
  return [`✓ ${check.code}  ${terminal.text(both('有效', 'valid'))}  ${parts.join(' ')}`.trimEnd()]
}

import { randomInt } from 'node:crypto'
import { identityEndpoints } from '@mashang/identity/contract'
import { isRefusal, STAFF_ROLES, validatorOf } from '@mashang/kit'
import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { withStore } from '../database.ts'
import { readText } from '../files.ts'
import { withModules } from '../modules.ts'
import { both, COMMAND_LINE, EXIT, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'
import { dataOption } from './start.ts'

interface UserOptions extends Pick<SettingOptions, 'data' | 'city'> {
  readonly name: string
  readonly organ: string
  readonly role: readonly string[]
  readonly passwordStdin?: boolean
}

/** `mashang user add`: a member of staff, above all the first administrator. */
export function addUser(program: Command, tools: Tools): void {
  const { argument, option } = tools
  const user = tools.command(program, 'user', both('管理工作人员账号', 'manage accounts of staff'), [])
  tools
    .command(
      user,
      'add',
      both('添加工作人员（如第一位管理员）', 'add a member of staff, such as the first administrator'),
      [
        'mashang user add admin --name 王小海 --organ administrative-approval-bureau --role administrator',
        'mashang user add wang --name 王小海 --organ market-regulation --role window-clerk inspector --password-stdin < password.txt',
      ],
    )
    .addArgument(argument('<ACCOUNT>', both('账号，小写字母开头', 'account name, lower case')))
    .addOption(option('--name <NAME>', both('姓名', 'name')).makeOptionMandatory())
    .addOption(option('--organ <ORGAN>', both('部门代码', 'code of the organ')).makeOptionMandatory())
    .addOption(
      option(
        '--role <ROLE...>',
        both('角色，可多个', 'roles, one or more'),
        STAFF_ROLES,
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        '--password-stdin',
        both(
          '从标准输入读密码；不用则生成一个并显示一次',
          'read the password from stdin; otherwise one is made and shown once',
        ),
      ),
    )
    .addOption(option('--city <FOLDER>', both('城市定义的文件夹', 'folder of the city profile')))
    .addOption(dataOption(tools))
    .action(tools.act((account: string, options: UserOptions) => run(account, options, tools)))
}

const check = validatorOf(identityEndpoints.addStaff.input)

async function run(account: string, options: UserOptions, { terminal }: Tools): Promise<Outcome> {
  const { name, organ, role, passwordStdin, data, city } = options
  const given = passwordStdin ? (await readText('-')).replace(/\r?\n$/, '') : undefined
  const password = given ?? newPassword()
  const checked = check({ account, name, organ, roles: [...new Set(role)], password })
  if (isRefusal(checked)) return { refusal: checked, exit: EXIT.usage }
  const settings = readSettings({ data, city })
  return withStore(settings, { database: 'made' }, (store) =>
    withModules(settings, store, async ({ identity }) => {
      const added = await identity.addStaff(checked.value, COMMAND_LINE)
      if (isRefusal(added)) return added
      const said = both(`已添加 ${account}（${name}）。`, `Added ${account} (${name}).`)
      const shown = both(`密码（只显示这一次）：${password}`, `Password, shown only now: ${password}`)
      return {
        facts: { staff: added, ...(given === undefined ? { password } : {}) },
        lines: [terminal.text(said), ...(given === undefined ? [terminal.text(shown)] : [])],
      }
    }),
  )
}

/** Letters and digits that are not taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 16 of 55 characters: 92 bits. Digits are asked of every password, so one stands at the end. */
function newPassword(): string {
  const letters = Array.from({ length: 16 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  return `${letters.join('')}${randomInt(2, 10)}`
}

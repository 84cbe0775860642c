import { SETTINGS } from '@mashang/server/settings'
import type { Command } from 'commander'
import { readSettings, type SettingOptions } from '../config.ts'
import { both, EXIT, type Outcome } from '../outcome.ts'
import type { Tools } from '../tools.ts'

/** `mashang start`: the server, until it is told to stop. */
export function addStart(program: Command, tools: Tools): void {
  const { option, terminal } = tools
  const help = SETTINGS.map(({ name, means, otherwise }) => {
    const instead = typeof otherwise === 'string' ? otherwise : terminal.text(otherwise)
    return `  ${name.padEnd(22)} ${terminal.text(means)} [${instead}]`
  })
  const title = terminal.text(both('环境变量（方括号中为默认值）：', 'Environment variables [default]:'))
  tools
    .command(
      program,
      'start',
      both(
        '启动系统：网站、工作台、接口和后台任务；Ctrl+C 停止',
        'start the site, the desk, the API and the jobs; Ctrl+C stops',
      ),
      ['mashang start --port 8080 --data /var/lib/mashang', 'mashang start --role worker'],
    )
    .addOption(
      option('--port <PORT>', both('监听端口；0 为任一空闲端口', 'port to listen on; 0 takes a free one')),
    )
    .addOption(dataOption(tools))
    .addOption(option('--city <FOLDER>', both('城市定义的文件夹', 'folder of the city profile')))
    .addOption(
      option(
        '--role <ROLE>',
        both('all 全部，web 只应答请求，worker 只做后台任务', 'all, web (answers requests) or worker (jobs)'),
      ),
    )
    .addOption(
      option(
        '--demo',
        both('演示：验证码公开显示在 /demo/messages', 'one-time codes are shown in public on /demo/messages'),
      ),
    )
    .addHelpText('after', `\n${title}\n${help.join('\n')}`)
    .action(tools.act((options: SettingOptions) => start(options, tools)))
}

/** The option every command has that works on a database. */
export function dataOption({ option }: Tools) {
  return option(
    '--data <FOLDER>',
    both('数据文件夹（数据库、文件、密钥）', 'folder of the database, files and keys'),
  )
}

async function start(options: SettingOptions, { terminal }: Tools): Promise<Outcome> {
  const settings = readSettings(options)
  const { startServer } = await import('@mashang/server')
  const server = await startServer(settings)
  const where = server.url ?? settings.role
  // Logs go to stdout, a line of JSON each; this one is for people.
  process.stderr.write(`${terminal.text(both(`马上办已启动：${where}`, `Mashang is up: ${where}`))}\n`)
  await stopAsked()
  await server.stop()
  const { url } = server
  return { facts: { url, role: settings.role }, lines: [], exit: EXIT.done }
}

/** Resolves once; whoever asks twice wants the prompt back at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isAsked) process.exit(130)
        isAsked = true
        resolve()
      })
    }
  })
}

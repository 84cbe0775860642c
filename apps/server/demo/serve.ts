import { createLog, loadLogKey } from '@mashang/store'
import type { City } from '../city.ts'
import type { Config } from '../config.ts'
import { createLogger } from '../logger.ts'
import { createModules } from '../modules.ts'
import { type RunningServer, startServer } from '../start.ts'
import { DEMO_PASSWORD, DEMO_STAFF } from './people.ts'
import { seedDemo } from './seed.ts'

export { readAhead } from '../start.ts'

/** Serves the demo city, filled on its first start. */
export async function serveDemo(config: Config, reading: Promise<City>): Promise<RunningServer> {
  const log = createLogger(config.logLevel)
  const server = await startServer(config, { log, reading })
  const key = await loadLogKey({ folder: config.dataFolder, origin: config.logOrigin })
  let at = new Date()
  const clock = {
    now: () => at,
    set: (instant: Date) => {
      at = instant
    },
  }
  const publicLog = createLog({ db: server.store.db, key, log })
  const { store, city } = server
  const modules = await createModules({ config, store, city, publicLog, log, clock })
  await seedDemo({ modules, clock, documents: modules.documents, now: new Date() })
  await modules.close()
  tell(config.publicUrl)
  return server
}

function tell(url: string): void {
  const accounts = DEMO_STAFF.map(
    ({ account, name, roles }) => `    ${account.padEnd(10)} ${name}  ${roles.join(', ')}`,
  )
  process.stdout.write(
    [
      '',
      '马上办 演示城市已经启动，人物和办件均为虚构。The demo city is up; its people and cases are invented.',
      '',
      `  市民网站 Public site   ${url}/`,
      `  工作台   Desk          ${url}/desk/`,
      `  演示短信 Demo messages ${url}/demo/messages`,
      `  接口文档 API           ${url}/openapi`,
      '',
      `  市民 Citizen: 手机 13800000001，密码 / password ${DEMO_PASSWORD}`,
      `  工作人员 Staff, password ${DEMO_PASSWORD}:`,
      ...accounts,
      '',
      '  按 Ctrl+C 停止。Press Ctrl+C to stop.',
      '',
    ].join('\n'),
  )
}

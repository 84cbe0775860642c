/**
 * (j) The year's figures over 1,000,000 cases: by organ, by item, by month, the board and the public figures, as the
 * supervisor asks for them through the module's handlers in this process. Cases and their days are written directly.
 */
import { rm } from 'node:fs/promises'
import { insightEndpoints } from '@mashang/insight/contract'
import { isRefusal, type Who } from '@mashang/kit'
import { createLog, loadLogKey, openStore } from '@mashang/store'
import { readConfig } from '../apps/server/config.ts'
import { createDoor } from '../apps/server/door.ts'
import { createLogger } from '../apps/server/logger.ts'
import { createModules, MIGRATIONS } from '../apps/server/modules.ts'
import { freshFolder } from './parts/city.ts'
import { fillFigures } from './parts/many-figures.ts'

const CASES = Number(process.argv[2] ?? 1_000_000)
const TIMES = Number(process.argv[3] ?? 20)

const folder = await freshFolder()
const config = readConfig({ DATA: folder, DEMO: 'true' })
const store = await openStore({ dataFolder: folder, migrations: MIGRATIONS, poolSize: 20 })
const key = await loadLogKey({ folder, origin: 'bench/log' })
const publicLog = createLog({ db: store.db, key })
const modules = await createModules({ config, store, publicLog, log: createLogger('silent') })
const door = createDoor(modules.mounts)

const who: Who = {
  kind: 'staff',
  id: crypto.randomUUID(),
  name: 'supervisor',
  organ: 'data-bureau',
  roles: ['supervisor'],
  session: 'bench',
}
const desk = door.clientOf(insightEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})

const year = String(new Date().getFullYear())
const span = { from: `${year}-01-01`, to: `${year}-12-31` }
const organ = modules.profile.items[0]?.item.organ ?? ''
const ASKED = {
  'by organ': () => desk.getFigures({ query: { ...span, by: 'organ' } }),
  'by item': () => desk.getFigures({ query: { ...span, by: 'item' } }),
  'by month': () => desk.getFigures({ query: { ...span, by: 'month' } }),
  board: () => desk.getBoard({ query: {} }),
  public: () => desk.getPublicFigures({}),
  'cases of a number': () => desk.listFigureCases({ query: { ...span, figure: 'late' } }),
  'cases of a rate': () => desk.listFigureCases({ query: { ...span, figure: 'decided' } }),
  'time by step': () => desk.getStepTimes({ query: span }),
  'passes through a step': () =>
    desk.listFigureCases({
      query: { ...span, figure: 'passes', organ, step: '环节1', role: 'handling-officer' },
    }),
}

try {
  const made = await fillFigures(
    store.db,
    modules.profile.items.map(({ item }) => item),
    CASES,
    modules.insight.summaries.flatMap((summary) => summary.finish?.() ?? []),
  )
  const told: string[] = []
  for (const [name, ask] of Object.entries(ASKED)) {
    const times: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const begun = performance.now()
      const answer = await ask()
      times.push(performance.now() - begun)
      if (isRefusal(answer)) throw new Error(answer.code)
    }
    times.sort((one, other) => one - other)
    told.push(`${name} ${times[Math.floor(TIMES / 2)]?.toFixed(0)} (most ${times.at(-1)?.toFixed(0)})`)
  }
  console.log(
    `figures: ms at the middle over ${CASES.toLocaleString('en')} cases of ${year}, ` +
      `${made.days.toLocaleString('en')} lines of days: ${told.join(', ')}; ` +
      `days made again from the cases in ${(made.rebuilt / 1000).toFixed(1)} s`,
  )
} finally {
  await modules.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
}

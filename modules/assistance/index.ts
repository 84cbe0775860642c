import { type Handlers, isRefusal, type Refusal } from '@mashang/kit'
import type { Migrations, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { assistantCommands } from './commands/assistant-commands.ts'
import { principalCommands } from './commands/principal-commands.ts'
import type { assistanceEndpoints } from './contract/index.ts'
import type { Inside } from './inside.ts'
import { viewOf } from './queries/help-view.ts'
import { lists } from './queries/lists.ts'
import { printMandate } from './queries/print-mandate.ts'
import { anAgentActsOnlyWithinTheMandate } from './rules/mandate.ts'
import { assistanceSummaries, findCase, getCaseFor } from './store/cases.ts'
import type { AssistanceTables } from './store/tables.ts'

/** Where the module's SQL stands. */
export const assistanceMigrations: Migrations = {
  module: 'assistance',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface AssistanceNeeds extends Omit<Inside, 'db'> {
  readonly db: Kysely<unknown>
}

/** Who acts for whom, with what. */
interface Agency {
  readonly agent: string
  readonly principal: string
  readonly item: string
}

export interface Assistance {
  readonly handlers: Handlers<typeof assistanceEndpoints>
  readonly summaries: readonly Summary[]
  /** The mandate under which an agent acts in a principal's name with an item now, or why there is none. */
  checkMandate(agency: Agency): Promise<{ readonly number: string } | Refusal>
}

/** Help with items and cases, and full agency under a mandate. */
export function createAssistance(needs: AssistanceNeeds): Assistance {
  const inside: Inside = {
    ...needs,
    db: (needs.db as Kysely<AssistanceTables>).withSchema('assistance'),
  }
  const getHelp: Handlers<typeof assistanceEndpoints>['getHelp'] = async ({ who, params, language }) => {
    const found = await getCaseFor(inside, params.id, who)
    return isRefusal(found) ? found : viewOf(inside, found, who, language)
  }
  return {
    handlers: {
      ...lists(inside),
      ...principalCommands(inside),
      ...assistantCommands(inside),
      getMyHelp: getHelp,
      getHelp,
      printMandate: printMandate(inside),
    },
    summaries: assistanceSummaries(inside),
    checkMandate: (agency) => checkMandate(inside, agency),
  }
}

/** Any one that holds will do; of those that do not, the newest says why. */
async function checkMandate(inside: Inside, { agent, principal, item }: Agency) {
  const rows = await inside.db
    .selectFrom('help')
    .select('id')
    .where('assistant_id', '=', agent)
    .where('person_id', '=', principal)
    .where('item_code', '=', item)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const act = { agent, item, now: inside.clock.now() }
  let why: Refusal | undefined
  for (const { id } of rows) {
    const help = (await findCase(inside, id))?.help
    const outside = anAgentActsOnlyWithinTheMandate(help, act)
    if (help && !outside) return { number: help.number }
    why ??= outside
  }
  return why ?? (anAgentActsOnlyWithinTheMandate(undefined, act) as Refusal)
}

import type { Organ } from '@mashang/flow'
import { type Handlers, isRefusal } from '@mashang/kit'
import type { Journal, Migrations, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { faqCommands } from './commands/faq-commands.ts'
import { getQuestionFor, questionCommands } from './commands/question-commands.ts'
import type { knowledgeEndpoints } from './contract/index.ts'
import type { Inside } from './inside.ts'
import { findAnswers } from './queries/answers.ts'
import { lists } from './queries/lists.ts'
import { viewOf } from './queries/question-view.ts'
import { knowledgeSummaries } from './store/summaries.ts'
import type { KnowledgeTables } from './store/tables.ts'

/** Where the module's SQL stands. */
export const knowledgeMigrations: Migrations = {
  module: 'knowledge',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface KnowledgeNeeds extends Omit<Inside, 'db' | 'organs'> {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly organs: readonly Organ[]
}

export interface Knowledge {
  readonly handlers: Handlers<typeof knowledgeEndpoints>
  readonly summaries: readonly Summary[]
}

/** Questions about items, their answers in time, and what is often asked. */
export function createKnowledge(needs: KnowledgeNeeds): Knowledge {
  const inside: Inside = {
    ...needs,
    db: (needs.db as Kysely<KnowledgeTables>).withSchema('knowledge'),
    organs: new Map(needs.organs.map((organ) => [organ.id, organ])),
  }
  const getQuestion: Handlers<typeof knowledgeEndpoints>['getQuestion'] = async ({
    who,
    params,
    language,
  }) => {
    const found = await getQuestionFor(inside, params.id, who)
    return isRefusal(found) ? found : viewOf(inside, found, who, language)
  }
  return {
    handlers: {
      findAnswers: findAnswers(inside),
      ...lists(inside),
      ...questionCommands(inside),
      ...faqCommands(inside),
      getMyQuestion: getQuestion,
      getQuestion,
    },
    summaries: knowledgeSummaries(inside),
  }
}

/** Lists of questions and of questions often asked, from summary rows alone. */
import { remainingWorkingDays } from '@mashang/flow'
import { type Handlers, legalDayOf, type Who } from '@mashang/kit'
import { type Selectable, sql } from 'kysely'
import type { knowledgeEndpoints, QuestionRow } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { faqStream } from '../store/streams.ts'
import type { QuestionTable } from '../store/tables.ts'
import { faqViewOf } from './faq-view.ts'

type Lists = Pick<Handlers<typeof knowledgeEndpoints>, 'listMyQuestions' | 'listQuestions' | 'listFaqs'>

const MOST = 200

export function lists(inside: Inside): Lists {
  return {
    listMyQuestions: async ({ who }) => {
      const rows = await inside.db
        .selectFrom('question')
        .selectAll()
        .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
        .orderBy('id', 'desc')
        .limit(MOST)
        .execute()
      return { questions: await rowsOf(inside, rows) }
    },
    listQuestions: async ({ who, query }) => {
      const { view = 'waiting' } = query
      const today = legalDayOf(inside.clock.now())
      let found = questionsFor(inside, who).selectAll()
      if (view === 'waiting' || view === 'answered') found = found.where('status', '=', view)
      if (view === 'overdue') found = found.where('status', '=', 'waiting').where('due', '<', today)
      const rows = await (view === 'answered'
        ? found.orderBy('id', 'desc')
        : found.orderBy('status', 'desc').orderBy('due').orderBy('id')
      )
        .limit(MOST)
        .execute()
      return {
        questions: await rowsOf(inside, rows),
        counts: await countsOf(inside, who, today),
        organs: [...inside.organs.values()].map(({ id, name, short }) => ({ id, name, short })),
      }
    },
    listFaqs: async ({ who, query }) => {
      let found = inside.db.selectFrom('faq').select('id')
      if (query.status) found = found.where('status', '=', query.status)
      // faq-of-own-organ: an editor reads all, an officer what his organ proposed.
      if (who.kind === 'staff' && !who.roles.includes('catalogue-editor'))
        found = found.where('organ', '=', who.organ)
      const rows = await found.orderBy('id', 'desc').limit(MOST).execute()
      const stream = faqStream(inside)
      const faqs = await Promise.all(rows.map(({ id }) => stream.find(id)))
      return {
        faqs: await Promise.all(faqs.flatMap((faq) => (faq ? [faqViewOf(inside, faq, who)] : []))),
      }
    },
  }
}

/** question-of-own-organ: an office what lies with it, supervision all. */
function questionsFor({ db }: Inside, who: Who) {
  const all = db.selectFrom('question')
  if (who.kind !== 'staff') return all.where(sql<boolean>`false`)
  return who.roles.includes('supervisor') ? all : all.where('organ', '=', who.organ)
}

async function countsOf(inside: Inside, who: Who, today: string) {
  const row = await questionsFor(inside, who)
    .select([
      sql<string>`count(*) filter (where status = 'waiting')`.as('waiting'),
      sql<string>`count(*) filter (where status = 'waiting' and due < ${today})`.as('overdue'),
      sql<string>`count(*) filter (where status = 'answered')`.as('answered'),
      sql<string>`count(*) filter (where status = 'answered' and not late)`.as('inTime'),
      sql<string>`count(*) filter (where helped)`.as('helped'),
      sql<string>`count(*) filter (where not helped)`.as('notHelped'),
    ])
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(row.waiting),
    overdue: Number(row.overdue),
    answered: Number(row.answered),
    inTime: Number(row.inTime),
    helped: Number(row.helped),
    notHelped: Number(row.notHelped),
  }
}

function rowsOf(inside: Inside, rows: readonly Selectable<QuestionTable>[]): Promise<QuestionRow[]> {
  const now = inside.clock.now()
  const today = legalDayOf(now)
  return Promise.all(
    rows.map(async (row) => {
      const item = await inside.findItem(row.item_code)
      const waits = row.status === 'waiting'
      return {
        id: row.id,
        item: { code: row.item_code, name: item?.name ?? { zh: row.item_code } },
        organ: getOrgan(inside, row.organ),
        text: row.text,
        status: row.status,
        askedAt: row.asked_at.toISOString(),
        ...(waits ? { due: row.due, remaining: remainingWorkingDays(now, row.due, inside.calendar) } : {}),
        overdue: waits && row.due < today,
        ...(row.answered_at ? { answeredAt: row.answered_at.toISOString() } : {}),
        ...(row.helped === null ? {} : { helped: row.helped }),
      }
    }),
  )
}

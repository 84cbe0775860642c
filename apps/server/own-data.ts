import type { Approvals } from '@mashang/approvals'
import type { Assistance } from '@mashang/assistance'
import type { Bundles } from '@mashang/bundles'
import type { Fees } from '@mashang/fees'
import type { Hall } from '@mashang/hall'
import type { IdentityNeeds } from '@mashang/identity'
import { isRefusal, type Language, type Refusal, type Who } from '@mashang/kit'
import type { Knowledge } from '@mashang/knowledge'
import type { Projects } from '@mashang/projects'

type Asked = Required<Pick<IdentityNeeds, 'casesOf' | 'dataOf'>>

interface Keepers {
  readonly approvals: Approvals
  readonly projects: Projects
  readonly hall: Hall
  readonly bundles: Bundles
  readonly knowledge: Knowledge
  readonly assistance: Assistance
  readonly fees: Fees
}

/** What identity asks of the modules that keep cases: those of a person, and what they hold of the one who asks. */
export function ownData(modules: () => Keepers): Asked {
  return {
    casesOf: (personId) => casesOf(modules(), personId),
    dataOf: (who, language) => dataOf(modules(), who, language),
  }
}

/** Whatever a member of staff may have looked at. */
async function casesOf(modules: Keepers, personId: string): ReturnType<Asked['casesOf']> {
  const request = requestOf({ kind: 'citizen', id: personId, name: '', session: '' }, 'zh')
  const { approvals, projects, bundles, knowledge, assistance } = modules
  const [applications, licences, registered, together, questions, helped] = await Promise.all([
    listed(approvals.handlers.listMyApplications(request), ({ applications }) => applications),
    listed(approvals.handlers.listMyLicences(request), ({ licences }) => licences),
    listed(projects.handlers.listMyProjects(request), ({ projects }) => projects),
    listed(bundles.handlers.listMyBundles(request), ({ bundles }) => bundles),
    listed(knowledge.handlers.listMyQuestions(request), ({ questions }) => questions),
    listed(assistance.handlers.listMyHelp({ ...request, query: {} }), ({ requests }) => requests),
  ])
  return [
    ...applications.map(({ id, number, item }) => ({
      ...{ id, number, title: both(item.name) },
      href: `/my/applications/${id}`,
    })),
    ...licences.map(({ id, number, title }) => ({ id, number, title: both({ zh: title }) })),
    ...registered.map(({ id, code, name }) => ({
      ...{ id, number: code ?? '', title: both({ zh: name }) },
      href: `/projects/${id}`,
    })),
    ...together.map(({ id, name }) => ({
      ...{ id, number: '', title: both(name) },
      href: `/my/bundles/${id}`,
    })),
    ...questions.map(({ id, item }) => ({
      ...{ id, number: '', title: both(item.name) },
      href: `/my/questions/${id}`,
    })),
    ...helped.map(({ id, number, item }) => ({
      ...{ id, number, title: both(item.name) },
      href: `/my/help/${id}`,
    })),
  ]
}

/** Whatever is held of a person, as his own pages show it. */
async function dataOf(modules: Keepers, who: Who, language: Language): ReturnType<Asked['dataOf']> {
  const { approvals, projects, hall, bundles, knowledge, assistance, fees } = modules
  const request = requestOf(who, language)
  const [mine, asked, helped, charged] = await Promise.all([
    listed(approvals.handlers.listMyApplications(request), ({ applications }) => applications),
    listed(knowledge.handlers.listMyQuestions(request), ({ questions }) => questions),
    listed(assistance.handlers.listMyHelp({ ...request, query: {} }), ({ requests }) => requests),
    listed(fees.handlers.listMyCharges(request), ({ charges }) => charges),
  ])
  const [drafts, licences, registered, ratings, together] = await Promise.all([
    listed(approvals.handlers.listDrafts(request), ({ drafts }) => drafts),
    listed(approvals.handlers.listMyLicences(request), ({ licences }) => licences),
    listed(projects.handlers.listMyProjects(request), ({ projects }) => projects),
    listed(hall.handlers.listMyRatings({ ...request, query: {} }), ({ ratings }) => ratings),
    listed(bundles.handlers.listMyBundles(request), ({ bundles }) => bundles),
  ])
  const { getApplication } = approvals.handlers
  const { getMyQuestion } = knowledge.handlers
  const { getMyHelp } = assistance.handlers
  const { getMyFees } = fees.handlers
  const at = (id: string) => ({ ...request, params: { id } })
  return {
    applications: await whole(mine, ({ id }) => getApplication(at(id))),
    drafts,
    licences,
    projects: registered,
    ratings,
    bundles: together,
    questions: await whole(asked, ({ id }) => getMyQuestion(at(id))),
    help: await whole(helped, ({ id }) => getMyHelp(at(id))),
    fees: await whole(charged, ({ caseId }) => getMyFees(at(caseId))),
  }
}

/** The lines of a list; none where it is refused. */
async function listed<Answer, Line>(
  asked: Promise<Answer | Refusal>,
  linesOf: (answer: Answer) => readonly Line[],
): Promise<readonly Line[]> {
  const answer = await asked
  return isRefusal(answer) ? [] : linesOf(answer)
}

/** Each line as its own page shows it, one after the other. */
async function whole<Line, View>(
  lines: readonly Line[],
  read: (line: Line) => Promise<View | Refusal>,
): Promise<readonly View[]> {
  const views: View[] = []
  for (const line of lines) {
    const view = await read(line)
    if (!isRefusal(view)) views.push(view)
  }
  return views
}

function requestOf(who: Who, language: Language) {
  return { who, language, key: '', params: undefined, query: undefined, input: undefined }
}

function both({ zh, en = zh }: { readonly zh: string; readonly en?: string }) {
  return { zh, en }
}

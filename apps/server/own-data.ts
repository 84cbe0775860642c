import type { Approvals } from '@mashang/approvals'
import type { Bundles } from '@mashang/bundles'
import type { Hall } from '@mashang/hall'
import type { IdentityNeeds } from '@mashang/identity'
import { isRefusal, type Language, type Who } from '@mashang/kit'
import type { Projects } from '@mashang/projects'

type Asked = Required<Pick<IdentityNeeds, 'casesOf' | 'dataOf'>>

/** What identity asks of the modules that keep cases: those of a person, and what they hold of the one who asks. */
export function ownData(
  modules: () => {
    readonly approvals: Approvals
    readonly projects: Projects
    readonly hall: Hall
    readonly bundles: Bundles
  },
): Asked {
  return {
    async casesOf(personId) {
      const request = requestOf({ kind: 'citizen', id: personId, name: '', session: '' }, 'zh')
      const { approvals, projects, bundles } = modules()
      const [mine, held, own, together] = await Promise.all([
        approvals.handlers.listMyApplications(request),
        approvals.handlers.listMyLicences(request),
        projects.handlers.listMyProjects(request),
        bundles.handlers.listMyBundles(request),
      ])
      const applications = isRefusal(mine) ? [] : mine.applications
      const licences = isRefusal(held) ? [] : held.licences
      const registered = isRefusal(own) ? [] : own.projects
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
        ...(isRefusal(together) ? [] : together.bundles).map(({ id, name }) => ({
          ...{ id, number: '', title: both(name) },
          href: `/my/bundles/${id}`,
        })),
      ]
    },
    async dataOf(who, language) {
      const { approvals, projects, hall, bundles } = modules()
      const request = requestOf(who, language)
      const mine = await approvals.handlers.listMyApplications(request)
      const applications = []
      for (const { id } of isRefusal(mine) ? [] : mine.applications) {
        const view = await approvals.handlers.getApplication({ ...request, params: { id } })
        if (!isRefusal(view)) applications.push(view)
      }
      const [drafts, held, own, rated, together] = await Promise.all([
        approvals.handlers.listDrafts(request),
        approvals.handlers.listMyLicences(request),
        projects.handlers.listMyProjects(request),
        hall.handlers.listMyRatings({ ...request, query: {} }),
        bundles.handlers.listMyBundles(request),
      ])
      return {
        applications,
        drafts: isRefusal(drafts) ? [] : drafts.drafts,
        licences: isRefusal(held) ? [] : held.licences,
        projects: isRefusal(own) ? [] : own.projects,
        ratings: isRefusal(rated) ? [] : rated.ratings,
        bundles: isRefusal(together) ? [] : together.bundles,
      }
    },
  }
}

function requestOf(who: Who, language: Language) {
  return { who, language, key: '', params: undefined, query: undefined, input: undefined }
}

function both({ zh, en = zh }: { readonly zh: string; readonly en?: string }) {
  return { zh, en }
}

import type { Words } from '@mashang/kit'
import type { ProjectEntries, ProjectView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Case } from '../store/cases.ts'

type Kind = keyof ProjectEntries

const TITLES: Readonly<Record<Kind, Words>> = {
  registered: { zh: '登记项目', en: 'Project registered' },
  'code-given': { zh: '赋码', en: 'Code given' },
  'stage-opened': { zh: '进入审批阶段', en: 'Stage begun' },
  'application-joined': { zh: '提交申请', en: 'Application submitted' },
  'application-concluded': { zh: '申请办结', en: 'Application concluded' },
  withdrawn: { zh: '撤销登记', en: 'Project taken back' },
}

/** The journal of a project in words, newest first. */
export function journalOf(inside: Inside, { entries }: Case): ProjectView['journal'] {
  return entries
    .map((entry) => ({
      at: entry.at,
      by: entry.actor.kind === 'system' ? '' : entry.actor.name,
      title: TITLES[entry.kind as Kind],
      detail: detailOf(inside, entry.kind as Kind, entry.content),
    }))
    .reverse()
}

function detailOf(inside: Inside, kind: Kind, content: unknown): string | undefined {
  switch (kind) {
    case 'code-given':
      return (content as ProjectEntries['code-given']).code
    case 'stage-opened': {
      const { stage } = content as ProjectEntries['stage-opened']
      return inside.stages.stages.find(({ id }) => id === stage)?.name.zh
    }
    case 'application-joined':
      return (content as ProjectEntries['application-joined']).number
    case 'withdrawn':
      return (content as ProjectEntries['withdrawn']).reason
    default:
      return undefined
  }
}

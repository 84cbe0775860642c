import type { Text } from '@mashang/flow'
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
  'application-resumed': { zh: '申请恢复办理', en: 'Application goes on' },
  withdrawn: { zh: '撤销登记', en: 'Project taken back' },
  'guidance-requested': { zh: '申请前期辅导', en: 'Guidance asked for' },
  'assistant-assigned': { zh: '指定辅导专员', en: 'Assistant named' },
  'guidance-listed': { zh: '出具审批事项清单', en: 'List of everything needed given' },
  'material-named-later': { zh: '登记清单外材料', en: 'Material named that the list left out' },
  'meeting-called': { zh: '召集会议', en: 'Meeting called' },
  'meeting-answered': { zh: '答复会议邀请', en: 'Invitation answered' },
  'meeting-cancelled': { zh: '取消会议', en: 'Meeting called off' },
  'minutes-written': { zh: '写会议纪要', en: 'Minutes written' },
  'minutes-signed': { zh: '签署会议纪要', en: 'Minutes signed' },
  'point-done': { zh: '办结会议事项', en: 'Point of the minutes done' },
  'drawings-given': { zh: '图纸送审', en: 'Drawings given for review' },
  'drawings-reviewed': { zh: '部门提出审图意见', en: 'An office answered on the drawings' },
  'drawings-passed': { zh: '联合审图通过', en: 'Drawings passed by all offices' },
  'acceptance-requested': { zh: '申请联合验收', en: 'Joint acceptance asked for' },
  'visit-set': { zh: '定验收日期', en: 'Day of the visit set' },
  'visit-staffed': { zh: '确定验收人员', en: 'Staff named for the visit' },
  'visit-concluded': { zh: '部门提出验收结论', en: 'An office concluded on the works' },
  rectified: { zh: '报告整改完成', en: 'Rectification reported' },
  'works-accepted': { zh: '联合验收合格', en: 'Works accepted by all offices' },
  'document-issued': { zh: '出具文书', en: 'Document issued' },
}

/** Said on the pages themselves, and too small for the journal of the project. */
const HIDDEN: ReadonlySet<string> = new Set(['meeting-answered'])

/** The journal of a project in words, newest first. */
export function journalOf(inside: Inside, { entries }: Case): ProjectView['journal'] {
  return entries
    .filter(({ kind }) => !HIDDEN.has(kind))
    .map((entry) => ({
      at: entry.at,
      by: entry.actor.kind === 'system' ? '' : entry.actor.name,
      title: titleOf(inside, entry.kind as Kind, entry.content),
      detail: detailOf(inside, entry.kind as Kind, entry.content),
    }))
    .reverse()
}

type Details = { readonly [K in Kind]?: (content: ProjectEntries[K], inside: Inside) => string | undefined }

/** Of what a title says more of: a stage, an office. */
const OF: { readonly [K in Kind]?: (content: ProjectEntries[K], inside: Inside) => Text | undefined } = {
  'stage-opened': ({ stage }, { stages }) => stages.stages.find(({ id }) => id === stage)?.name,
  'material-named-later': ({ organ }, { organs }) => organs.get(organ)?.short,
}

function titleOf<K extends Kind>(inside: Inside, kind: K, content: unknown): Words {
  const title = TITLES[kind]
  const of = OF[kind]?.(content as ProjectEntries[K], inside)
  return of ? { zh: `${title.zh}：${of.zh}`, en: `${title.en}: ${of.en ?? of.zh}` } : title
}

const DETAILS: Details = {
  'code-given': ({ code }) => code,
  'application-joined': ({ number }) => number,
  withdrawn: ({ reason }) => reason,
  'assistant-assigned': ({ assistant }) => assistant.name,
  'guidance-listed': ({ version }) => `V${version}`,
  'material-named-later': ({ material }) => material,
  'meeting-called': ({ subject, on, time }) => `${subject} ${on} ${time}`,
  'drawings-given': ({ version }) => `V${version}`,
  'drawings-passed': ({ version }) => `V${version}`,
  'visit-set': ({ on, time }) => `${on} ${time}`,
  'document-issued': ({ number }) => number,
}

function detailOf<K extends Kind>(inside: Inside, kind: K, content: unknown): string | undefined {
  return DETAILS[kind]?.(content as ProjectEntries[K], inside)
}

/** What the documents of a project say; in Chinese, as they are issued. */
import type { ProjectPaper } from '@mashang/document'
import { formatDay, formatMoney, legalDayOf } from '@mashang/kit'
import { type GuidanceList, OWNER, type ProjectDocumentKind } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { openComments } from '../rules/drawings.ts'
import { articleOf } from '../rules/last-day.ts'
import type { Project } from '../rules/project.ts'
import type { Meeting } from '../rules/state.ts'

type Texts = Pick<ProjectPaper, 'intro' | 'facts' | 'sections' | 'ending' | 'itemName'>
type Sections = ProjectPaper['sections']

/** What a paper is made of: the project as it stood at the entry that calls for it. */
export interface Calling {
  readonly project: Project
  /** Of that entry. */
  readonly content: unknown
}

type Makers = Readonly<Record<ProjectDocumentKind, (inside: Inside, calling: Calling) => Texts>>

export const PAPERS: Makers = {
  'guidance-list': (inside, { project, content }) => {
    const { list, version, note } = content as { list: GuidanceList; version: number; note: string }
    return {
      itemName: '前期辅导',
      intro: `根据你单位登记的项目信息，现将本项目全过程需要办理的事项、条件、材料、费用和时限一次性告知如下（第 ${version} 版）。`,
      facts: [...projectFacts(project), { label: '辅导专员', text: assistantOf(inside, project) }],
      sections: [...listSections(list), ...(note ? [{ title: '补充说明', paragraphs: [note] }] : [])],
      ending:
        '清单以外的材料不得要求提供；确需补充的，由提出部门登记理由并公开计数。项目信息变化的，清单相应更新。',
    }
  },
  'meeting-minutes': (inside, { project, content }) => {
    const { meeting: id } = content as { meeting: string }
    const meeting = project.meetings.find((one) => one.id === id)
    if (!meeting?.minutes) throw new Error('minutes are printed of a meeting that has them')
    return minutesTexts(inside, project, meeting, meeting.minutes)
  },
  'joint-review': (inside, { project }) => reviewTexts(inside, project),
  'joint-acceptance': (inside, { project }) => acceptanceTexts(inside, project),
}

function projectFacts({ owner, facts, code }: Project): { label: string; text: string }[] {
  return [
    { label: '项目名称', text: String(facts.name) },
    { label: '项目代码', text: code?.code ?? '' },
    { label: '建设单位', text: owner.name },
  ]
}

function assistantOf(inside: Inside, { guidance }: Project): string {
  const given = guidance?.assistant
  if (!given) return ''
  return [getOrgan(inside, given.organ).name.zh, given.assistant.name, given.phone].filter(Boolean).join('　')
}

const SOURCES = {
  applicant: '申请人自备',
  government: '政府部门核发',
  'other-organ': '其他机构',
  intermediary: '中介机构',
}
const wide = (title: string, width: number) => ({ title, width })
const narrow = (title: string) => ({ title, width: 'narrow' as const })

function listSections(list: GuidanceList): Sections {
  const all = list.stages.flatMap(({ items }) => items)
  const nameOf = (id: string) => all.find((item) => item.id === id)?.name.zh ?? id
  const fees = all.flatMap(({ name, fees: charged }) =>
    charged.map((fee) => [
      name.zh,
      fee.name.zh,
      [fee.amount === undefined ? '' : formatMoney(fee.amount), fee.standard.zh].filter(Boolean).join('，'),
    ]),
  )
  return [
    ...list.stages.map((stage, at) => ({
      title: `${'一二三四五六'[at]}、${stage.name.zh}（牵头：${stage.lead.short.zh}，${stage.days} 个工作日）`,
      table: {
        columns: [wide('事项', 4), wide('部门', 2), narrow('承诺'), wide('先后', 3), wide('条件', 5)],
        rows: stage.items.map((item) => [
          item.name.zh,
          item.organ.short.zh,
          `${item.days} 个工作日`,
          item.after.length > 0 ? `先办：${item.after.map(({ zh }) => zh).join('、')}` : '可同时办理',
          item.conditions.map(({ zh }) => zh).join('\n') || (item.note?.zh ?? '—'),
        ]),
      },
    })),
    {
      title: `材料（共 ${list.materials.length} 份，每份只交一次）`,
      table: {
        columns: [narrow('序号'), wide('材料', 4), wide('由谁出具', 2), narrow('份数'), wide('用于', 4)],
        rows: list.materials.map((material, at) => [
          String(at + 1),
          `${material.name.zh}${material.always ? '' : '（符合条件时）'}`,
          `${material.issuer?.zh ?? SOURCES[material.source]}${material.held ? '（可由电子证照取用）' : ''}`,
          String(material.copies),
          material.items.map(nameOf).join('、'),
        ]),
      },
    },
    fees.length > 0
      ? {
          title: '费用',
          table: { columns: [wide('事项', 4), wide('收费项目', 3), wide('标准', 4)], rows: fees },
        }
      : { title: '费用', paragraphs: ['以上事项均不收费。'] },
    {
      title: '总时限',
      paragraphs: [`四个阶段关键路径合计 ${list.total} 个工作日，同一阶段的事项同时办理。`],
    },
  ]
}

function minutesTexts(
  inside: Inside,
  project: Project,
  meeting: Meeting,
  { summary, present, points }: NonNullable<Meeting['minutes']>,
): Texts {
  const called = (party: string) => (party === OWNER ? project.owner.name : getOrgan(inside, party).name.zh)
  return {
    itemName: meeting.subject,
    intro: `${formatDay(meeting.on, 'zh')} ${meeting.time}，${meeting.online ? '线上' : ''}在${meeting.place}召开“${meeting.subject}”会议，形成纪要如下。`,
    facts: projectFacts(project),
    sections: [
      {
        title: '一、参加人员',
        table: {
          columns: [wide('单位', 4), wide('姓名', 2), wide('签署时间', 3)],
          rows: present.map(({ party, name, signedAt }) => [
            called(party),
            name,
            signedAt ? formatDay(legalDayOf(signedAt), 'zh') : '—',
          ]),
        },
      },
      { title: '二、会议内容', paragraphs: summary.split('\n').filter((line) => line.trim() !== '') },
      points.length > 0
        ? {
            title: '三、议定事项',
            table: {
              columns: [narrow('序号'), wide('事项', 6), wide('责任单位', 3), wide('期限', 3)],
              rows: points.map(({ text, party, due }, at) => [
                String(at + 1),
                text,
                called(party),
                formatDay(due, 'zh'),
              ]),
            },
          }
        : { title: '三、议定事项', paragraphs: ['无。'] },
    ],
  }
}

function reviewTexts(inside: Inside, project: Project): Texts {
  const { drawings } = project
  const last = drawings?.rounds.at(-1)
  if (!drawings || !last) throw new Error('an opinion on drawings follows a review')
  const advice = openComments(drawings)
  return {
    itemName: '施工图联合审查',
    intro: `依据${articleOf(inside.stages['drawing-review'].basis)}，下列部门对本项目施工图（第 ${last.version} 版）进行了联合审查，意见一致：通过。`,
    facts: projectFacts(project),
    sections: [
      {
        title: '一、各部门意见',
        table: {
          columns: [wide('部门', 3), wide('审查内容', 3), wide('意见', 4), wide('审查人', 2)],
          rows: last.reviews.map(({ organ, by, opinion }) => [
            getOrgan(inside, organ).name.zh,
            last.offices.find((one) => one.organ === organ)?.looks.zh ?? '',
            opinion,
            by,
          ]),
        },
      },
      {
        title: '二、图纸文件',
        table: {
          columns: [wide('文件', 4), wide('文件指纹（SHA-256）', 6)],
          rows: last.files.map(({ name, digest }) => [name, digest]),
        },
      },
      {
        title: '三、审查经过',
        paragraphs: [
          `共送审 ${drawings.rounds.length} 版，提出意见 ${drawings.comments.length} 条，必须修改的已全部落实。`,
        ],
      },
      ...(advice.length > 0
        ? [
            {
              title: '四、建议（不影响通过）',
              paragraphs: advice.map(({ sheet, text }) => `图号 ${sheet}：${text}`),
            },
          ]
        : []),
    ],
    ending: '本意见书可以作为办理施工许可的图纸审查材料使用，不再另行提交。',
  }
}

function acceptanceTexts(inside: Inside, project: Project): Texts {
  const { acceptance } = project
  if (!acceptance) throw new Error('an opinion on the works follows their acceptance')
  return {
    itemName: '竣工联合验收',
    intro: `依据${articleOf(inside.stages.acceptance.basis)}，下列部门对本工程进行了联合验收，结论一致：验收合格。`,
    facts: [...projectFacts(project), { label: '竣工日期', text: formatDay(acceptance.completedOn, 'zh') }],
    sections: [
      {
        title: '一、各部门结论',
        table: {
          columns: [wide('部门', 3), wide('验收内容', 2), wide('验收人员', 3), wide('结论', 4)],
          rows: acceptance.offices.map(({ organ, looks }) => {
            const visit = acceptance.visits.findLast(({ results }) => results.get(organ)?.passed)
            return [
              getOrgan(inside, organ).name.zh,
              looks.zh,
              visit?.staff.get(organ)?.join('、') ?? '',
              `${visit?.results.get(organ)?.findings ?? ''}（${visit ? formatDay(visit.on, 'zh') : ''}）`,
            ]
          }),
        },
      },
      acceptance.items.length > 0
        ? {
            title: '二、整改情况',
            table: {
              columns: [wide('部门', 2), wide('问题', 4), wide('整改', 4)],
              rows: acceptance.items.map(({ organ, text, done }) => [
                getOrgan(inside, organ).short.zh,
                text,
                done?.text ?? '—',
              ]),
            },
          }
        : { title: '二、整改情况', paragraphs: ['没有需要整改的问题。'] },
    ],
    ending: '本意见书作为竣工验收备案的材料使用。',
  }
}

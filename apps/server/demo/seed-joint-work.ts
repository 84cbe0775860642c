/**
 * What offices do together on the demonstration's projects: one in guidance with a meeting and its minutes, one whose
 * drawings have comments of three offices, one whose works are being accepted. All invented.
 */
import { addDays, type Client, legalDayOf, type StaffRole, type Who } from '@mashang/kit'
import type { projectsEndpoints } from '@mashang/projects/contract'
import { must } from './must.ts'

type Projects = Client<typeof projectsEndpoints>

export interface SeedJointWork {
  readonly id: string
  readonly owner: Projects
  readonly now: Date
  as(who: Who): Projects
}

const ROLES: readonly StaffRole[] = ['handling-officer', 'approval-head']

function officer(organ: string, name: string): Who {
  return { kind: 'staff', id: `demo-${organ}`, name, organ, roles: ROLES, session: 'demo' }
}

/** 前期辅导: asked for, an assistant named, the list given, a meeting held and signed by all but one. */
export async function seedGuidance({ id, owner, as, now }: SeedJointWork, account: string): Promise<void> {
  const params = { id }
  const question = '卫生服务中心要赶在明年八月开工，哪些手续可以同时办？'
  must(await owner.requestGuidance({ params, input: { question } }))
  const lead = officer('natural-resources', '沈自然')
  const { colleagues } = must(await as(lead).getGuidance({ params }))
  const assistant = colleagues.find(({ name }) => name === account) ?? colleagues[0]
  if (!assistant) return
  const input = { assistant: assistant.id, phone: '0411-65850100' }
  must(await as(lead).assignAssistant({ params, input }))
  const desk = as({ ...lead, id: assistant.id, name: assistant.name } as Who)
  must(await desk.giveList({ params, input: { note: '可行性研究报告批复前，用地预审可以先办。' } }))
  const today = legalDayOf(now)
  const called = must(
    await desk.callMeeting({
      params,
      input: {
        subject: '选址和人防设置会商',
        on: today,
        time: '09:30',
        place: '市公共行政服务中心 3 楼会商室',
        online: false,
        offices: ['development-reform', 'civil-air-defence'],
      },
    }),
  )
  const meeting = { id, meeting: called.meetings[0]?.id ?? '' }
  const reform = as(officer('development-reform', '徐发改'))
  const coming = { coming: true, person: '徐发改', note: '' }
  must(await reform.answerMeeting({ params: meeting, input: coming }))
  must(
    await desk.writeMinutes({
      params: meeting,
      input: {
        present: [
          { party: 'owner', name: '王小海' },
          { party: 'natural-resources', name: assistant.name },
          { party: 'development-reform', name: '徐发改' },
        ],
        summary: '选址可行，用地预审与可行性研究报告同步准备。\n防空地下室按规范结合地面建筑修建。',
        points: [
          { text: '补充人防平面布置图', party: 'owner', due: addDays(today, 10) },
          { text: '出具可行性研究报告的预审意见', party: 'development-reform', due: addDays(today, 14) },
        ],
        internal: '与卫健部门核对床位规模后再定面积。',
      },
    }),
  )
  must(await desk.signMinutes({ params: meeting, input: {} }))
  must(await reform.signMinutes({ params: meeting, input: {} }))
}

const COMMENTS = [
  {
    ...{ organ: 'housing-construction', name: '韩住建', sheet: '建施-07', place: '2 号楼②轴楼梯间' },
    ...{ text: '疏散楼梯净宽不足 1.10 米', article: 'GB 55037-2022 第 7.1.4 条', severity: 'must' as const },
  },
  {
    ...{ organ: 'civil-air-defence', name: '陈人防', sheet: '防建-02', place: '防护单元一' },
    ...{ text: '密闭通道面积不满足要求', article: 'GB 50038-2005 第 3.3.18 条', severity: 'must' as const },
  },
  {
    ...{ organ: 'water-affairs', name: '何水务', sheet: '水施-11', place: '下凹绿地' },
    ...{ text: '建议补充雨水回用的标高', article: '', severity: 'should' as const },
  },
]

async function give({ id, owner }: SeedJointWork, pdf: Uint8Array) {
  const params = { id }
  const body = (async function* () {
    yield pdf
  })()
  const upload = { name: '施工图（全套）.pdf', type: 'application/pdf', body }
  must(await owner.addDrawing({ params, upload }))
  return must(await owner.giveDrawings({ params, input: { note: '建筑、结构、给排水、人防全套' } }))
}

const NAMES: Readonly<Record<string, string>> = {
  'natural-resources': '沈自然',
  'housing-construction': '韩住建',
  'civil-air-defence': '陈人防',
  'water-affairs': '何水务',
}

/** All offices agree at once. */
export async function passDrawings(work: SeedJointWork, pdf: Uint8Array): Promise<void> {
  const { offices } = await give(work, pdf)
  const input = { opinion: '同意。', comments: [], settled: [] }
  for (const { organ } of offices)
    must(
      await work
        .as(officer(organ.id, NAMES[organ.id] ?? ''))
        .reviewDrawings({ params: { id: work.id }, input }),
    )
}

/** 联合验收: all offices have come; one found what the owner is to put right. */
export async function seedAcceptance({ id, owner, as, now }: SeedJointWork): Promise<void> {
  const params = { id }
  const today = legalDayOf(now)
  const request = {
    completedOn: addDays(today, -3),
    contact: '王小海 13800000001',
    note: '改扩建部分全部完工',
  }
  const { lead, offices } = must(await owner.requestAcceptance({ params, input: request }))
  const visit = { on: today, time: '10:30', place: '黄浦路 500 号东门' }
  must(await as(officer(lead.id, '韩住建')).setVisit({ params, input: visit }))
  for (const { organ } of offices) {
    const name = NAMES[organ.id] ?? ''
    const desk = as(officer(organ.id, name))
    must(await desk.staffVisit({ params, input: { staff: [name, '钱协查'] } }))
    const failed = { text: '三层走道应急照明缺两处', article: 'GB 51309-2018', due: addDays(today, 10) }
    const fails = organ.id === lead.id
    const input = {
      passed: !fails,
      findings: fails ? '应急照明不全，其余符合要求。' : '与图纸一致，符合要求。',
      items: fails ? [failed] : [],
      cleared: [],
    }
    must(await desk.concludeVisit({ params, input }))
  }
}

/** 联合审图: three offices have commented, the fourth agrees; the owner is to answer. */
export async function seedDrawings(work: SeedJointWork, pdf: Uint8Array): Promise<void> {
  const { id, as } = work
  const params = { id }
  await give(work, pdf)
  for (const { organ, name, ...comment } of COMMENTS) {
    const input = { opinion: '有意见，修改后再审。', comments: [comment], settled: [] }
    must(await as(officer(organ, name)).reviewDrawings({ params, input }))
  }
  const agreed = { opinion: '符合规划条件。', comments: [], settled: [] }
  must(await as(officer('natural-resources', '沈自然')).reviewDrawings({ params, input: agreed }))
}

import { isRefusal, type Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OWNER } from '../contract/index.ts'
import { A_BUILDER, FACTS, granted, type TestProjects, testProjects } from '../testing/index.ts'
import { dalian } from './dalian.ts'

let city: TestProjects
let owner: Who
const LEAD = 'natural-resources'
const REVIEWERS = ['natural-resources', 'housing-construction', 'civil-air-defence', 'water-affairs']

beforeAll(async () => {
  city = await testProjects(await dalian())
  owner = city.aBuilder()
})
afterAll(() => city.close())

async function register(facts: object = {}): Promise<{ id: string }> {
  const input = { owner: A_BUILDER.uscc, facts: { ...FACTS, ...facts } }
  const { id } = granted(await city.as(owner).registerProject({ input }))
  return { id }
}

/** Brings a permit of the works into the project, as approvals would tell it. */
async function permit({ id }: { id: string }): Promise<void> {
  const project = granted(await city.as(owner).getProject({ params: { id } }))
  const application = crypto.randomUUID()
  const base = {
    caseId: application,
    stream: 'application',
    at: '2026-11-23T02:00:00.000Z',
    salt: '',
    digest: '',
  }
  const actor = { kind: 'system' as const, id: 'test', name: '' }
  const [follower] = city.projects.subscribers
  const submitted = {
    number: '210200-261123-000001-1',
    item: { code: '2102-ZJ-XK-0001' },
    form: { 'project-code': project.code },
  }
  await follower?.handle({ ...base, actor, revision: 1, kind: 'submitted', content: submitted, leaf: 0 })
  await follower?.handle({
    ...base,
    actor,
    revision: 2,
    kind: 'decided',
    content: { outcome: 'grant' },
    leaf: 1,
  })
}

describe('early guidance', () => {
  it('goes from the request over the list and a meeting to points that are done', async () => {
    const params = await register()
    const me = city.as(owner)
    const officer = city.aStaffMember(LEAD)
    const desk = city.as(officer)
    const air = city.as(city.aStaffMember('civil-air-defence'))
    expect(granted(await me.getGuidance({ params })).actions).toEqual(['requestGuidance'])
    granted(await me.requestGuidance({ params, input: { question: '什么时候能开工？' } }))
    const duties = granted(await desk.listProjectDuties({})).duties
    expect(duties.filter(({ project }) => project.id === params.id)).toMatchObject([
      { kind: 'name-assistant' },
    ])
    const colleague = granted(await desk.getGuidance({ params })).colleagues.at(-1)
    const assistant = { assistant: colleague?.id ?? '', phone: '0411-1' }
    expect(await air.assignAssistant({ params, input: assistant })).toMatchObject({
      code: 'project-not-found',
    })
    granted(await desk.assignAssistant({ params, input: assistant }))
    const listed = granted(await desk.giveList({ params, input: { note: '先办备案。' } }))
    expect(listed.list?.total).toBe(38)
    expect(listed.list?.stages).toHaveLength(4)
    const named = { material: '日照分析报告', reason: '北侧有住宅' }
    granted(await desk.nameMaterial({ params, input: named }))
    expect(await desk.nameMaterial({ params, input: named })).toMatchObject({
      code: 'material-named-already',
    })
    const meeting = { subject: '方案会商', on: '2026-11-23', time: '15:00', place: '会议室', online: false }
    const called = granted(
      await desk.callMeeting({ params, input: { ...meeting, offices: ['civil-air-defence'] } }),
    )
    const at = { ...params, meeting: called.meetings[0]?.id ?? '' }
    // Who is invited knows the project from then on.
    granted(await air.answerMeeting({ params: at, input: { coming: true, person: '陈人防', note: '' } }))
    const written = granted(
      await desk.writeMinutes({
        params: at,
        input: {
          present: [
            { party: OWNER, name: '王小明' },
            { party: 'civil-air-defence', name: '陈人防' },
          ],
          summary: '方案可行。',
          points: [{ text: '补充人防平面图', party: OWNER, due: '2026-11-27' }],
          internal: '注意后续核查。',
        },
      }),
    )
    expect(written.meetings[0]?.minutes).toMatchObject({ internal: '注意后续核查。', final: false })
    granted(await air.signMinutes({ params: at, input: {} }))
    const signed = granted(await me.signMinutes({ params: at, input: {} }))
    const minutes = signed.meetings[0]?.minutes
    expect(minutes?.final).toBe(true)
    expect(JSON.stringify(signed)).not.toContain('注意后续核查')
    const point = { ...at, point: minutes?.points[0]?.id ?? '' }
    expect(await air.finishPoint({ params: point, input: { note: '' } })).toMatchObject({
      code: 'point-not-yours',
    })
    const done = granted(await me.finishPoint({ params: point, input: { note: '已交' } }))
    expect(done.meetings[0]?.minutes?.points[0]?.doneAt).toBeDefined()
    expect(done.later).toMatchObject([{ material: '日照分析报告', organ: { id: LEAD } }])
    await city.settle()
    const issued = granted(await me.getGuidance({ params }))
    expect(issued.versions[0]?.document?.number).toMatch(/辅字〔2026〕第000001号$/)
    expect(issued.meetings[0]?.minutes?.document?.number).toMatch(/纪字〔2026〕第000001号$/)
  })

  it('lists what a project would need before it is registered, and keeps nothing', async () => {
    const me = city.as(owner)
    const before = granted(await me.listMyProjects({})).projects.length
    const list = granted(await me.previewGuidance({ input: { facts: FACTS } }))
    expect(list.stages.map(({ days }) => days).reduce((sum, days) => sum + days)).toBe(list.total)
    expect(await me.previewGuidance({ input: { facts: {} } })).toMatchObject({ code: 'form-has-errors' })
    expect(granted(await me.listMyProjects({})).projects).toHaveLength(before)
  })
})

const COMMENT = {
  sheet: '建施-03',
  place: '②轴楼梯',
  text: '疏散宽度不足',
  article: 'GB 50016 第 5.5.18 条',
  severity: 'must' as const,
}

describe('the joint review of drawings', () => {
  let params: { id: string }
  const review = (organ: string, input: object = {}) =>
    city
      .as(city.aStaffMember(organ))
      .reviewDrawings({ params, input: { opinion: '同意', comments: [], settled: [], ...input } })
  const upload = async (name: string) => {
    const body = (async function* () {
      yield new TextEncoder().encode(name)
    })()
    const file = { name, type: 'application/pdf', body }
    granted(await city.as(owner).addDrawing({ params, upload: file }))
  }

  it('shows the owner everything at once and passes when every office has answered and no must is open', async () => {
    params = await register()
    const me = city.as(owner)
    expect(await me.giveDrawings({ params, input: { note: '' } })).toMatchObject({ code: 'drawings-no-file' })
    await upload('v1.pdf')
    const given = granted(await me.giveDrawings({ params, input: { note: '全套' } }))
    expect(given.offices.map(({ organ, due }) => [organ.id, due])).toEqual(
      REVIEWERS.map((organ) => [organ, '2026-12-03']),
    )
    expect(given.offices[0]?.why.join('')).toContain('8个工作日')
    granted(await review('housing-construction', { comments: [COMMENT] }))
    const waiting = granted(await me.getDrawings({ params }))
    expect(waiting).toMatchObject({ phase: 'reviewing', comments: [], hidden: 1 })
    for (const organ of ['natural-resources', 'water-affairs']) granted(await review(organ))
    const should = { ...COMMENT, text: '建议加标高', severity: 'should' }
    const all = granted(await review('civil-air-defence', { comments: [should] }))
    expect(all.phase).toBe('answering')
    const shown = granted(await me.getDrawings({ params }))
    expect(shown.comments).toHaveLength(2)
    expect(await me.giveDrawings({ params, input: { note: '' } })).toMatchObject({ code: 'drawings-no-file' })
    await upload('v2.pdf')
    expect(await me.giveDrawings({ params, input: { note: '' } })).toMatchObject({
      code: 'comments-not-answered',
    })
    const answers = Object.fromEntries(shown.comments.map(({ id }) => [id, '已修改']))
    granted(await me.saveAnswers({ params, input: { answers } }))
    const second = granted(await me.giveDrawings({ params, input: { note: '第二版' } }))
    expect(second).toMatchObject({ phase: 'reviewing', draft: [] })
    const idOf = (text: string) => shown.comments.find((one) => one.text === text)?.id ?? ''
    const resolved = [{ comment: idOf(COMMENT.text), resolved: true, why: '' }]
    expect(await review('housing-construction', { comments: [COMMENT], settled: resolved })).toMatchObject({
      code: 'comment-needs-its-cause',
    })
    granted(await review('housing-construction', { settled: resolved }))
    const kept = [{ comment: idOf('建议加标高'), resolved: false, why: '仍建议' }]
    granted(await review('civil-air-defence', { settled: kept }))
    granted(await review('natural-resources'))
    expect(granted(await review('water-affairs')).phase).toBe('passed')
    await city.settle()
    const passed = granted(await me.getDrawings({ params }))
    expect(passed.document?.number).toMatch(/联审字〔2026〕第000001号$/)
    const code = passed.document?.code ?? ''
    expect(await city.projects.findIssued({ code })).toMatchObject({ code, caseId: params.id })
    const project = granted(await me.getProject({ params }))
    const item = project.stages.flatMap(({ items }) => items).find(({ id }) => id === 'drawing-review')
    expect(item?.state).toBe('done')
  })

  it('tells a comment that an office makes later apart, with its cause', async () => {
    params = await register()
    const me = city.as(owner)
    await upload('first.pdf')
    granted(await me.giveDrawings({ params, input: { note: '' } }))
    granted(await review('housing-construction', { comments: [COMMENT] }))
    for (const organ of REVIEWERS.filter((one) => one !== 'housing-construction'))
      granted(await review(organ))
    const [first] = granted(await me.getDrawings({ params })).comments
    granted(await me.saveAnswers({ params, input: { answers: { [first?.id ?? '']: '已加宽' } } }))
    await upload('second.pdf')
    granted(await me.giveDrawings({ params, input: { note: '' } }))
    const later = { ...COMMENT, text: '加宽后的平台挡住了消火栓', because: '楼梯加宽' }
    const settled = [{ comment: first?.id ?? '', resolved: true, why: '' }]
    granted(await review('housing-construction', { comments: [later], settled }))
    for (const organ of REVIEWERS.filter((one) => one !== 'housing-construction'))
      granted(await review(organ))
    const { comments, phase } = granted(await me.getDrawings({ params }))
    expect(phase).toBe('answering')
    expect(comments.map(({ text, later: isLater, because }) => [text, isLater, because])).toEqual([
      [COMMENT.text, false, undefined],
      [later.text, true, later.because],
    ])
  })

  it('two offices that answer at the same time are both heard', async () => {
    params = await register()
    await upload('both.pdf')
    granted(await city.as(owner).giveDrawings({ params, input: { note: '' } }))
    const answers = await Promise.all(REVIEWERS.map((organ) => review(organ)))
    expect(answers.filter(isRefusal)).toEqual([])
    expect(granted(await city.as(owner).getDrawings({ params })).phase).toBe('passed')
  })

  it('silence is late and no consent', async () => {
    params = await register()
    await upload('late.pdf')
    granted(await city.as(owner).giveDrawings({ params, input: { note: '' } }))
    granted(await review('housing-construction', { comments: [COMMENT] }))
    const before = city.clock.now().toISOString()
    city.clock.set('2026-12-07T02:00:00.000Z')
    const late = granted(await city.as(owner).getDrawings({ params }))
    expect(late).toMatchObject({ phase: 'answering', hidden: 0 })
    expect(late.offices.filter((one) => one.late).map(({ lateBy }) => lateBy)).toEqual([2, 2, 2])
    expect(late.passedAt).toBeUndefined()
    city.clock.set(before)
  })
})

describe('the joint acceptance', () => {
  it('takes one visit, and a second one to what failed alone', async () => {
    const params = await register()
    const me = city.as(owner)
    const request = { completedOn: '2026-11-20', contact: '王小明', note: '' }
    expect(await me.requestAcceptance({ params, input: request })).toMatchObject({
      code: 'works-not-permitted',
    })
    await permit(params)
    const asked = granted(await me.requestAcceptance({ params, input: request }))
    expect(asked).toMatchObject({ phase: 'visit-to-set' })
    const desks = new Map(REVIEWERS.map((organ) => [organ, city.as(city.aStaffMember(organ))]))
    const deskOf = (organ: string) => desks.get(organ) ?? city.as(owner)
    const visit = { on: '2026-11-23', time: '09:00', place: '工地东门' }
    expect(await deskOf('water-affairs').setVisit({ params, input: visit })).toMatchObject({
      code: 'not-the-lead-office',
    })
    granted(await deskOf('housing-construction').setVisit({ params, input: visit }))
    const pass = { passed: true, findings: '合格', items: [], cleared: [] }
    expect(await deskOf('water-affairs').concludeVisit({ params, input: pass })).toMatchObject({
      code: 'visit-needs-two',
    })
    for (const organ of REVIEWERS) {
      granted(await deskOf(organ).staffVisit({ params, input: { staff: ['赵核查', '钱协查'] } }))
      const failed = { text: '补装应急照明', article: '', due: '2026-11-30' }
      const fails = organ === 'housing-construction'
      const input = fails ? { passed: false, findings: '有问题', items: [failed], cleared: [] } : pass
      granted(await deskOf(organ).concludeVisit({ params, input }))
    }
    const open = granted(await me.getAcceptance({ params }))
    expect(open).toMatchObject({ phase: 'rectifying', actions: ['reportRectified'] })
    const item = open.items[0]?.id ?? ''
    granted(await me.reportRectified({ params, input: { items: [{ item, text: '已补装' }] } }))
    const again = granted(await deskOf('housing-construction').setVisit({ params, input: visit }))
    expect(again.visits[1]?.offices.map(({ organ }) => organ.id)).toEqual(['housing-construction'])
    granted(
      await deskOf('housing-construction').staffVisit({ params, input: { staff: ['赵核查', '钱协查'] } }),
    )
    const done = granted(
      await deskOf('housing-construction').concludeVisit({ params, input: { ...pass, cleared: [item] } }),
    )
    expect(done.phase).toBe('accepted')
    await city.settle()
    const accepted = granted(await me.getAcceptance({ params }))
    expect(accepted.document?.number).toMatch(/联验字〔2026〕第000001号$/)
    const document = accepted.document?.id ?? ''
    const opened = granted(await me.openProjectDocument({ params: { ...params, document } }))
    expect(opened.type).toBe('application/pdf')
  })
})

describe('a secret project stays out', () => {
  it('of every new endpoint to those who may not know it, of duties, and of public verification', async () => {
    const params = await register({ secret: true, name: '保密工程' })
    const me = city.as(owner)
    granted(await me.requestGuidance({ params, input: { question: '' } }))
    const officer = city.aStaffMember(LEAD)
    const desk = city.as(officer)
    granted(await desk.assignAssistant({ params, input: { assistant: officer.id, phone: '' } }))
    granted(await desk.giveList({ params, input: { note: '' } }))
    await city.settle()
    const document = granted(await me.getGuidance({ params })).versions[0]?.document
    expect(document).toBeDefined()
    expect(await city.projects.findIssued({ code: document?.code ?? '' })).toBeUndefined()
    for (const who of [
      city.aStaffMember('data-bureau', ['supervisor']),
      city.aStaffMember('civil-air-defence'),
      city.aBuilder(),
    ]) {
      const stranger = city.as(who)
      for (const answer of [
        await stranger.getGuidance({ params }),
        await stranger.getDrawings({ params }),
        await stranger.getAcceptance({ params }),
        await stranger.openProjectDocument({ params: { ...params, document: document?.id ?? '' } }),
      ])
        expect(answer).toMatchObject({ code: 'project-not-found' })
      expect(JSON.stringify(await stranger.listProjectDuties({}))).not.toContain('保密工程')
    }
  })

  it('until an office is asked to take part', async () => {
    const params = await register({ secret: true, name: '保密工程二' })
    const air = city.as(city.aStaffMember('civil-air-defence'))
    expect(isRefusal(await air.getDrawings({ params }))).toBe(true)
    const body = (async function* () {
      yield new TextEncoder().encode('secret')
    })()
    const upload = { name: 's.pdf', type: 'application/pdf', body }
    granted(await city.as(owner).addDrawing({ params, upload }))
    granted(await city.as(owner).giveDrawings({ params, input: { note: '' } }))
    expect(granted(await air.getDrawings({ params })).actions).toEqual(['reviewDrawings'])
    const weather = city.as(city.aStaffMember('meteorology'))
    expect(await weather.getDrawings({ params })).toMatchObject({ code: 'project-not-found' })
  })
})

describe('summaries of joint work', () => {
  it('are made again from the journal alone', async () => {
    const desk = city.as(city.aStaffMember('civil-air-defence'))
    const before = granted(await desk.listProjectDuties({}))
    expect(before.duties.length).toBeGreaterThan(0)
    await rebuild(city.store.db, city.projects.summaries)
    expect(granted(await desk.listProjectDuties({}))).toEqual(before)
  })
})

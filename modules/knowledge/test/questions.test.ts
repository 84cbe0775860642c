import type { Who } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { granted, KITE, SPORTS, type TestKnowledge, testKnowledge } from '../testing/index.ts'

const TEXT = '夜里放飞风筝需要另外申请吗？'
let city: TestKnowledge

beforeAll(async () => {
  city = await testKnowledge()
})
afterAll(() => city.close())

async function ask(who: Who, text = TEXT) {
  return granted(await city.as(who).askQuestion({ input: { item: KITE, text } }))
}

function answer(id: string, who: Who, text = '需要，请在申请表里选择夜间。') {
  const cited = [{ law: '行政许可法', article: '第三十条' }]
  return city.as(who).answerQuestion({ params: { id }, input: { text, cited } })
}

describe('a question', () => {
  it('goes to the organ of its item, with the day of the answer explained', async () => {
    const asked = await ask(city.aCitizen())
    expect(asked).toMatchObject({ organ: { id: SPORTS }, status: 'waiting', asker: '王小明' })
    expect(asked.rounds[0]).toMatchObject({ due: '2026-11-25', remaining: 2, overdue: false })
    expect(asked.rounds[0]?.explanation.join()).toContain('收到咨询')
  })

  it('is answered once, the asker is told, asks once more and says that it helped', async () => {
    const who = city.aCitizen()
    const officer = city.aStaffMember(SPORTS)
    const { id } = await ask(who)
    const params = { id }
    expect(await city.as(who).rateAnswer({ params, input: { helped: true } })).toMatchObject({
      code: 'question-waits',
    })
    expect(granted(await answer(id, officer)).status).toBe('answered')
    expect(city.told.filter(({ personId }) => personId === who.id)).toHaveLength(1)
    expect(await answer(id, officer)).toMatchObject({ code: 'question-answered' })
    const mine = granted(await city.as(who).getMyQuestion({ params }))
    expect(mine.rounds[0]?.answer).toMatchObject({ cited: [{ law: '行政许可法' }], late: false })
    expect(mine.actions).toEqual(['askFurther', 'rateAnswer'])
    const again = granted(await city.as(who).askFurther({ params, input: { text: '灯要多亮才算数？' } }))
    expect(again).toMatchObject({ status: 'waiting', actions: [] })
    granted(await answer(id, officer, '两百流明以上。'))
    expect(await city.as(who).askFurther({ params, input: { text: '还有一个问题。' } })).toMatchObject({
      code: 'further-question-used',
    })
    const rated = granted(await city.as(who).rateAnswer({ params, input: { helped: true } }))
    expect(rated).toMatchObject({ helped: true, actions: [] })
  })

  it('is asked once under one key, and must say something', async () => {
    const who = city.aCitizen()
    const call = { input: { item: KITE, text: TEXT }, key: 'once' }
    const first = granted(await city.as(who).askQuestion(call))
    expect(granted(await city.as(who).askQuestion(call)).id).toBe(first.id)
    expect(await city.as(who).askQuestion({ input: { item: KITE, text: '在？' } })).toMatchObject({
      code: 'form-has-errors',
      fields: [{ path: 'text', code: 'question-too-short' }],
    })
    expect(await city.as(who).askQuestion({ input: { item: 'none', text: TEXT } })).toMatchObject({
      code: 'item-not-found',
    })
  })

  it("is told apart from none by nobody but the asker, the organ and supervision, and each office's look is kept", async () => {
    const who = city.aCitizen()
    const { id } = await ask(who)
    const params = { id }
    for (const stranger of [city.aCitizen(), city.aStaffMember('education')])
      expect(await city.as(stranger).getQuestion({ params })).toMatchObject({ code: 'question-not-found' })
    const seen = granted(await city.as(city.aStaffMember(SPORTS)).getQuestion({ params }))
    expect(seen.asker).not.toContain('小明')
    const overseer = city.aStaffMember('data-bureau', ['supervisor'])
    expect(granted(await city.as(overseer).getQuestion({ params })).actions).toEqual([])
    const looks = await city.store.journal.listLooks([id], { limit: 10 })
    expect(looks.map(({ reason }) => reason)).toEqual(['question-page', 'question-page'])
  })

  it('is passed on with its clock running, and never back', async () => {
    const { id } = await ask(city.aCitizen())
    const params = { id }
    const officer = city.aStaffMember(SPORTS)
    const input = { to: 'education', reason: '学校操场归教育部门管。' }
    expect(granted(await city.as(officer).passOnQuestion({ params, input })).to.id).toBe('education')
    expect(await city.as(officer).getQuestion({ params })).toMatchObject({ code: 'question-not-found' })
    const other = city.aStaffMember('education')
    const seen = granted(await city.as(other).getQuestion({ params }))
    expect(seen.rounds[0]?.due).toBe('2026-11-25')
    expect(seen.passed).toMatchObject([{ from: { id: SPORTS }, reason: input.reason }])
    const back = { to: SPORTS, reason: '还是你们答复。' }
    expect(await city.as(other).passOnQuestion({ params, input: back })).toMatchObject({
      code: 'question-passed-back',
    })
  })

  it('shows to supervision when it is overdue, and counts as late once answered', async () => {
    const { id } = await ask(city.aCitizen(), '线长超过一百米可以吗？')
    const overseer = city.as(city.aStaffMember('data-bureau', ['supervisor']))
    const before = granted(await overseer.listQuestions({ query: { view: 'overdue' } }))
    expect(before.questions.map((one) => one.id)).not.toContain(id)
    city.clock.set('2026-11-26T02:00:00.000Z')
    const after = granted(await overseer.listQuestions({ query: { view: 'overdue' } }))
    expect(after.questions.find((one) => one.id === id)).toMatchObject({ overdue: true, remaining: -1 })
    const late = granted(await answer(id, city.aStaffMember(SPORTS)))
    expect(late.rounds[0]?.answer?.late).toBe(true)
    const { counts } = granted(await overseer.listQuestions({ query: {} }))
    expect(counts.answered - counts.inTime).toBe(1)
    city.clock.set('2026-11-23T02:00:00.000Z')
  })
})

import { expect, it } from 'vitest'
import { aRequestIsAnsweredOnce, foldDataRequest, oneRequestIsOpenForOneSubject } from './data-request.ts'

const asked = foldDataRequest(undefined, {
  kind: 'correction-asked',
  content: { personId: 'p', subject: 'name', text: '姓名写错一个字' },
  caseId: 'r',
  at: '2026-11-23T02:00:00.000Z',
})
const answered = foldDataRequest(asked, {
  kind: 'correction-answered',
  content: { outcome: 'declined', answer: '与证件一致', by: '郑管理' },
  caseId: 'r',
  at: '2026-11-24T02:00:00.000Z',
})

it('oneRequestIsOpenForOneSubject', () => {
  expect(oneRequestIsOpenForOneSubject([asked], 'name')).toMatchObject({
    code: 'data-request-open',
    facts: { since: '2026-11-23' },
  })
  expect(oneRequestIsOpenForOneSubject([asked], 'phone')).toBeUndefined()
  expect(oneRequestIsOpenForOneSubject([answered], 'name')).toBeUndefined()
})

it('aRequestIsAnsweredOnce', () => {
  expect(aRequestIsAnsweredOnce(asked)).toBeUndefined()
  expect(aRequestIsAnsweredOnce(answered)).toMatchObject({
    code: 'data-request-answered',
    article: '个人信息保护法 第五十条',
    facts: { by: '郑管理' },
  })
})

import type { ServiceItem } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { applicationNeedsARegisteredProject, projectCodesIn } from './project-code.ts'

const CODE = '2411-130202-89-01-637015'
const ITEM: Pick<ServiceItem, 'fields'> = {
  fields: [
    { id: 'building', label: { zh: '是否工程项目' }, type: 'yes-no' },
    { id: 'code', label: { zh: '代码' }, type: 'project-code', when: { field: 'building', is: true } },
  ],
}

describe('applicationNeedsARegisteredProject', () => {
  it.each([
    ['a code that is registered', { building: true, code: CODE }, [CODE], undefined],
    ['a code that nobody registered', { building: true, code: CODE }, [], 'project-code-not-registered'],
    ['no code where none is asked for', { building: false }, [], undefined],
    ['a code that is not asked for any more', { building: false, code: CODE }, [], undefined],
  ])('%s', (_, form, registered, expected) => {
    const refusal = applicationNeedsARegisteredProject(projectCodesIn(ITEM, form), new Set(registered))
    expect(refusal?.code).toBe(expected)
    if (expected)
      expect(refusal).toMatchObject({
        article: '企业投资项目核准和备案管理条例 第四条',
        fields: [{ path: 'form.code' }],
      })
  })
})

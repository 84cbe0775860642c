/** A builder asks for guidance and gives drawings; offices answer side by side; he sees everything at once. */

import { type Client, isRefusal, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import type { projectsEndpoints } from '@mashang/projects/contract'
import { A_BUILDER, FACTS, granted } from '@mashang/projects/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

let city: City
let builder: Page
let project: string

beforeAll(async () => {
  city = await aCity()
  builder = await city.visitor({ viewport: { width: 390, height: 844 } })
})
afterAll(() => city.close())

const as = (who: Who): Client<typeof projectsEndpoints> =>
  clientAs(city.server.modules.projects.handlers, who)

const officer = (organ: string): Who => ({
  ...{ kind: 'staff', id: `e2e-${organ}`, name: '李承办', organ, session: 'e2e' },
  roles: ['handling-officer'],
})

describe('what offices do together on a project', () => {
  it('given a builder with a project, when he asks for guidance, then he is told that an assistant is named', async () => {
    await signsUp(builder, WANG)
    const id = await builder.evaluate(
      async () => ((await (await fetch('/api/identity/me')).json()) as { id: string }).id,
    )
    const who: Who = { kind: 'citizen', id, name: WANG.name, session: 'e2e' }
    granted(await clientAs(city.server.modules.identity.handlers, who).addEnterprise({ input: A_BUILDER }))
    project = granted(await as(who).registerProject({ input: { owner: A_BUILDER.uscc, facts: FACTS } })).id
    await builder.goto(`/projects/${project}`)
    await look(builder)
    await builder.goto(`/projects/${project}/guidance`)
    await look(builder)
    await press(builder, '申请前期辅导', 'Ask for guidance')
    await sees(builder, '正在指定辅导专员')
    await look(builder)
    await builder.goto(`/projects/${project}/acceptance`)
    await look(builder)
  })

  it('given drawings, when all offices have answered, then he sees every comment and answers it', async () => {
    await builder.goto(`/projects/${project}/drawings`)
    await look(builder)
    await builder.locator('#file').setInputFiles({
      name: '施工图.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    })
    await press(builder, '上传图纸', 'Upload')
    await sees(builder, '施工图.pdf')
    await press(builder, '提交送审', 'Give for review')
    await sees(builder, '各部门正在审查')
    await look(builder)
    const params = { id: project }
    const { offices } = granted(await as(officer('housing-construction')).getDrawings({ params }))
    for (const { organ } of offices) {
      const fire = organ.id === 'housing-construction'
      const comment = {
        sheet: '建施-07',
        place: '楼梯间',
        text: '净宽不足',
        article: '',
        severity: 'must' as const,
      }
      const input = { opinion: fire ? '有意见' : '同意', comments: fire ? [comment] : [], settled: [] }
      granted(await as(officer(organ.id)).reviewDrawings({ params, input }))
    }
    await builder.reload()
    await sees(builder, '净宽不足')
    await look(builder)
    expect(isRefusal(await as(officer('education')).getDrawings({ params }))).toBe(true)
  })
})

import { isRefusal, type Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { A_BUILDER, FACTS, granted, type TestProjects, testProjects } from '../testing/index.ts'
import { dalian } from './dalian.ts'

const NOBODY: Who = { kind: 'anonymous' }
let city: TestProjects

beforeAll(async () => {
  city = await testProjects(await dalian())
})
afterAll(() => city.close())

function register(who: Who, facts: object = {}, code?: string) {
  return city
    .as(who)
    .registerProject({ input: { owner: A_BUILDER.uscc, facts: { ...FACTS, ...facts }, code } })
}

describe('registering a project', () => {
  it('gives it a code of its own, and a plan of 38 working days', async () => {
    const owner = city.aBuilder()
    const project = granted(await register(owner))
    expect(project.code).toMatch(/^2611-210200-89-03-\d{6}$/)
    expect(project.total).toBe(38)
    expect(project.stages.map(({ items }) => items.length)).toEqual([4, 1, 5, 3])
    expect(project.stages[0]?.from).toBe('2026-11-23')
    const other = granted(await register(owner))
    expect(other.code).not.toBe(project.code)
    expect(granted(await city.as(owner).listMyProjects({})).projects).toHaveLength(2)
    expect(await city.projects.isRegistered(project.code ?? '')).toBe(true)
  })

  it('answers the same key once', async () => {
    const owner = city.aBuilder()
    const call = { input: { owner: A_BUILDER.uscc, facts: FACTS }, key: 'once' }
    const first = granted(await city.as(owner).registerProject(call))
    expect(granted(await city.as(owner).registerProject(call)).id).toBe(first.id)
    expect(granted(await city.as(owner).listMyProjects({})).projects).toHaveLength(1)
  })

  it('keeps a code that the project has, of either era, and refuses a wrong or a taken one', async () => {
    const owner = city.aBuilder()
    expect(granted(await register(owner, {}, '2017-210200-70-03-000001')).minted).toBe(false)
    expect(granted(await register(owner, {}, '2411-130202-89-01-637015')).code).toBe(
      '2411-130202-89-01-637015',
    )
    expect(await register(owner, {}, '2411-130202-89-01-637016')).toMatchObject({
      code: 'code-check-wrong',
      facts: { position: 24, expected: '5' },
    })
    expect(await register(owner, {}, '2017-210200-70-03-000001')).toMatchObject({
      code: 'project-code-taken',
    })
  })

  it('refuses facts that are missing or do not go together, and an owner one does not act for', async () => {
    const refused = await register(city.aBuilder(), { name: undefined, 'plan-end': '2026-01-01' })
    expect(refused).toMatchObject({ code: 'form-has-errors' })
    expect(isRefusal(refused) && refused.fields?.map(({ path }) => path)).toEqual([
      'facts.name',
      'facts.plan-end',
    ])
    expect(await register(city.aBuilder({ enterprises: [] }))).toMatchObject({
      code: 'not-an-agent-of-enterprise',
    })
  })

  it('is taken back by its owner, and by nobody else', async () => {
    const owner = city.aBuilder()
    const { id, code } = granted(await register(owner, { name: '撤回的项目' }))
    const input = { reason: '不再建设' }
    expect(await city.as(city.aBuilder()).withdrawProject({ params: { id }, input })).toMatchObject({
      code: 'project-not-found',
    })
    const gone = granted(await city.as(owner).withdrawProject({ params: { id }, input }))
    expect(gone).toMatchObject({ status: 'withdrawn', actions: [] })
    expect(await city.projects.isRegistered(code ?? '')).toBe(false)
    const listed = granted(await city.as(NOBODY).listPublicProjects({ query: { text: '撤回的项目' } }))
    expect(listed.total).toBe(0)
  })
})

describe('secretProjectsAreLeftOut', () => {
  const NAME = '不公开的工程'
  let owner: Who
  let secret: { id: string; code?: string }

  beforeAll(async () => {
    owner = city.aBuilder()
    secret = granted(await register(owner, { name: NAME, secret: true }))
  })

  it('of every public list, count and search', async () => {
    const anyone = city.as(NOBODY)
    const all = granted(await anyone.listPublicProjects({ query: {} }))
    const stages = granted(await anyone.listPublicProjects({ query: { stage: 'land' } }))
    for (const text of [NAME, secret.code ?? '', '不公开']) {
      const found = granted(await anyone.listPublicProjects({ query: { text } }))
      expect(found.total).toBe(0)
      expect(found.stages.every(({ count }) => count === 0)).toBe(true)
    }
    expect(JSON.stringify([all, stages])).not.toContain(NAME)
    const { projects } = granted(
      await city.as(city.aStaffMember('data-bureau', ['supervisor'])).listProjects({}),
    )
    expect(all.total).toBe(projects.filter(({ status }) => status !== 'withdrawn').length)
  })

  it('and a check of its code is answered like one that nobody has', async () => {
    const anyone = city.as(NOBODY)
    const known = granted(await anyone.checkCode({ query: { code: secret.code ?? '' } }))
    const free = granted(await anyone.checkCode({ query: { code: '2609-210200-89-03-123450' } }))
    expect(known.valid).toBe(true)
    expect(known.project).toBeUndefined()
    expect(Object.keys(known).sort()).toEqual(
      Object.keys(granted(await anyone.checkCode({ query: { code: '2111-522323-04-01-342068' } }))).sort(),
    )
    expect(free.project).toBeUndefined()
  })

  it('but its owner and the office that registers it see it, and its code works', async () => {
    const params = { id: secret.id }
    expect(granted(await city.as(owner).getProject({ params })).secret).toBe(true)
    expect(
      granted(await city.as(city.aStaffMember('natural-resources')).getProjectAtDesk({ params })).name,
    ).toBe(NAME)
    expect(await city.projects.isRegistered(secret.code ?? '')).toBe(true)
    for (const reader of [
      city.aStaffMember('meteorology'),
      city.aStaffMember('housing-construction', ['approval-head']),
      city.aStaffMember('data-bureau', ['supervisor']),
      city.aBuilder(),
    ]) {
      expect(await city.as(reader).getProjectAtDesk({ params })).toMatchObject({ code: 'project-not-found' })
      expect(JSON.stringify(await city.as(reader).listProjects({}))).not.toContain(NAME)
    }
  })
})

describe('a project at the desk', () => {
  it('is seen by the offices it concerns; a look is journaled, a supervisor sees it masked', async () => {
    const owner = city.aBuilder()
    const { id } = granted(await register(owner))
    const params = { id }
    const office = granted(
      await city.as(city.aStaffMember('development-reform')).getProjectAtDesk({ params }),
    )
    expect(office.owner).toMatchObject({ phone: '13800000001', masked: false })
    const overseer = city.aStaffMember('data-bureau', ['supervisor'])
    expect(granted(await city.as(overseer).getProjectAtDesk({ params })).owner).toMatchObject({
      phone: '138****0001',
      masked: true,
    })
    expect(await city.as(city.aStaffMember('education')).getProjectAtDesk({ params })).toMatchObject({
      code: 'project-not-found',
    })
    const { rows } = await city.store.db
      .withSchema('journal')
      .selectFrom('look' as never)
      .selectAll()
      .where('case_id' as never, '=', id as never)
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toHaveLength(1)
  })

  it('stands in its summary as the journal says, made again from it alone', async () => {
    const { db } = city.store
    const read = () => city.as(NOBODY).listPublicProjects({ query: {} })
    const before = granted(await read())
    await rebuild(db, city.projects.summaries)
    expect(granted(await read())).toEqual(before)
  })
})

describe('checkCode', () => {
  it.each([
    ['2111-522323-04-01-342068', { valid: true, generation: 'month' }],
    ['2017-210200-70-03-000001', { valid: true, generation: 'year' }],
    ['2111-522323-04-01-342060', { valid: false, position: 24, expected: '8' }],
    ['2111-522323', { valid: false }],
  ])('%s', async (code, answer) => {
    expect(granted(await city.as(NOBODY).checkCode({ query: { code } }))).toMatchObject(answer)
  })
})

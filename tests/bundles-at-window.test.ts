/** A bundle that is taken in at a window, and gone on with at home. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { Who } from '../packages/kit/index.ts'

import {
  aFounder,
  approvals,
  bundles,
  close,
  fill,
  granted,
  openCity,
  RESTAURANT,
  SHOP,
} from './bundle-city.ts'

beforeAll(openCity)
afterAll(() => close())

describe('a bundle at a window', () => {
  const clerk: Who = {
    kind: 'staff',
    id: 'clerk-1',
    name: '窗口李',
    organ: 'data-bureau',
    roles: ['window-clerk'],
    session: 's',
  }
  const other: Who = { ...clerk, id: 'clerk-2', name: '窗口周' }

  it('is filled in by the clerk, with originals seen, and is its applicant’s to go on with', async () => {
    const walkIn = await aFounder()
    const desk = bundles(clerk)
    const input = {
      bundle: 'open-hr-firm',
      person: walkIn.kind === 'citizen' ? walkIn.id : '',
      circumstances: { registered: true, dispatch: false, abroad: false },
      applicant: SHOP.uscc,
    }
    const { id } = granted(await desk.openBundleAtWindow({ input, key: 'open-at-window' }))
    expect(granted(await desk.openBundleAtWindow({ input, key: 'open-at-window' })).id).toBe(id)
    expect(granted(await desk.listBundlesAtWindow({})).bundles.map((row) => row.id)).toEqual([id])
    expect(granted(await bundles(other).listBundlesAtWindow({})).bundles).toEqual([])
    const params = { id }
    expect(await bundles(other).getWindowSheet({ params })).toMatchObject({ code: 'bundle-case-not-found' })

    const filledIn = granted(await desk.getWindowSheet({ params }))
    expect(filledIn.sheet.applicant).toBe(SHOP.uscc)
    expect(filledIn.signedOnPaper.map(({ zh }) => zh)).toEqual(['人力资源服务许可'])
    await fill(id, walkIn)
    const { sheet } = granted(await desk.getWindowSheet({ params }))
    const [first, second] = sheet.materials.filter(({ files }) => files.length > 0)
    if (!first || !second) throw new Error('two materials were given')
    const seen = { params: { id, material: first.key }, input: { is: true } }
    expect(await bundles(other).markWindowMaterial(seen)).toMatchObject({ code: 'bundle-case-not-found' })
    granted(await desk.markWindowMaterial(seen))
    const looked = granted(await desk.markWindowMaterial({ ...seen, params: { id, material: second.key } }))
    expect(looked.seen.map(({ key }) => key).toSorted()).toEqual([first.key, second.key].toSorted())
    const added = granted(
      await desk.addWindowFile({
        params: { id, material: second.key },
        upload: anUpload('后来.pdf', aPdf('later')),
      }),
    )
    expect(added.seen.map(({ key }) => key)).toEqual([first.key])

    const taken = granted(
      await desk.submitAtWindow({
        params,
        input: { consents: sheet.held.map(({ key }) => key) },
        key: 'take-it-in',
      }),
    )
    const [part] = taken.parts
    expect(part).toMatchObject({ state: 'running', application: { number: expect.any(String) } })
    const found = granted(
      await approvals(walkIn).getApplication({ params: { id: part?.application?.id ?? '' } }),
    )
    expect(found.channel).toBe('window')
    const trusts = found.materials.filter(({ files }) => files.length > 0).map(({ trust }) => trust)
    expect(trusts).toContain('B')
    expect(trusts).toContain('C')
    expect(granted(await bundles(walkIn).listMyBundles({})).bundles.map((row) => row.id)).toEqual([id])
    expect(granted(await desk.listBundlesAtWindow({})).bundles).toEqual([])
    // What was submitted is the applicant's alone to go on with.
    expect(await desk.saveWindowSheet({ params, input: { answers: {} } })).toMatchObject({
      code: 'bundle-case-not-found',
    })
    expect(granted(await desk.getBundleAtDesk({ params })).owner).toMatchObject({
      name: '王小明',
      masked: false,
    })
    expect(await bundles(other).getBundleAtDesk({ params })).toMatchObject({ code: 'bundle-case-not-found' })
  })

  it('that was begun there is gone on with at home', async () => {
    const walkIn = await aFounder()
    const input = {
      bundle: 'open-restaurant',
      person: walkIn.kind === 'citizen' ? walkIn.id : '',
      circumstances: RESTAURANT,
    }
    const { id } = granted(await bundles(clerk).openBundleAtWindow({ input }))
    await fill(id, walkIn)
    const sheet = granted(await bundles(walkIn).getBundleSheet({ params: { id, sheet: 'main' } }))
    const consents = sheet.held.map(({ key }) => key)
    const view = granted(await bundles(walkIn).submitBundle({ params: { id }, input: { consents } }))
    const [part] = view.parts
    const found = granted(
      await approvals(walkIn).getApplication({ params: { id: part?.application?.id ?? '' } }),
    )
    expect(found.channel).toBe('online')
    expect(await bundles(clerk).dropAtWindow({ params: { id }, input: {} })).toMatchObject({
      code: 'bundle-submitted',
    })
  })
})

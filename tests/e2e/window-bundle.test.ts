import { clientAs } from '@mashang/kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datedValues } from '../../modules/approvals/index.ts'
import { anUpload, aPdf } from '../../modules/approvals/testing/index.ts'
import type { bundlesEndpoints } from '../../modules/bundles/contract/index.ts'
import type { identityEndpoints } from '../../modules/identity/contract/index.ts'
import {
  type Client,
  idCardOf,
  isRefusal,
  legalDayOf,
  type Refusal,
  type Who,
} from '../../packages/kit/index.ts'
import { codeSentTo, press, sees } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const SUN = { name: '孙开业', phone: '13700000088', idCard: idCardOf('21020219880203103') }
const FIRM = { uscc: '91350100M000100Y43', name: '大连帆影人力资源有限公司' }

describe('a walk-in who wants several things at once', () => {
  let city: City
  let clerk: Page
  let id = ''
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is asked for the circumstances once, and the clerk is told that no certificate is needed here', async () => {
    clerk = await staff(city, 'chuangkou')
    await clerk.goto('/desk/window')
    await clerk.getByLabel('事项名称或常用说法').fill('开人力资源公司')
    await clerk.getByRole('button', { name: /开人力资源公司\s*一件事/ }).click()
    await clerk.getByLabel('身份证号、手机号或统一社会信用代码').fill(SUN.idCard)
    await clerk.getByRole('button', { name: '查找' }).click()
    await clerk.getByText('没有找到账户，请登记。').waitFor()
    await clerk.getByLabel('姓名').fill(SUN.name)
    await clerk.getByLabel('手机号', { exact: true }).fill(SUN.phone)
    await clerk.getByRole('button', { name: '登记办事人' }).click()
    await answers(clerk, '有营业执照了吗', '是')
    await answers(clerk, '做劳务派遣吗', '是')
    await answers(clerk, '派人出国务工吗', '否')
    await clerk.getByText('要办 2 项：').waitFor()
    await clerk.getByText('代表其他企业（已核对委托书原件）').click()
    await clerk.getByLabel('统一社会信用代码', { exact: true }).fill(FIRM.uscc)
    await clerk.getByLabel('企业名称').fill(FIRM.name)
    await clerk.getByRole('button', { name: '登记', exact: true }).click()
    await clerk.getByText(`可以代表：${FIRM.name}`).waitFor()
    await look(clerk)
    await clerk.getByRole('button', { name: '开始收件' }).click()
    await clerk.waitForURL(/\/window\/bundles\/[0-9a-f-]{36}$/)
    await clerk.getByText('网上申请要用企业证书签名；在窗口由经办人在打印的申请表上签字、加盖公章').waitFor()
    id = clerk.url().split('/').at(-1) ?? ''
    await look(clerk)
  })

  it('has originals seen once for all offices, and every number on one slip', async () => {
    await fillsInTheRest(city, id)
    await clerk.reload()
    await clerk.getByText('齐了：申请表和必要材料都有。').waitFor()
    const material = clerk.locator('.window-material').filter({ hasText: '项共用' }).first()
    await material.getByRole('checkbox', { name: /原件已核验/ }).click()
    await material.getByText('B 原件已核验').waitFor()
    await look(clerk)
    await clerk.getByRole('button', { name: '收件，一次送出 2 项' }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: '收件' }).click()
    await clerk.waitForURL(/\/taken$/)
    await expect.poll(() => clerk.locator('.window-number-small').count()).toBe(2)
    await clerk
      .getByRole('link', { name: /收件凭证|申请收讫|收件/ })
      .first()
      .waitFor()
    await look(clerk)
  })

  it('goes on at home with the same bundle', async () => {
    const citizen = await city.visitor()
    await citizen.goto(`/sign-in?next=/my/bundles/${id}`)
    await citizen.locator('[name=phone]').fill(SUN.phone)
    await press(citizen, '获取验证码', 'Send the code')
    await citizen.locator('[name=code]').fill(await codeSentTo(citizen, SUN))
    await press(citizen, '登录', 'Sign in')
    await citizen.waitForURL(`**/my/bundles/${id}`)
    await sees(citizen, /正在办理：2 项中已办结 0 项/)
    await look(citizen)
  })
})

async function answers(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check()
}

const DESK: Who = {
  kind: 'staff',
  id: 'window-1',
  name: '窗口',
  organ: 'data-bureau',
  roles: ['window-clerk'],
  session: 's',
}

/** The rest of the sheet he types himself on his phone while he waits: it is one sheet. */
async function fillsInTheRest({ server, clock }: City, id: string): Promise<void> {
  const { modules } = server
  const identity: Client<typeof identityEndpoints> = clientAs(modules.identity.handlers, DESK)
  const { people } = granted(await identity.findWalkIn({ input: { number: SUN.idCard } }))
  const who: Who = { kind: 'citizen', id: people[0]?.id ?? '', name: SUN.name, session: 's' }
  const me: Client<typeof bundlesEndpoints> = clientAs(modules.bundles.handlers, who)
  const params = { id, sheet: 'main' as const }
  const sheet = granted(await me.getBundleSheet({ params }))
  const codes = sheet.items.map(({ code }) => code)
  const examples = modules.profile.items
    .filter(({ item }) => codes.includes(item.code))
    .map(({ item }) => datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(clock.now())))
  const typed: Record<string, unknown> = {
    ...Object.assign({}, ...examples),
    premises: { region: '210203011003', detail: '唐山街 1 号 1 层' },
    responsible: SUN.name,
    ...sheet.answers,
  }
  const keys = sheet.questions.map(({ field }) => field.id)
  const answers = Object.fromEntries(Object.entries(typed).filter(([key]) => keys.includes(key)))
  const begun = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { field, error } of begun.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { key, missing } of filled.materials)
    if (missing) {
      const upload = anUpload(`${key}.pdf`, aPdf(key))
      granted(await me.addBundleFile({ params: { ...params, material: key }, upload }))
    }
}

function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

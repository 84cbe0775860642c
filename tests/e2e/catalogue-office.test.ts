import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const NAME = '体育场地临时占用许可'

/** Fills the control under this label, inside a part of the page. */
async function fills(page: Page | Locator, label: string | RegExp, text: string, at = 0): Promise<void> {
  const control = page.getByLabel(label, { exact: typeof label === 'string' }).nth(at)
  await control.fill(text)
}

async function chooses(page: Page, part: Page | Locator, label: string, ...options: string[]): Promise<void> {
  const control = part.getByLabel(label, { exact: true }).first()
  for (const option of options) {
    await control.click()
    await control.fill(option)
    await page.locator('.ant-select-item-option', { hasText: option }).first().click()
  }
  await page.keyboard.press('Escape')
}

const goesTo = (page: Page, section: string) =>
  page
    .locator('.editor-menu')
    .getByRole('button', { name: new RegExp(`^${section}`) })
    .click()

const does = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function confirms(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await look(page)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('the catalogue office', () => {
  let city: City
  let writes: Page
  let address: string
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('a clerk makes a new item from nothing by reading the desk alone', async () => {
    writes = await staff(city, 'mulu')
    await writes.goto('/desk/items')
    await writes.locator('.grid').waitFor()
    await look(writes)
    await does(writes, '新建事项')
    const dialog = writes.getByRole('dialog')
    await chooses(writes, dialog, '部门', '大连市体育局')
    await fills(dialog, '新事项名称', NAME)
    // What was typed is not lost to a key that was meant for the list
    await writes.keyboard.press('Escape')
    await writes.getByText('2102-TY-XK-').waitFor()
    await confirms(writes, '建立草稿')
    await writes.locator('.editor').waitFor()
    await look(writes)
    await writesTheElements(writes)
    await look(writes)
  })

  it('and the checks, live beside the fields, lead to an item without a finding', async () => {
    await writes.locator('.section-count').first().waitFor({ state: 'detached' })
    await does(writes, '保存')
    await writes.locator('.page-tools').getByText('已保存', { exact: true }).waitFor()
    await writes.locator('.page-tools').getByRole('link', { name: '返回' }).click()
    await writes.getByText('符合全部公布规则，可以公布。').waitFor()
    await look(writes)
    address = new URL(writes.url()).pathname
    await does(writes, '送审')
    await confirms(writes, '送审')
    await writes.getByText('不能审核自己的草稿').waitFor()
  })

  it('a second person approves it and publishes it, and a citizen finds it and starts to apply', async () => {
    const approves = await staff(city, 'guanli')
    await approves.goto(address)
    await does(approves, '审核通过')
    await confirms(approves, '审核通过')
    await does(approves, '公布')
    await confirms(approves, '公布')
    await approves.getByText('已公布', { exact: true }).first().waitFor()
    await approves.locator('.item-views').getByText('历史').click()
    await approves.locator('.item-history').getByText('审核通过').waitFor()
    await look(approves)
    await approves.locator('.item-views').getByText('影响').click()
    await approves.getByText('没有在办的办件。').waitFor()
    await look(approves)

    const wang = await city.visitor()
    await signsUp(wang, WANG)
    await wang.goto(`/items?text=${encodeURIComponent('体育场地临时占用')}`)
    await wang.getByRole('link', { name: NAME }).first().click()
    await sees(wang, '占用期间不影响周边居民。')
    await wang.getByRole('link', { name: /在线办理/ }).click()
    await sees(wang, NAME)
  })
})

/** Every element that the checks ask for, section by section. */
async function writesTheElements(page: Page): Promise<void> {
  await fills(page, '事项名称（英文）', 'Temporary use of a sports ground')
  await chooses(page, page, '主题', '文化体育')
  await goesTo(page, '依据')
  await does(page, '添加依据')
  await fills(page, '法律法规', '行政许可法')
  await goesTo(page, '受理条件')
  await does(page, '添加受理条件')
  await fills(page, '受理条件（中文）', '占用期间不影响周边居民。')
  await goesTo(page, '时限')
  await fills(page, '法定时限', '20')
  await fills(page, '承诺时限', '5')
  await fills(page, '法律法规（选填）', '行政许可法')
  await fills(page, '条款（选填）', '第四十二条')
  await goesTo(page, '表单')
  await does(page, '添加字段')
  await fills(page, '名称（中文）', '占用场地')
  await fills(page, '名称（英文）', 'Ground')
  await page.frameLocator('.preview-frame').getByText('占用场地').waitFor()
  await look(page)
  await goesTo(page, '结果')
  await fills(page, '结果名称（中文）', '准予占用决定书')
  await goesTo(page, '窗口与电话')
  const windows = page.getByLabel('办理窗口', { exact: true })
  await windows.click()
  await page.locator('.ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
  await goesTo(page, '常见问题')
  await does(page, '添加问答')
  await fills(page, '问题（中文）', '可以占用多久？')
  await fills(page, '回答（中文）', '最多十五天。')
}

/** What the catalogue office does at the desk, from a new item to its publication, reading only the desk. */
import type { Locator, Page } from 'playwright-core'
import { look } from './look.ts'

/** Fills the control under this label, inside a part of the page. */
export async function fills(page: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  await page
    .getByLabel(label, { exact: typeof label === 'string' })
    .first()
    .fill(text)
}

export async function chooses(
  page: Page,
  part: Page | Locator,
  label: string,
  ...options: string[]
): Promise<void> {
  const control = part.getByLabel(label, { exact: true }).first()
  for (const option of options) {
    await control.click()
    await control.fill(option)
    await page.locator('.ant-select-item-option', { hasText: option }).first().click()
  }
  await page.keyboard.press('Escape')
}

export const goesTo = (page: Page, section: string) =>
  page
    .locator('.editor-menu')
    .getByRole('button', { name: new RegExp(`^${section}`) })
    .click()

export const does = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

export async function confirms(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await look(page)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** 新建: a draft from nothing, for the sports bureau. */
export async function beginsAnItem(page: Page, name: string): Promise<void> {
  await page.goto('/desk/items')
  await page.locator('.grid').waitFor()
  await look(page)
  await does(page, '新建事项')
  const dialog = page.getByRole('dialog')
  await chooses(page, dialog, '部门', '大连市体育局')
  await fills(dialog, '新事项名称', name)
  // What was typed is not lost to a key that was meant for the list
  await page.keyboard.press('Escape')
  await page.getByText('2102-TY-XK-').waitFor()
  await confirms(page, '建立草稿')
  await page.locator('.editor').waitFor()
  await look(page)
}

/** Every element that the checks ask for, section by section; the steps stand as they begin. */
export async function writesTheElements(page: Page): Promise<void> {
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
  await page.getByLabel('办理窗口', { exact: true }).click()
  await page.locator('.ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
  await goesTo(page, '常见问题')
  await does(page, '添加问答')
  await fills(page, '问题（中文）', '可以占用多久？')
  await fills(page, '回答（中文）', '最多十五天。')
}

/** Saves what no check finds fault with, goes back and hands it in; the address of the draft. */
export async function handsItIn(page: Page): Promise<string> {
  await page.locator('.section-count').first().waitFor({ state: 'detached' })
  await does(page, '保存')
  await page.locator('.page-tools').getByText('已保存', { exact: true }).waitFor()
  await page.locator('.page-tools').getByRole('link', { name: '返回' }).click()
  await page.getByText('符合全部公布规则，可以公布。').waitFor()
  await look(page)
  const address = new URL(page.url()).pathname
  await does(page, '送审')
  await confirms(page, '送审')
  await page.getByText('不能审核自己的草稿').waitFor()
  return address
}

/** Somebody else approves it, and publishes it as of today. */
export async function approvesAndPublishes(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await does(page, '审核通过')
  await confirms(page, '审核通过')
  await does(page, '公布')
  await confirms(page, '公布')
  await page.getByText('已公布', { exact: true }).first().waitFor()
}

/** 复制为新事项: everything as it is there but for the name. */
export async function copiesTheItem(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await does(page, '复制为新事项')
  await fills(page.getByRole('dialog'), '新事项名称', name)
  await confirms(page, '建立草稿')
  await page.locator('.editor').waitFor()
}

/** How an item is handled, in the words of the desk. */
export interface Way {
  readonly onTheSpot?: boolean
  readonly passes?: readonly string[]
  readonly places?: string
}

/** 铺设环节: says how it is handled, and the steps stand. */
export async function laysTheSteps(page: Page, { onTheSpot, passes = [], places }: Way): Promise<void> {
  await goesTo(page, '环节')
  const ways = page.locator('.ways')
  if (onTheSpot) await ways.getByRole('radio', { name: /^即办件/ }).check()
  // A copy begins with what its model passes: what is not said here is taken away
  const chosen = ways.locator('.ways-list input[type=checkbox]:checked')
  while ((await chosen.count()) > 0) await chosen.first().uncheck()
  for (const one of passes) await ways.getByRole('checkbox', { name: one, exact: true }).check()
  if (places) await ways.getByRole('radio', { name: places, exact: true }).check()
  await does(page, '铺设环节')
  await page
    .getByText(/^已铺设 \d 个环节/)
    .first()
    .waitFor()
  await look(page)
}

/** The code of the item at an address of the desk. */
export function codeAt(address: string): string {
  const code = /items\/([^/]+)\//.exec(address)?.[1]
  if (!code) throw new Error(`no item at ${address}`)
  return code
}

/** One sheet for several applications, as steps of a journey: every question answered, every document given once. */
import type { Locator, Page } from 'playwright-core'

/** Each kind of field by what it takes; what the sheet knows already stays as it is. */
export async function answersEveryQuestion(page: Page, typed: Readonly<Record<string, string>> = {}) {
  for (const field of await page.locator('main form .field[data-field]:visible').all()) {
    const id = (await field.getAttribute('data-field')) ?? ''
    const type = (await field.getAttribute('data-type')) ?? ''
    if (type === 'choice' || type === 'yes-no') await choosesTheLast(field)
    else if (type === 'choices') await field.locator('input[type=checkbox]').first().check()
    else if (type === 'address') await choosesTheAddress(page, id)
    else {
      const input = field.locator('input, textarea').first()
      if ((await input.inputValue()) === '') await input.fill(typed[type] ?? TYPED[type] ?? '三级隔油池')
    }
  }
}

const TYPED: Readonly<Record<string, string>> = {
  number: '12',
  money: '1000000',
  uscc: '91350100M000100Y43',
  phone: '13900000001',
  date: '2027-02-01',
}

async function choosesTheLast(field: Locator): Promise<void> {
  const list = field.locator('select')
  if ((await list.count()) > 0) await list.selectOption({ index: 1 })
  else if ((await field.locator('input[type=radio]:checked').count()) === 0)
    await field.locator('input[type=radio]').last().check()
}

/** District, street and community, where none is chosen yet. */
export async function choosesTheAddress(page: Page, id: string, district = '210203'): Promise<void> {
  const detail = page.locator(`[name="${id}.detail"]`)
  if ((await detail.inputValue()) !== '') return
  await page.locator(`[name="${id}.1"]`).selectOption(district)
  for (const level of [2, 3]) {
    await page.locator(`[name="${id}.${level}"] option`).nth(1).waitFor({ state: 'attached' })
    await page.locator(`[name="${id}.${level}"]`).selectOption({ index: 1 })
  }
  await detail.fill('唐山街 1 号 1 层')
}

/** Uploads a file for each document that is still asked for. */
export async function givesEveryDocument(page: Page): Promise<void> {
  const ids = await page
    .locator('.material-once')
    .evaluateAll((cards) => cards.filter((card) => card.querySelector('.tag-soon')).map((card) => card.id))
  for (const id of ids) {
    const card = page.locator(`#${id}`)
    await card.locator('input[type=file]').setInputFiles(aPdf(id))
    await card.getByRole('button', { name: /^上传/ }).click()
    await card.locator('.tag-done').waitFor()
  }
}

export function aPdf(name: string) {
  const text =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`${text}% ${name}\n`) }
}

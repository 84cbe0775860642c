/** What the licence and the receipt are good for, as steps of a journey: fetched by the citizen, checked by anyone. */
import type { Page } from 'playwright-core'
import {
  downloadsPdf,
  opensTheCase,
  press,
  reloadsUntil,
  type Submitted,
  sees,
  WANG,
} from './citizen-steps.ts'
import type { City } from './city.ts'
import { concludesTheSiteCheck, concludesTheStep, grants, opens, staff } from './desk-steps.ts'
import { look, say } from './look.ts'

/** The office's way from an accepted case to the grant, where no one need see the site: reviewed, decided. */
export async function isGranted(city: City, kite: Submitted): Promise<void> {
  const officer = await staff(city, 'fengzheng')
  await opens(officer, kite)
  await concludesTheStep(officer, '材料齐全，符合条件。')
  await isDecided(city, kite)
}

/** Two people see the site before it is decided. */
export async function isSeenAndGranted(city: City, kite: Submitted): Promise<void> {
  const inspector = await staff(city, 'xianchang')
  await opens(inspector, kite)
  await concludesTheSiteCheck(inspector, '场地开阔，无架空线。', '钱承办')
  await isDecided(city, kite)
}

async function isDecided(city: City, kite: Submitted): Promise<void> {
  const head = await staff(city, 'jueding')
  await opens(head, kite)
  await grants(head)
}

/** The citizen fetches the licence; a stranger checks it by its page and by its file. */
export async function receivesALicenceThatVerifies(
  citizen: Page,
  stranger: Page,
  kite: Submitted,
): Promise<void> {
  await opensTheCase(citizen, kite)
  const name = await say(citizen, '下载电子证照（PDF）', 'Download the licence (PDF)')
  const link = citizen.getByRole('link', { name })
  await reloadsUntil(citizen, link)
  await look(citizen)
  const licence = await downloadsPdf(citizen, link)
  const page = citizen.getByRole('link', {
    name: await say(citizen, '公开核验页', 'Public verification page'),
  })

  await stranger.goto((await page.getAttribute('href')) ?? 'no verification page')
  await sees(stranger, await say(stranger, '真实有效', 'Genuine and valid'))
  if ((await stranger.locator('main').innerText()).includes(WANG.name))
    throw new Error('the public page names the holder in full')
  await look(stranger)
  await stranger.goto('/verify')
  await look(stranger)
  await stranger
    .locator('#file')
    .setInputFiles({ name: '许可证.pdf', mimeType: 'application/pdf', buffer: licence })
  await press(stranger, '上传核验', 'Upload and verify')
  await sees(stranger, await say(stranger, '有效，签名后没有改动', 'Valid; unchanged since it was signed'))
  await sees(stranger, await say(stranger, '真实有效', 'Genuine and valid'))
  await look(stranger)
}

/** The citizen fetches the receipt of the submission; a stranger checks it, and one that was tampered with. */
export async function holdsAReceiptThatVerifies(
  citizen: Page,
  stranger: Page,
  kite: Submitted,
): Promise<void> {
  await citizen.goto(`/my/applications/${kite.id}/receipt`)
  const name = await say(citizen, '下载回执文件（JSON）', 'Download the receipt (JSON)')
  await reloadsUntil(citizen, citizen.getByRole('link', { name }))
  await look(citizen)
  const answer = await citizen.context().request.get(`/my/applications/${kite.id}/receipt.json`)
  const receipt = await answer.text()
  await checksTheReceipt(stranger, receipt)
  await sees(stranger, await say(stranger, '回执真实', 'The receipt is genuine'))
  await look(stranger)
  await checksTheReceipt(stranger, receipt.replace(kite.number, kite.number.replace(/.$/, 'X')))
  await sees(stranger, await say(stranger, '内容被改动过', 'has been altered'))
  await look(stranger)
}

async function checksTheReceipt(stranger: Page, receipt: string): Promise<void> {
  await stranger.goto('/verify/receipt')
  await look(stranger)
  await stranger
    .locator('#receipt-file')
    .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(receipt) })
  await press(stranger, '核验', 'Check')
}

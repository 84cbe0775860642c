/** Checks a receipt right here, with the log's key and nothing from the server but this page. */
import { isRefusal, problemOf } from '@mashang/kit'
import { type Finding, verifyReceipt } from '@mashang/proof'
import { say } from './words.ts'

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
const form = document.querySelector<HTMLFormElement>('form[data-receipt]')
const result = document.querySelector<HTMLElement>('[data-receipt-result]')

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  const typed = form.querySelector('textarea')?.value ?? ''
  const text = (file ? await file.text() : typed).trim()
  document.querySelector('.error-summary')?.remove()
  if (text === '')
    return show(false, say('请选择文件或粘贴内容。', 'Please choose a file or paste its content.'), [])
  const checked = verifyReceipt(text, form.dataset.receipt ?? '')
  if (isRefusal(checked)) {
    const findings = (checked.facts.findings ?? []) as readonly Finding[]
    return show(false, problemOf(checked, language).detail, findings)
  }
  const where = say(
    `日志 ${checked.log} 第 ${checked.leaf + 1} 条，共 ${checked.size} 条。`,
    `Log ${checked.log}, entry ${checked.leaf + 1} of ${checked.size}.`,
  )
  show(
    true,
    `${say('回执真实，内容没有被改动。', 'The receipt is genuine and unchanged. ')}${where}`,
    checked.findings,
  )
})

function show(good: boolean, message: string, findings: readonly Finding[]): void {
  if (!result) return
  const notice = document.createElement('div')
  notice.className = `notice ${good ? 'notice-done' : 'notice-stop'}`
  const body = document.createElement('div')
  body.className = 'notice-body'
  const title = document.createElement('h2')
  title.className = 'notice-title'
  title.textContent = good ? say('✓ 核验通过', '✓ It holds') : say('✗ 没有通过', '✗ It does not hold')
  const text = document.createElement('p')
  text.textContent = message
  const list = document.createElement('ul')
  for (const { result: found, words } of findings) {
    const line = document.createElement('li')
    line.textContent = `${{ holds: '✓', fails: '✗', 'not-shown': '–' }[found]} ${words[language]}`
    list.append(line)
  }
  body.append(title, text, list)
  notice.append(body)
  result.replaceChildren(notice)
  result.scrollIntoView({ block: 'nearest' })
}

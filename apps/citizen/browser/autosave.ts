import { say } from './words.ts'

const PAUSE = 1500

/** Saves what was typed a moment after the last change, as the page's own button would. */
export function connectAutosave(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>('[data-saved]')
  let timer = 0
  let isLeaving = false
  const save = async () => {
    if (isLeaving) return
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('_step', 'autosave')
    try {
      const answer = await fetch(form.action, { method: 'POST', body })
      const { savedAt } = (await answer.json()) as { savedAt?: string }
      if (note && savedAt) note.textContent = `${timeOf(savedAt)}${say('（自动）', ' (by itself)')}`
    } catch {
      // The page's own button still saves; a message now would only disturb.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), PAUSE)
  })
  form.addEventListener('submit', () => {
    isLeaving = true
    clearTimeout(timer)
  })
}

function timeOf(instant: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'medium',
  }).format(new Date(instant))
}

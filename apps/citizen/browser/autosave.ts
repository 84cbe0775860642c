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
      if (answer.status === 401 || answer.status === 403) return tellSignedOut(note)
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

/** Nobody should go on typing for an hour in the belief that it is being saved. */
function tellSignedOut(note: HTMLElement | null): void {
  const line = note?.parentElement
  if (!line) return
  line.textContent = say(
    '您的登录已过期，新填的还没有保存；点“保存并继续”会请您重新登录，填的不会丢。',
    'Your session has expired and the latest changes are not saved. “Save and continue” will ask you to sign in; nothing will be lost.',
  )
}

function timeOf(instant: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'medium',
  }).format(new Date(instant))
}

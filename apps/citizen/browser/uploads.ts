import { say } from './words.ts'

/**
 * Uploads begin as files are chosen or dropped, with progress; each card comes back from the server.
 * A card has forms of its own, or it is a part of a larger form, of which then only this part is sent.
 */
export function connectUploads(): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-material]')) connectCard(card)
}

function connectCard(card: HTMLElement): void {
  for (const place of card.querySelectorAll<HTMLElement>('[data-upload]')) {
    for (const input of place.querySelectorAll<HTMLInputElement>('input[type=file]')) {
      input.addEventListener('change', () => {
        if (input.files && input.files.length > 0) void uploadAll(card, place, [...input.files])
      })
    }
  }
  for (const part of card.querySelectorAll<HTMLElement>('[data-fragment]')) {
    part.addEventListener(part instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
      event.preventDefault()
      void exchange(card, part)
    })
  }
  connectDropping(card)
}

function connectDropping(card: HTMLElement): void {
  const place = card.querySelector<HTMLElement>(':scope > [data-upload]')
  if (!place) return
  card.addEventListener('dragover', (event) => {
    event.preventDefault()
    card.classList.add('dropping')
  })
  card.addEventListener('dragleave', () => card.classList.remove('dropping'))
  card.addEventListener('drop', (event) => {
    event.preventDefault()
    card.classList.remove('dropping')
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) void uploadAll(card, place, files)
  })
}

async function uploadAll(card: HTMLElement, place: HTMLElement, files: readonly File[]): Promise<void> {
  const form = place.closest('form')
  const inputs = place.querySelectorAll<HTMLInputElement>('input[type=file]')
  const progress = place.querySelector<HTMLElement>('.upload-progress')
  const bar = progress?.querySelector('progress')
  const note = progress?.querySelector('span')
  if (!form || !progress || !bar || !note) return
  progress.hidden = false
  const show = (part: number) => {
    bar.value = part * 100
    note.textContent = `${progress.dataset.label} ${Math.round(part * 100)}%`
  }
  const body = fieldsOf(card, form)
  for (const file of files) body.append(inputs[0]?.name ?? 'file', file)
  const answer = await send(form.action, body, show)
  if (answer.html !== undefined) return replaceCard(card, answer.html)
  progress.hidden = true
  for (const input of inputs) input.value = ''
  tellBroken(place, answer.status)
}

/** What goes along: the hidden fields of the card's own form; of a larger one its token and those of this card. */
function fieldsOf(card: HTMLElement, form: HTMLFormElement): FormData {
  const body = new FormData()
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    if (card.contains(field) || field.name === '_csrf') body.append(field.name, field.value)
  }
  body.append('_enhanced', card.dataset.material || '1')
  return body
}

interface Answer {
  /** 0 where none came. */
  readonly status: number
  /** The card anew, where the server took what was sent. */
  readonly html?: string
}

/** `XMLHttpRequest`, since `fetch` tells nothing of how far an upload is. */
function send(url: string, body: FormData, show: (part: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.upload.addEventListener('progress', ({ loaded, total }) => show(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const { status, responseText: html } = request
      resolve(status === 200 && html.includes('data-material') ? { status, html } : { status })
    })
    request.addEventListener('error', () => resolve({ status: 0 }))
    request.send(body)
  })
}

/** Sends what removes a file, by a form of its own or by a button of a larger one. */
async function exchange(card: HTMLElement, part: HTMLElement): Promise<void> {
  const form = part.closest('form')
  if (!form) return
  const fields = fieldsOf(card, form)
  if (part instanceof HTMLButtonElement) fields.append(part.name, part.value)
  const body = form.enctype === 'multipart/form-data' ? fields : new URLSearchParams()
  if (body !== fields) for (const [name, value] of fields) body.append(name, String(value))
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    if (!answer.ok) throw new Error(String(answer.status))
    replaceCard(card, await answer.text())
  } catch {
    // Without the script's help: the browser sends it, and shows the page that comes.
    if (part instanceof HTMLButtonElement) form.requestSubmit(part)
    else form.submit()
  }
}

function replaceCard(card: HTMLElement, html: string): void {
  // Markup of our own server; parsed apart, so that nothing in it runs.
  const fresh = new DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector<HTMLElement>('[data-material]')
  if (!fresh) return
  card.replaceWith(fresh)
  connectCard(fresh)
  fresh.tabIndex = -1
  fresh.focus()
}

function tellBroken(place: HTMLElement, status: number): void {
  place.querySelector('.input-error')?.remove()
  const message = document.createElement('p')
  message.className = 'input-error'
  message.role = 'alert'
  if (status === 401 || status === 403) {
    const link = document.createElement('a')
    link.href = `/sign-in?${new URLSearchParams({ next: location.pathname })}`
    link.textContent = say('重新登录', 'Sign in again')
    const text = document.createElement('span')
    text.append(say('您的登录已过期，请先', 'Your session has expired. '), link, say('，再选择文件。', '.'))
    message.append(text)
  } else {
    message.textContent = say(
      '上传没有成功，请检查网络和文件大小后重新选择。',
      'The upload did not succeed. Please check your connection and the size of the file, and choose it again.',
    )
  }
  place.prepend(message)
}

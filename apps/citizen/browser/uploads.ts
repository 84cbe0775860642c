import { say } from './words.ts'

/** Uploads begin as files are chosen or dropped, with progress; each card comes back from the server. */
export function connectUploads(): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-material]')) connectCard(card)
}

function connectCard(card: HTMLElement): void {
  for (const form of card.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) {
      input.addEventListener('change', () => {
        if (input.files && input.files.length > 0) void uploadAll(form, [...input.files])
      })
    }
  }
  for (const form of card.querySelectorAll<HTMLFormElement>('form[data-fragment]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void exchange(form)
    })
  }
  connectDropping(card)
}

function connectDropping(card: HTMLElement): void {
  const form = card.querySelector<HTMLFormElement>(':scope > form[data-upload]')
  if (!form) return
  card.addEventListener('dragover', (event) => {
    event.preventDefault()
    card.classList.add('dropping')
  })
  card.addEventListener('dragleave', () => card.classList.remove('dropping'))
  card.addEventListener('drop', (event) => {
    event.preventDefault()
    card.classList.remove('dropping')
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) void uploadAll(form, files)
  })
}

async function uploadAll(form: HTMLFormElement, files: readonly File[]): Promise<void> {
  const card = form.closest<HTMLElement>('[data-material]')
  const progress = form.querySelector<HTMLElement>('.upload-progress')
  const bar = progress?.querySelector('progress')
  const note = progress?.querySelector('span')
  if (!card || !progress || !bar || !note) return form.submit()
  progress.hidden = false
  const show = (part: number) => {
    bar.value = part * 100
    note.textContent = `${progress.dataset.label} ${Math.round(part * 100)}%`
  }
  try {
    replaceCard(card, await send(form, files, show))
  } catch {
    progress.hidden = true
    form.reset()
    tellBroken(form)
  }
}

/** `XMLHttpRequest`, since `fetch` tells nothing of how far an upload is. */
function send(form: HTMLFormElement, files: readonly File[], show: (part: number) => void): Promise<string> {
  const body = new FormData()
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=hidden]'))
    body.append(field.name, field.value)
  body.append('_enhanced', '1')
  for (const file of files) body.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.addEventListener('progress', ({ loaded, total }) => show(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () =>
      request.status === 200 && request.responseText.includes('data-material')
        ? resolve(request.responseText)
        : reject(new Error(String(request.status))),
    )
    request.addEventListener('error', () => reject(new Error('network')))
    request.send(body)
  })
}

async function exchange(form: HTMLFormElement): Promise<void> {
  const card = form.closest<HTMLElement>('[data-material]')
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.append('_enhanced', '1')
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    if (!card || !answer.ok) throw new Error(String(answer.status))
    replaceCard(card, await answer.text())
  } catch {
    form.submit()
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

function tellBroken(form: HTMLFormElement): void {
  form.querySelector('.input-error')?.remove()
  const message = document.createElement('p')
  message.className = 'input-error'
  message.role = 'alert'
  message.textContent = say(
    '上传没有成功，请检查网络和文件大小后重新选择。',
    'The upload did not succeed. Please check your connection and the size of the file, and choose it again.',
  )
  form.prepend(message)
}

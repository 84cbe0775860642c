/** Soft certificates of enterprises: made, kept and signed with in this browser; its keys never leave it unlocked. */
import { type Keys, makeKeys, signWith } from '@mashang/certificate'
import { forget, isKept, type Kept, keep, listKept, lock, toBase64, unlock } from './soft-keys.ts'
import { say } from './words.ts'

const SHORTEST_PIN = 6

connect('issue', issue)
connect('sign-in', signIn)
connectSigning()
showKept()
connectBackup()

/** What went wrong, in words for the person: beside an input, or of the whole. */
class Trouble extends Error {
  readonly at: string
  constructor(at: string, message: string) {
    super(message)
    this.at = at
  }
}

/** A form that a script answers: its button waits, its errors stand beside the inputs. */
function connect(name: string, answer: (form: HTMLFormElement) => Promise<string>): void {
  const form = document.querySelector<HTMLFormElement>(`form[data-certificate=${name}]`)
  if (!form) return
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    if (!button || button.ariaDisabled === 'true') return
    button.ariaDisabled = 'true'
    clearTrouble(form)
    try {
      location.assign(await answer(form))
    } catch (error) {
      button.ariaDisabled = null
      showTrouble(form, error)
    }
  })
}

async function issue(form: HTMLFormElement): Promise<string> {
  const pin = typed(form, 'pin')
  if (pin.length < SHORTEST_PIN)
    throw new Trouble('pin', say(`密码至少 ${SHORTEST_PIN} 位。`, `At least ${SHORTEST_PIN} characters.`))
  if (pin !== typed(form, 'pin-again'))
    throw new Trouble('pin-again', say('两次输入的密码不一样。', 'The two are not the same.'))
  const uscc = chosen(form, 'uscc')
  const keys = await makeKeys(chosen(form, 'algorithm') === 'RSA' ? 'RSA' : 'SM2')
  const locked = await lock(keys, pin)
  const signed = await signedChallenge(form, keys, 'bind')
  const body = { ...signed, uscc, publicKey: toBase64(keys.publicKey) }
  const { certificate, listed } = await post<Issued>(form, '/api/identity/certificates', body)
  keep({ ...locked, certificate, ...listed })
  return '/my/account?done=certificate#certificates'
}

interface Issued {
  readonly certificate: string
  readonly listed: Pick<Kept, 'name' | 'uscc' | 'issuer' | 'to'>
}

async function signIn(form: HTMLFormElement): Promise<string> {
  const kept = await keptOf(form)
  const keys = await unlock(kept, typed(form, 'pin'))
  if (!keys) throw wrongPin()
  const body = { ...(await signedChallenge(form, keys, 'sign-in')), certificate: kept.certificate }
  await post(form, '/api/identity/sign-in-by-certificate', body)
  // A backup from elsewhere signed in: this browser keeps it from now on.
  keep(kept)
  // A page that warns of an end that is near, or else leads on at once.
  const next = form.dataset.next ?? '/my/applications'
  return `/my/account/certificates/expiring?${new URLSearchParams({ next })}`
}

/** 电子签名 — signs the text of a page's form with a kept key, and sends the form with the signature. */
function connectSigning(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-certificate=sign]')
  const button = form?.querySelector<HTMLButtonElement>('[data-sign]')
  if (!form || !button) return
  for (const part of form.querySelectorAll<HTMLElement>('[data-signing], [data-signing-optional]'))
    part.hidden = false
  form.querySelector('#sign-pin')?.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter') return
    // Enter here means to sign, never to submit without.
    event.preventDefault()
    button.click()
  })
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return
    button.ariaDisabled = 'true'
    clearTrouble(form)
    try {
      await sign(form)
      form.requestSubmit()
    } catch (error) {
      button.ariaDisabled = null
      showTrouble(form, error)
    }
  })
}

async function sign(form: HTMLFormElement): Promise<void> {
  const kept = await keptOf(form)
  const keys = await unlock(kept, typed(form, 'pin'))
  if (!keys) throw wrongPin()
  const signature = await signWith(keys, new TextEncoder().encode(typed(form, 'text')))
  const given = { signature: toBase64(signature), certificate: kept.certificate }
  for (const [name, value] of Object.entries(given)) {
    const input = form.querySelector<HTMLInputElement>(`input[name=${name}]`)
    if (input) input.value = value
  }
}

const wrongPin = () =>
  new Trouble('pin', say('密码不对，请再输一次。', 'The PIN is wrong; please type it again.'))

async function keptOf(form: HTMLFormElement): Promise<Kept> {
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  if (file) {
    const read: unknown = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined)
    if (isKept(read)) return read
    throw new Trouble(
      'backup',
      say('这不是软证书的备份文件。', 'This is no backup file of a soft certificate.'),
    )
  }
  const kept = listKept().find((one) => one.certificate === chosen(form, 'kept'))
  if (kept) return kept
  throw new Trouble(
    'backup',
    say('请选择证书，或选择备份文件。', 'Please choose a certificate, or its backup file.'),
  )
}

async function signedChallenge(form: HTMLFormElement, keys: Keys, purpose: 'sign-in' | 'bind') {
  const asked = await post<{ challenge: string; text: string }>(
    form,
    '/api/identity/certificates/challenges',
    { purpose },
  )
  const signature = await signWith(keys, new TextEncoder().encode(asked.text))
  return { challenge: asked.challenge, signature: toBase64(signature) }
}

async function post<T>(form: HTMLFormElement, url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': typed(form, '_csrf'),
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  const content = await answer?.json().catch(() => undefined)
  if (answer?.ok) return content as T
  const nothing = say('没有连上，请稍后再试。', 'There was no connection; please try again.')
  throw new Trouble('', (content as { detail?: string } | undefined)?.detail ?? nothing)
}

/** Certificates this browser keeps, to choose one to sign in or to sign with; on some pages of one enterprise only. */
function showKept(): void {
  const place = document.querySelector<HTMLElement>('[data-kept]')
  const group = place?.closest('fieldset')
  if (!place || !group) return
  const wanted = place.dataset.kept
  const kept = listKept().filter(({ uscc }) => !wanted || uscc === wanted)
  place.replaceChildren(...kept.map(choiceOf))
  group.hidden = kept.length === 0
  const none = document.querySelector<HTMLElement>('[data-none-kept]')
  if (none) none.hidden = kept.length > 0
}

function choiceOf({ certificate, name, uscc, issuer, to }: Kept, index: number): HTMLElement {
  const choice = document.createElement('div')
  choice.className = 'choice'
  const input = document.createElement('input')
  Object.assign(input, { type: 'radio', name: 'kept', id: `kept-${index}`, value: certificate })
  input.checked = index === 0
  const label = document.createElement('label')
  label.htmlFor = input.id
  label.textContent = name
  label.lang = 'zh-CN'
  const hint = document.createElement('p')
  hint.className = 'hint'
  hint.id = `${input.id}-hint`
  hint.textContent = `${uscc} · ${issuer} · ${say('有效期至', 'until')} ${to.slice(0, 10)}`
  input.setAttribute('aria-describedby', hint.id)
  choice.append(input, label, hint)
  return choice
}

/** Beside a certificate of the account that this browser keeps: take a backup, or drop it from here. */
function connectBackup(): void {
  const kept = listKept()
  for (const place of document.querySelectorAll<HTMLElement>('[data-backup]')) {
    const one = kept.find(({ uscc, to }) => uscc === place.dataset.uscc && to === place.dataset.backup)
    if (!one) continue
    place.hidden = false
    place.querySelector('[data-download]')?.addEventListener('click', () => download(one))
    place.querySelector('[data-forget]')?.addEventListener('click', () => {
      forget(one.certificate)
      place.hidden = true
    })
  }
}

function download(kept: Kept): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(kept)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${kept.uscc}.json`
  link.click()
  URL.revokeObjectURL(url)
}

function typed(form: HTMLFormElement, name: string): string {
  return (
    form.querySelector<HTMLInputElement>(`#${form.dataset.certificate}-${name}, input[name=${name}]`)
      ?.value ?? ''
  )
}

function chosen(form: HTMLFormElement, name: string): string {
  const { value = '' } = form.querySelector<HTMLInputElement>(`input[name=${name}]:checked`) ?? {}
  return value
}

function clearTrouble(form: HTMLFormElement): void {
  for (const message of form.querySelectorAll('[data-trouble]')) message.remove()
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid')
}

function showTrouble(form: HTMLFormElement, error: unknown): void {
  const at = error instanceof Trouble ? error.at : ''
  const text = error instanceof Error ? error.message : String(error)
  const input = at ? form.querySelector<HTMLInputElement>(`#${form.dataset.certificate}-${at}`) : null
  const message = document.createElement('p')
  message.className = 'input-error'
  message.dataset.trouble = ''
  message.role = 'alert'
  message.textContent = text
  if (!input) {
    form.querySelector('.buttons')?.before(message)
    return
  }
  message.id = `${input.id}-error`
  input.setAttribute('aria-invalid', 'true')
  input.setAttribute('aria-describedby', message.id)
  input.closest('.input-row')?.before(message)
  input.focus()
}

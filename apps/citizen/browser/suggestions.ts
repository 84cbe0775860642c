import { say } from './words.ts'

interface Suggestion {
  readonly code: string
  readonly name: { readonly zh: string; readonly en?: string }
  readonly organ: { readonly zh: string; readonly en?: string }
}

let lists = 0

/** Suggestions under a search box: the combobox pattern of the ARIA Authoring Practices, with a list to pop up. */
export function connectSuggestions(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')
  if (!input) return
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `suggestions-${++lists}`
  list.role = 'listbox'
  list.ariaLabel = say('联想的事项', 'Suggested services')
  list.hidden = true
  input.after(list)
  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.setAttribute('aria-controls', list.id)
  input.ariaExpanded = 'false'
  new SuggestionBox(input, list).listen()
}

class SuggestionBox {
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  #shown: readonly Suggestion[] = []
  #at = -1
  #asked = 0
  #timer = 0

  constructor(input: HTMLInputElement, list: HTMLUListElement) {
    this.#input = input
    this.#list = list
  }

  listen(): void {
    this.#input.addEventListener('input', (event) => {
      // While Chinese is being composed the letters are not yet what is meant.
      if (!(event as InputEvent).isComposing) this.#askSoon()
    })
    this.#input.addEventListener('compositionend', () => this.#askSoon())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    this.#input.addEventListener('blur', () => this.#show([]))
    // The press comes before the blur; the choice must not lose its list.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('li')
      if (option) this.#open(Number(option.dataset.at))
    })
  }

  #askSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(), 150)
  }

  async #ask(): Promise<void> {
    const text = this.#input.value.trim()
    const asked = ++this.#asked
    if (text === '') return this.#show([])
    try {
      const answer = await fetch(`/api/approvals/suggestions?${new URLSearchParams({ text })}`)
      const found = answer.ok ? ((await answer.json()) as { suggestions: Suggestion[] }).suggestions : []
      // A slow answer to an earlier question must not cover a later one.
      if (asked === this.#asked && document.activeElement === this.#input) this.#show(found.slice(0, 8))
    } catch {
      this.#show([])
    }
  }

  #show(found: readonly Suggestion[]): void {
    this.#shown = found
    this.#at = -1
    this.#list.replaceChildren(...found.map((suggestion, at) => this.#optionOf(suggestion, at)))
    this.#list.hidden = found.length === 0
    this.#input.ariaExpanded = String(found.length > 0)
    this.#input.removeAttribute('aria-activedescendant')
  }

  #optionOf({ name, organ }: Suggestion, at: number): HTMLLIElement {
    const option = document.createElement('li')
    option.role = 'option'
    option.id = `${this.#list.id}-${at}`
    option.dataset.at = String(at)
    option.ariaSelected = 'false'
    const small = document.createElement('small')
    small.textContent = say(organ.zh, organ.en ?? organ.zh)
    option.append(say(name.zh, name.en ?? name.zh), small)
    return option
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#shown.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      this.#move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      this.#show([])
    } else if (event.key === 'Enter' && this.#at >= 0) {
      event.preventDefault()
      this.#open(this.#at)
    }
  }

  /** One on or back; past either end stands the input itself. */
  #move(by: number): void {
    const count = this.#shown.length + 1
    this.#at = ((this.#at + 1 + by + count) % count) - 1
    for (const [at, option] of [...this.#list.children].entries())
      option.ariaSelected = String(at === this.#at)
    const chosen = this.#list.children[this.#at]
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id)
    else this.#input.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  #open(at: number): void {
    const suggestion = this.#shown[at]
    if (suggestion) location.href = `/items/${encodeURIComponent(suggestion.code)}`
  }
}

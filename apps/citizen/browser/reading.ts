import { say } from './words.ts'

/** 长辈版: a button that reads the page aloud, where the browser can. */
export function connectReading(): void {
  const main = document.querySelector<HTMLElement>('main')
  const tools = document.querySelector<HTMLElement>('.tools ul')
  const isElder = document.documentElement.dataset.edition === 'elder'
  if (!isElder || !main || !tools || !('speechSynthesis' in window)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tools-button'
  const label = (reading: boolean) => {
    button.textContent = reading ? say('停止', 'Stop') : say('朗读', 'Read aloud')
  }
  label(false)
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel()
      return label(false)
    }
    const speech = new SpeechSynthesisUtterance(main.innerText)
    speech.lang = document.documentElement.lang
    speech.rate = 0.9
    speech.addEventListener('end', () => label(false))
    speechSynthesis.speak(speech)
    label(true)
  })
  const entry = document.createElement('li')
  entry.append(button)
  tools.prepend(entry)
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

import { say } from './words.ts'

/** 长辈版: a button that reads the page aloud, where the browser can. */
export function connectReading(): void {
  const main = document.querySelector<HTMLElement>('main')
  const isElder = document.documentElement.dataset.edition === 'elder'
  if (!isElder || !main || !('speechSynthesis' in window)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-second read-aloud'
  const label = (reading: boolean) => {
    button.textContent = reading ? say('停止朗读', 'Stop reading') : say('朗读本页', 'Read this page aloud')
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
  main.before(button)
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

/** A second press while the first is on its way does nothing; the server would answer it the same. */
export function connectOnce(form: HTMLFormElement): void {
  let isSent = false
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault()
    isSent = true
    for (const button of form.querySelectorAll('button')) button.ariaDisabled = 'true'
  })
  // Coming back with the browser's own button brings the page back as it was left.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    isSent = false
    for (const button of form.querySelectorAll('button')) button.ariaDisabled = null
  })
}

/**
 * Small additions to pages that work without them: suggestions while typing, fields that appear as one answers,
 * saving in the background, uploads with progress, reading aloud, printing.
 */
import { connectAddresses } from './addresses.ts'
import { connectAutosave } from './autosave.ts'
import { connectConditions } from './conditions.ts'
import { connectOnce } from './once.ts'
import { connectReading } from './reading.ts'
import { connectSuggestions } from './suggestions.ts'
import { connectUploads } from './uploads.ts'

document.documentElement.classList.add('scripted')
for (const element of document.querySelectorAll<HTMLElement>('.only-script')) element.hidden = false
for (const button of document.querySelectorAll('[data-print]'))
  button.addEventListener('click', () => print())

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) connectSuggestions(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-conditions]'))
  connectConditions(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) connectAutosave(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) connectOnce(form)
for (const address of document.querySelectorAll<HTMLElement>('[data-address]')) connectAddresses(address)
connectUploads()
connectReading()

// Errors are announced and found at once; a link of the summary puts the cursor into its input.
document.querySelector<HTMLElement>('[data-focus]')?.focus()
for (const link of document.querySelectorAll<HTMLAnchorElement>('.error-summary a[href^="#"]')) {
  link.addEventListener('click', () => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    target?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  })
}

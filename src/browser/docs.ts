import { sendTry } from './docs/send-try.ts'
import { find } from './dom/elements.ts'

/** The script of `/docs`: its forms send requests, and an address opens what it names. */
for (const form of document.querySelectorAll<HTMLFormElement>('form.try')) {
  find<HTMLFieldSetElement>(form, 'fieldset').disabled = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void sendTry(form)
  })
}

function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!(named instanceof HTMLDetailsElement)) return
  named.open = true
  named.scrollIntoView()
}

addEventListener('hashchange', openNamed)
openNamed()

export const STYLE = `
:root { color-scheme: light dark; --rule: color-mix(in srgb, currentColor 20%, transparent) }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--rule) }
dl { display: flex; flex-wrap: wrap; gap: 1.5rem }
dt { font-size: .85rem; opacity: .75 }
dd { margin: 0; font-size: 1.5rem }
li { margin: .75rem 0 }
.count { white-space: nowrap; opacity: .75 }
.small { font-size: .85rem; opacity: .8; margin: .25rem 0 }
.good { margin: .25rem 0; border-left: 3px solid #2e9e5b; padding-left: .6rem }
blockquote { margin: .25rem 0; border-left: 3px solid #d64545; padding-left: .6rem; white-space: pre-wrap }
details { margin: .25rem 0 }
summary { font-size: .85rem; cursor: pointer }
pre { overflow-x: auto; border: 1px solid var(--rule); padding: .6rem; border-radius: 4px }
figure { margin: 1rem 0 }
svg { max-width: 100%; height: auto }
.answered { fill: #2e9e5b; background: #2e9e5b }
.declined { fill: #d64545; background: #d64545 }
.key { display: inline-block; width: .7em; height: .7em }
.bad { font-size: .85rem; color: light-dark(#b32d2d, #ff8a8a) }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem }
`

/** Where the clipboard is closed to a page, as to one opened from a file in some browsers, the entry is selected instead. */
export const COPY_SCRIPT = `
document.addEventListener('click', async (event) => {
  if (!event.target.matches('[data-copy]')) return
  const entry = event.target.previousElementSibling
  try {
    await navigator.clipboard.writeText(entry.textContent)
    event.target.textContent = 'Copied'
  } catch {
    getSelection().selectAllChildren(entry)
  }
})
`

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { elementOf } from '../dom/elements.ts'

/** Longest passage that is taken along, in characters. */
const LONGEST_PASSAGE = 200
const SETTLED_MILLISECONDS = 150

/**
 * Offers to ask about the words that a reader selects in an article.
 * @param host what holds the article
 * @param onAsk called with the selected words and the article's id
 */
export function offerToAsk(
  host: HTMLElement,
  label: string,
  onAsk: (passage: string, article: string) => void,
): void {
  const button = elementOf(
    <button type="button" class="ask-about" hidden>
      {label}
    </button>,
  )
  document.body.append(button)
  let timer = 0
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(() => place(button, host), SETTLED_MILLISECONDS) as unknown as number
  })
  // The selection would be gone before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    const selected = selectionIn(host)
    button.hidden = true
    if (selected !== undefined) onAsk(selected.passage, selected.article)
  })
}

function place(button: HTMLElement, host: HTMLElement): void {
  const selected = selectionIn(host)
  button.hidden = selected === undefined
  if (selected === undefined) return
  const box = selected.range.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = button
  const left = Math.min(
    box.left + box.width / 2 - width / 2,
    document.documentElement.clientWidth - width - 8,
  )
  const below = box.bottom + height + 16 < innerHeight
  button.style.left = `${Math.max(8, left)}px`
  button.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - height - 8)}px`
}

function selectionIn(host: HTMLElement) {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const common = range.commonAncestorContainer
  const around = common instanceof Element ? common : common.parentElement
  const article = around?.closest<HTMLElement>('[data-article]')
  const passage = [...selection.toString().replace(/\s+/g, ' ').trim()]
  if (!article || !host.contains(article) || passage.length === 0) return undefined
  const cut =
    passage.length > LONGEST_PASSAGE ? `${passage.slice(0, LONGEST_PASSAGE).join('')}…` : passage.join('')
  return { passage: cut, article: article.dataset.article ?? '', range }
}

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { DownIcon, UpIcon } from '../../views/icons.tsx'
import type { ReaderWords } from '../../views/page-data.ts'
import { closest, find, nodesOf } from '../dom/elements.ts'

/**
 * Lets one go from one cited paragraph to the next, where an article has several.
 * @param nav what is to hold the buttons; stays hidden for a single highlight
 * @param start the paragraph that the article was opened at
 */
export function showHighlights(
  nav: HTMLElement,
  article: HTMLElement,
  words: Pick<ReaderWords, 'previous' | 'next'>,
  start?: Element | null,
): void {
  const stops = [...article.querySelectorAll<HTMLElement>('.marked')]
  if (stops.length < 2) return
  let at = Math.max(0, stops.indexOf(start?.closest('.marked') as HTMLElement))
  nav.replaceChildren(
    nodesOf(
      <>
        <button type="button" data-step="-1" aria-label={words.previous} title={words.previous}>
          <UpIcon />
        </button>
        <output>{`${at + 1} / ${stops.length}`}</output>
        <button type="button" data-step="1" aria-label={words.next} title={words.next}>
          <DownIcon />
        </button>
      </>,
    ),
  )
  nav.hidden = false
  nav.addEventListener('click', (event) => {
    const step = Number(closest(event, '[data-step]')?.dataset.step ?? 0)
    if (step === 0) return
    at = (at + step + stops.length) % stops.length
    find(nav, 'output').textContent = `${at + 1} / ${stops.length}`
    scrollTo(stops[at]?.querySelector('mark') ?? stops[at])
  })
}

/** Brings an element to the middle of what can be seen; gently, unless the reader wants no motion. */
function scrollTo(element: Element | null | undefined): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
}

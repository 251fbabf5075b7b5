/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Citation } from '../../domain/citation.ts'
import { CitedWords, placeOf } from '../../views/answer/citation-view.tsx'
import { CloseIcon } from '../../views/icons.tsx'
import type { AnswerWords } from '../../views/words/answer-words.ts'
import { closest, elementOf, isSpecialClick, nodesOf } from '../dom/elements.ts'

export interface CitationCardOptions {
  /** What holds the markers, now or later. */
  readonly container: HTMLElement
  /** Where the card is put: outside of anything that is rendered again. */
  readonly host: ParentNode & Node
  readonly words: AnswerWords
  readonly citationOf: (marker: HTMLElement) => Citation | undefined
  /** Opens a source; without it, its link does. */
  readonly onOpen?: (citation: Citation, from: HTMLElement) => void
}

/** Long enough to pass over a marker, and to reach the card from it. */
const SHOW_AFTER_MILLISECONDS = 120
const HIDE_AFTER_MILLISECONDS = 250
const GAP_PIXELS = 6
const MARGIN_PIXELS = 12

/**
 * A card with the exact words behind a marker: while a mouse or the keyboard's focus is on it, and at the foot of the
 * screen after a tap. It stays as long as one is in it and goes with Escape (WCAG 2.2, 1.4.13).
 */
export class CitationCard {
  private readonly card = elementOf(<section class="card" popover="manual" id="citation-card" />)
  private marker: HTMLElement | undefined
  private timer = 0

  constructor(private readonly options: CitationCardOptions) {
    const { container, host } = options
    host.append(this.card)
    container.addEventListener('pointerover', (event) => {
      const marker = event.pointerType === 'touch' ? undefined : closest(event, '.marker')
      if (marker !== undefined) this.after(SHOW_AFTER_MILLISECONDS, () => this.show(marker))
    })
    container.addEventListener('pointerout', (event) => {
      if (event.pointerType !== 'touch' && closest(event, '.marker')) this.hideSoon()
    })
    container.addEventListener('focusin', (event) => {
      const marker = closest(event, '.marker')
      if (marker?.matches(':focus-visible')) this.show(marker)
    })
    container.addEventListener('focusout', () => this.hideSoon())
    container.addEventListener('click', (event) => this.click(event as PointerEvent))
    this.card.addEventListener('pointerenter', () => clearTimeout(this.timer))
    this.card.addEventListener(
      'pointerleave',
      ({ pointerType }) => pointerType !== 'touch' && this.hideSoon(),
    )
    this.card.addEventListener('click', (event) => this.clickInCard(event))
    document.addEventListener('pointerdown', (event) => {
      const path = event.composedPath()
      if (this.isOpen && !path.includes(this.card) && !path.includes(this.marker as EventTarget)) this.hide()
    })
    addEventListener('resize', () => this.hide())
  }

  get isOpen(): boolean {
    return this.marker !== undefined
  }

  hide(): void {
    clearTimeout(this.timer)
    if (this.marker === undefined) return
    this.marker.removeAttribute('aria-describedby')
    this.marker = undefined
    this.card.hidePopover()
  }

  private click(event: PointerEvent): void {
    const marker = closest(event, '.marker')
    if (marker === undefined || isSpecialClick(event)) return
    if (event.pointerType === 'touch') {
      event.preventDefault()
      this.show(marker, 'sheet')
      return
    }
    this.open(event, this.options.citationOf(marker), marker)
  }

  private clickInCard(event: MouseEvent): void {
    if (closest(event, '.close')) this.hide()
    if (!closest(event, '.read') || isSpecialClick(event) || this.marker === undefined) return
    this.open(event, this.options.citationOf(this.marker), this.marker)
  }

  private open(event: Event, citation: Citation | undefined, from: HTMLElement): void {
    if (citation === undefined || this.options.onOpen === undefined) return
    event.preventDefault()
    this.hide()
    this.options.onOpen(citation, from)
  }

  private show(marker: HTMLElement, shape: 'card' | 'sheet' = 'card'): void {
    clearTimeout(this.timer)
    const citation = this.options.citationOf(marker)
    if (citation === undefined || (this.marker === marker && shape === 'card')) return
    this.hide()
    const { words } = this.options
    this.marker = marker
    this.card.replaceChildren(
      nodesOf(
        <>
          <p class="place">{placeOf(citation, words)}</p>
          <CitedWords citation={citation} words={words} />
          <button type="button" class="close" aria-label={words.close}>
            <CloseIcon />
          </button>
        </>,
      ),
    )
    this.card.className = `card ${shape === 'sheet' ? 'sheet' : ''}`
    this.card.setAttribute('aria-label', marker.getAttribute('aria-label') ?? '')
    this.card.showPopover()
    if (shape === 'card') this.place(marker)
    marker.setAttribute('aria-describedby', this.card.id)
  }

  /** Below the marker, or above it where there is more room. */
  private place(marker: HTMLElement): void {
    const at = marker.getBoundingClientRect()
    const { width, height } = this.card.getBoundingClientRect()
    const below = at.bottom + GAP_PIXELS + height <= innerHeight - MARGIN_PIXELS || at.top < height
    const left = Math.min(
      at.left - MARGIN_PIXELS,
      document.documentElement.clientWidth - width - MARGIN_PIXELS,
    )
    this.card.style.left = `${Math.max(MARGIN_PIXELS, left)}px`
    this.card.style.top = `${below ? at.bottom + GAP_PIXELS : at.top - GAP_PIXELS - height}px`
  }

  private hideSoon(): void {
    this.after(HIDE_AFTER_MILLISECONDS, () => this.hide())
  }

  private after(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(act, milliseconds) as unknown as number
  }
}

import type { Citation } from '../../domain/citation.ts'
import { answerWords } from '../../views/words/words-for.ts'
import { Chat } from '../chat/chat.ts'
import { Conversation } from '../chat/conversation.ts'
import { CitationCard } from '../citations/citation-card.tsx'
import { closest, elementOf, find, isSpecialClick } from '../dom/elements.ts'
import { tabStorage } from '../dom/tab-storage.ts'
import { pageScheme } from './page-scheme.ts'
import css from './widget.css'
import type { WidgetOptions } from './widget-options.ts'
import { OpenButton, WidgetPanel } from './widget-view.tsx'
import { WIDGET_WORDS } from './words.ts'

const AGREED = 'footnote-agreed'
/** Below this width the panel covers the page. */
const NARROW = '(max-width: 40rem)'

/** The widget in a page of another site: a button and a panel, behind a shadow that keeps the styles of both apart. */
export class Widget {
  private readonly host = document.createElement('footnote-widget')
  private readonly panel: HTMLDialogElement
  private readonly chat: Chat
  private readonly card: CitationCard
  private readonly storage = tabStorage()
  private opener: HTMLElement | undefined
  /** What is to be asked once the reader has agreed. */
  private waiting: string | undefined

  constructor(private readonly options: WidgetOptions) {
    const { language, origin, key, color } = options
    const words = WIDGET_WORDS[language]
    const ofAnswers = answerWords(language)
    const shadow = this.host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    shadow.adoptedStyleSheets = [sheet]
    // Always, and important: the page may have a colour of that name.
    this.host.style.setProperty('--color', color ?? 'initial', 'important')
    this.panel = elementOf(WidgetPanel({ options, words, answerWords: ofAnswers })) as HTMLDialogElement
    if (options.label !== '') shadow.append(elementOf(OpenButton({ options, words })))
    shadow.append(this.panel)
    const log = find(this.panel, '.conversation')
    this.chat = new Chat({
      ...words,
      root: this.panel,
      words: ofAnswers,
      conversation: new Conversation(this.storage),
      service: () => ({ origin, key, language }),
      linkTo: ({ question }) => deepLink(question),
      onSettle: (isEmpty) => this.panel.classList.toggle('empty', isEmpty),
    })
    this.card = new CitationCard({
      container: log,
      host: this.panel,
      words: ofAnswers,
      citationOf: (marker): Citation | undefined => this.chat.citationOf(marker),
    })
    shadow.addEventListener('click', (event) => this.click(event as MouseEvent))
    shadow.addEventListener('auxclick', (event) => prepareLink(event))
    this.panel.addEventListener('keydown', (event) => this.key(event))
    this.panel.addEventListener('cancel', (event) => event.preventDefault())
    if (options.consent !== undefined && this.storage?.getItem(AGREED) === options.consent) this.agree()
    this.panel.querySelector('.consent')?.addEventListener('submit', (event) => {
      event.preventDefault()
      this.agree()
    })
    this.chat.restore()
  }

  /** Puts the widget into the page, and opens it where the address asks something. */
  mount(): void {
    document.body.append(this.host)
    this.takeScheme()
    document.addEventListener('click', (event) => {
      const { opener } = this.options
      const element = opener === undefined ? undefined : closest(event, opener)
      if (element === undefined || isSpecialClick(event)) return
      event.preventDefault()
      this.open(element)
    })
    const question = new URLSearchParams(location.search).get('ask')?.trim()
    if (question) {
      this.open()
      this.ask(question)
    }
  }

  open(opener?: HTMLElement): void {
    this.takeScheme()
    this.opener = opener
    if (!this.panel.open) {
      if (matchMedia(NARROW).matches) this.panel.showModal()
      else this.panel.show()
    }
    if (this.needsConsent) find(this.panel, '.consent button').focus()
    else this.chat.composer.focus()
  }

  close(): void {
    this.card.hide()
    this.panel.close()
    const button = this.host.shadowRoot?.querySelector<HTMLElement>('.open')
    ;(this.opener ?? button)?.focus()
  }

  /** Asks once the reader has agreed to what the site asks of them. */
  private ask(question: string): void {
    if (this.needsConsent) {
      this.waiting = question
      return
    }
    forgetQuestion()
    void this.chat.ask(question, this.options.articles)
  }

  private get needsConsent(): boolean {
    return this.panel.querySelector('.consent') !== null
  }

  private agree(): void {
    this.panel.querySelector('.consent')?.remove()
    find(this.panel, '.composer').hidden = false
    this.storage?.setItem(AGREED, this.options.consent ?? '')
    if (this.waiting !== undefined) this.ask(this.waiting)
    if (this.panel.open) this.chat.composer.focus()
  }

  private click(event: MouseEvent): void {
    prepareLink(event)
    const suggestion = closest(event, '[data-ask]')
    if (closest(event, '.open')) this.open()
    if (closest(event, '.bar .close')) this.close()
    if (closest(event, '.new')) {
      this.chat.clear()
      this.chat.composer.focus()
    }
    if (suggestion?.dataset.ask !== undefined && !isSpecialClick(event)) {
      event.preventDefault()
      this.ask(suggestion.dataset.ask)
    }
  }

  private key(event: KeyboardEvent): void {
    // Keys of the page mean nothing here.
    event.stopPropagation()
    if (event.key !== 'Escape') return
    if (this.card.isOpen) this.card.hide()
    else if (this.chat.isAsking) this.chat.stop()
    else this.close()
  }

  private takeScheme(): void {
    const { scheme } = this.options
    this.host.dataset.scheme = scheme === 'auto' ? pageScheme(document) : scheme
  }
}

/** Before a link is followed: what the reader is reading stays where it is, and a suggestion asks in this page. */
function prepareLink(event: Event): void {
  const link = closest<HTMLAnchorElement>(event, 'a[href]')
  if (link === undefined) return
  link.target = '_blank'
  link.rel = 'noopener'
  if (link.dataset.ask !== undefined) link.href = deepLink(link.dataset.ask)
}

/** The page itself, asking this question. */
function deepLink(question: string): string {
  const address = new URL(location.href)
  address.searchParams.set('ask', question)
  return address.href
}

/** Takes the question out of the address, so that a reload brings the conversation back and asks nothing again. */
function forgetQuestion(): void {
  const parts = location.search.slice(1).split('&')
  const others = parts.filter((part) => !/^ask(?:=|$)/.test(part))
  if (others.length === parts.length) return
  const query = others.length === 0 ? '' : `?${others.join('&')}`
  // What the page keeps in its history stays.
  history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`)
}

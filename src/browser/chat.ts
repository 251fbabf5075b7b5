import type { Citation } from '../domain/citation.ts'
import { type ChatPageData, MOST_BEFORE } from '../views/page-data.ts'
import { fill } from '../views/words/answer-words.ts'
import { ApiKey } from './chat/api-key.tsx'
import { Chat } from './chat/chat.ts'
import { Conversation } from './chat/conversation.ts'
import { CitationCard } from './citations/citation-card.tsx'
import { closest, find, isSpecialClick } from './dom/elements.ts'
import { tabStorage } from './dom/tab-storage.ts'
import { addressWithMarks } from './reading/address-with-marks.ts'
import { offerToAsk } from './reading/passage-selection.tsx'
import { SourcePanel } from './reading/source-panel.tsx'

/** The script of the chat page. */
const data: ChatPageData = JSON.parse(find(document, '#page-data').textContent ?? '')
const main = find(document, 'main')
const log = find(main, '.conversation')
const aside = find(document, '.panel')

const conversation = new Conversation(tabStorage())
const apiKey = new ApiKey(tabStorage())
const chat = new Chat({
  ...data,
  root: document,
  conversation,
  service: () => ({ origin: '', key: apiKey.value, language: document.documentElement.lang }),
  linkTo: ({ question, articles }) => {
    const at = conversation.all.findLastIndex((turn) => turn.question === question)
    const before = conversation.all.slice(0, Math.max(0, at)).slice(-MOST_BEFORE)
    const query = new URLSearchParams([
      ['q', question],
      ...before.map((turn) => ['before', turn.question]),
      ...articles.map((id) => ['articles', id]),
    ])
    return new URL(`/?${query}`, location.href).href
  },
  onAsk: () => {
    // The address may still say what was asked first; a reload is to bring back the whole conversation.
    if (location.search !== '') history.replaceState(null, '', '/')
  },
  onSettle: (isEmpty) => main.classList.toggle('empty', isEmpty),
  remedy: (retry) => apiKey.form(data.words, retry),
})
const panel = new SourcePanel({ panel: aside, data, behind: [find(document, '.site'), main] })
const card = new CitationCard({
  container: log,
  host: document.body,
  words: data.words,
  citationOf: (marker) => chat.citationOf(marker),
  onOpen: (citation, from) => openSource(citation, from),
})

const { turn } = data
if (turn !== undefined && conversation.all[0]?.question !== turn.question) {
  conversation.clear()
  conversation.add(turn)
}
// A question that could not be asked stands there already, with the reason.
if (turn !== undefined || !log.hasChildNodes()) chat.restore()
if (!matchMedia('(hover: none)').matches) chat.composer.focus()

function openSource(citation: Citation, from: HTMLElement): void {
  void panel.open(addressWithMarks(citation, chat.sourcesBeside(from)), from)
}

document.addEventListener('click', (event) => {
  if (isSpecialClick(event)) return
  const suggestion = closest(event, '[data-ask]')
  const link = closest<HTMLAnchorElement>(event, 'a.read, a[data-passage], a.new')
  if (suggestion?.dataset.ask !== undefined && main.contains(suggestion)) {
    event.preventDefault()
    void chat.ask(suggestion.dataset.ask, chat.composer.articles)
  } else if (link?.matches('.new')) {
    event.preventDefault()
    startAnew()
  } else if (link !== undefined && log.contains(link)) {
    const citation = chat.citationOf(link)
    event.preventDefault()
    if (citation === undefined) void panel.open(link.href, link)
    else openSource(citation, link)
  }
})

function startAnew(): void {
  if (panel.isOpen) panel.close()
  chat.clear()
  history.replaceState(null, '', '/')
  chat.composer.write('')
}

offerToAsk(aside, data.panel.askAbout, (passage, article) => {
  if (matchMedia('(max-width: 68rem)').matches) panel.close()
  chat.composer.choose(article)
  chat.composer.write(fill(data.about, { text: passage }))
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    if (card.isOpen) card.hide()
    else if (chat.isAsking) chat.stop()
    else if (panel.isOpen) panel.close()
  }
  if (
    event.key.toLowerCase() === 'k' &&
    (event.metaKey || event.ctrlKey) &&
    !event.altKey &&
    !event.shiftKey
  ) {
    event.preventDefault()
    chat.composer.select()
  }
})

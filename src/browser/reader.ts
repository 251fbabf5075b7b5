import { find } from './dom/elements.ts'
import { showHighlights } from './reading/highlights.tsx'
import { offerToAsk } from './reading/passage-selection.tsx'

/** The script of an article's page: to the next highlight, and asking about a passage. */
const main = find(document, 'main')
const article = find(main, 'article')
const nav = find(main, '.highlights')
const { previous = '', next = '' } = nav.dataset

showHighlights(nav, article, { previous, next }, document.querySelector(':target'))
offerToAsk(main, article.dataset.ask ?? '', (passage, id) => {
  location.assign(`/?${new URLSearchParams({ articles: id, about: passage })}`)
})

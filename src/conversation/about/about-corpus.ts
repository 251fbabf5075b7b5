import type { Language } from '../../domain/language.ts'
import type { Reply } from '../reply.ts'
import { quotedTitle } from '../wording/name-article.ts'
import { ABOUT_WORDS } from './about-words.ts'
import type { Shelf } from './shelf.ts'

/** How many titles are listed at most. */
const MOST_TITLES = 10

interface ReplyLanguages {
  readonly language: Language
  readonly replyLanguage: Language
}

/** Which articles there are. */
export function articlesReply(shelf: Shelf, languages: ReplyLanguages): Reply {
  const text = ABOUT_WORDS[languages.replyLanguage].articles(shelf.count)
  return {
    kind: 'conversation',
    act: 'articles',
    text,
    says: [],
    items: titlesOf(shelf, languages),
    ...languages,
  }
}

/**
 * Asks which of several articles is meant.
 *
 * @param shelf those that may be
 */
export function whichArticleReply(shelf: Shelf, languages: ReplyLanguages): Reply {
  const text = ABOUT_WORDS[languages.replyLanguage].which(Math.max(0, shelf.count - MOST_TITLES))
  return {
    kind: 'conversation',
    act: 'which-article',
    text,
    says: [],
    items: titlesOf(shelf, languages),
    ...languages,
  }
}

function titlesOf(shelf: Shelf, { replyLanguage }: ReplyLanguages): string[] {
  const titles = Array.from({ length: Math.min(shelf.count, MOST_TITLES) }, (_, row) =>
    quotedTitle(shelf.at(row).title, replyLanguage),
  )
  const others = shelf.count - titles.length
  return others > 0 ? [...titles, ABOUT_WORDS[replyLanguage].more(others)] : titles
}

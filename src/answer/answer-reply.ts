import type { Reply } from '../conversation/reply.ts'
import type { Answer } from '../domain.ts'
import { citationsOf } from './citations.ts'

/**
 * A reply as an answer. What it says of an article is cited and verified like any other answer; it was looked up rather
 * than searched for, so that its confidence is 1, and 0 where nothing is said of an article.
 */
export function answerReply({
  kind,
  text,
  language,
  replyLanguage,
  quotes,
  act,
  suggestions,
}: Reply): Answer {
  const confidence = kind === 'answer' ? 1 : 0
  const claims = quotes.map(({ paragraph, article, start, end }) => ({
    paragraph,
    article,
    start,
    end,
    quote: paragraph.text.slice(start, end),
    score: confidence,
  }))
  return {
    kind,
    answered: kind === 'answer',
    answer: text,
    citations: citationsOf(claims),
    confidence,
    language,
    answerLanguage: replyLanguage,
    answerer: kind === 'conversation' ? 'conversation' : 'extractive',
    related: [],
    ...(act === undefined ? {} : { act }),
    ...(suggestions === undefined ? {} : { suggestions }),
  }
}

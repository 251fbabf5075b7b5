import type { Reply, Said } from '../conversation/reply.ts'
import type { Answer } from '../domain/answer.ts'
import { markedSlice } from '../text/inline-marks.ts'
import { citationsOf } from './citations.ts'
import { composeAnswer, type Statement } from './markdown/compose-answer.ts'
import { escapeProse, styledProse } from './markdown/escape-prose.ts'
import { quoteMarkdown } from './markdown/quote-markdown.ts'

/**
 * A reply as an answer. What it says of an article is cited and verified like any other answer; it was looked up rather
 * than searched for, so that its confidence is 1, and 0 where nothing is said of an article.
 *
 * @param inlineMarkup see `AskRequest`
 */
export function answerReply(reply: Reply, inlineMarkup = false): Answer {
  const { kind, says, language, replyLanguage, act, suggestions } = reply
  const confidence = kind === 'answer' ? 1 : 0
  const claims = says.map(({ paragraph, article, start, end }) => ({
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
    answer: markdownOf(reply, inlineMarkup),
    citations: citationsOf(claims, inlineMarkup),
    confidence,
    language,
    answerLanguage: replyLanguage,
    answerer: kind === 'conversation' ? 'conversation' : 'extractive',
    related: [],
    ...(act === undefined ? {} : { act }),
    ...(suggestions === undefined ? {} : { suggestions }),
  }
}

function markdownOf({ text, items = [], says, asList = false }: Reply, inlineMarkup: boolean): string {
  const listed = [
    ...items.map(escapeProse),
    ...(asList ? says.map((said, at) => listedWords(said, at, inlineMarkup)) : []),
  ]
  return [
    escapeProse(text),
    listed.map((item) => `- ${item}`).join('\n'),
    asList ? '' : composeAnswer(says.map((said, at) => statementOf(said, at, inlineMarkup))),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** In one line, as an item is. */
function listedWords({ paragraph, start, end }: Said, at: number, inlineMarkup: boolean): string {
  const { text, styles = [] } = paragraph
  const words = markedSlice({ text, styles: inlineMarkup ? styles : [] }, { start, end })
  return `${styledProse(words.replace(/\s+/g, ' '))}[${at + 1}]`
}

function statementOf({ paragraph, start, end, text }: Said, at: number, inlineMarkup: boolean): Statement {
  const pieces =
    text === undefined
      ? quoteMarkdown(paragraph, { start, end }, { inlineMarkup })
      : [{ kind: 'prose' as const, markdown: escapeProse(text) }]
  return { pieces, markers: [at + 1] }
}

import type { Language } from '../../domain/language.ts'
import type { Library } from '../../domain/library.ts'
import { phrasesFor } from '../phrases/phrases-for.ts'
import { type MessageBody, messageBody } from './message-body.ts'
import { LIMITS, shorten } from './text/limits.ts'
import { escapeMarkdown } from './text/markdown.ts'

export interface HelpOptions {
  readonly language: Language
  /** Questions that the articles answer. */
  readonly examples: readonly string[]
  /** Whether a question can be passed on to people. */
  readonly hasModerators: boolean
  /** Whether questions are kept for the owner. */
  readonly keepsQuestions: boolean
}

const LONGEST_TITLE = 80

/** What the bot knows about, and how it is asked. */
export function renderHelp(library: Library, options: HelpOptions): MessageBody {
  const phrases = phrasesFor(options.language)
  const title = library.articleCount === 1 ? library.articleAt(0).title.replace(/\s+/g, ' ') : undefined
  const about =
    title === undefined
      ? phrases.helpArticles(library.articleCount)
      : phrases.helpArticle(escapeMarkdown(shorten(title, LONGEST_TITLE)))
  const lines = [
    about,
    ...options.examples.map((question) => `- ${escapeMarkdown(question)}`),
    '',
    ...phrases.helpLines.map((line) => `- ${line}`),
    ...(options.hasModerators ? [`- ${phrases.helpModerators}`] : []),
    ...(options.keepsQuestions ? ['', `-# ${phrases.helpKept}`] : []),
  ]
  return messageBody({ embed: { description: shorten(lines.join('\n'), LIMITS.embedDescription) } })
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { findParagraph as findById } from '../../answer/find-paragraph.ts'
import type { Article } from '../../domain/article.ts'
import type { Library } from '../../domain/library.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import type { Span } from '../../domain/span.ts'
import { anchorOf, articleIdOf } from '../../paragraph-id.ts'
import { discordLength, LIMITS } from './text/limits.ts'

/** What a button or a form asks for; all that is known when it is pressed, perhaps months later and by another process. */
export type Action =
  | { readonly kind: 'paragraph'; readonly reference: ParagraphReference; readonly span?: Span | undefined }
  | { readonly kind: 'thread' }
  | { readonly kind: 'moderators' }
  | { readonly kind: 'feedback'; readonly rating: 'up' | 'down'; readonly answerId: string | undefined }
  | { readonly kind: 'comment'; readonly answerId: string | undefined }
  | { readonly kind: 'articles'; readonly page: number }
  | { readonly kind: 'sections'; readonly page: number; readonly article: ArticleReference }

/** An article id, or where it is too long for a button, `~<digest of the id>`. */
export type ArticleReference = string

/** A reference to a paragraph: `<article reference>#<hash of the text>`. */
export type ParagraphReference = string

const DIGEST_DIGITS = 16

/** Begins every identifier of this form, so that those of later versions can be told from it. */
const VERSION = '1:'

export const THREAD_ID = `${VERSION}thread`
export const MODERATORS_ID = `${VERSION}moderators`

export function feedbackId(rating: 'up' | 'down', answerId: string | undefined): string {
  return `${VERSION}${rating}:${answerId ?? ''}`
}

export function commentFormId(answerId: string | undefined): string {
  return `${VERSION}comment:${answerId ?? ''}`
}

/** Identifier of the button that shows a page of the articles. */
export function articlesPageId(page: number): string {
  return `${VERSION}articles:${page}`
}

/** Identifier of the button that shows a page of an article's sections. */
export function sectionsPageId(page: number, articleId: string): string {
  const id = `${VERSION}sections:${page}:${articleId}`
  return fits(id) ? id : `${VERSION}sections:${page}:${shortReference(articleId)}`
}

/**
 * Identifier of the button that shows a paragraph, at most 100 characters however long the article's id is.
 * The marker keeps two buttons of a message apart when they show the same paragraph.
 *
 * @param span the words to mark in it
 */
export function paragraphButtonId(marker: string, paragraphId: string, span?: Span): string {
  const words = span === undefined ? '' : `${span.start}-${span.end}`
  const id = `${VERSION}paragraph:${marker}:${words}:${paragraphId}`
  if (fits(id)) return id
  const reference = `${shortReference(articleIdOf(paragraphId))}#${anchorOf(paragraphId)}`
  return `${VERSION}paragraph:${marker}:${words}:${reference}`
}

const PARAGRAPH = /^1:paragraph:[^:]*:(?:(\d+)-(\d+))?:(.+)$/s
const FEEDBACK = /^1:(up|down):(\w*)$/
const COMMENT = /^1:comment:(\w*)$/
const ARTICLES = /^1:articles:(\d+)$/
const SECTIONS = /^1:sections:(\d+):(.+)$/s

/** Reads an identifier of ours, those of the first version included; `undefined` for any other. */
export function parseCustomId(customId: string): Action | undefined {
  if (customId === THREAD_ID) return { kind: 'thread' }
  if (customId === MODERATORS_ID) return { kind: 'moderators' }
  const paragraph = PARAGRAPH.exec(customId)
  if (paragraph !== null) {
    const [, start, end, reference = ''] = paragraph
    const span = start === undefined ? undefined : { start: Number(start), end: Number(end) }
    return { kind: 'paragraph', reference, span }
  }
  const [, rating, answerId] = FEEDBACK.exec(customId) ?? []
  if (rating === 'up' || rating === 'down')
    return { kind: 'feedback', rating, answerId: answerId || undefined }
  const comment = COMMENT.exec(customId)
  if (comment !== null) return { kind: 'comment', answerId: comment[1] || undefined }
  const articles = ARTICLES.exec(customId)
  if (articles !== null) return { kind: 'articles', page: Number(articles[1]) }
  const sections = SECTIONS.exec(customId)
  if (sections !== null) return { kind: 'sections', page: Number(sections[1]), article: sections[2] ?? '' }
  return parseUnversioned(customId)
}

/** Reads an identifier from an answer of the first version. */
function parseUnversioned(customId: string): Action | undefined {
  if (customId === 'thread') return { kind: 'thread' }
  if (customId === 'feedback:up') return { kind: 'feedback', rating: 'up', answerId: undefined }
  if (customId === 'feedback:down') return { kind: 'feedback', rating: 'down', answerId: undefined }
  const reference = /^paragraph:[^:]*:(.+)$/s.exec(customId)?.[1]
  return reference === undefined ? undefined : { kind: 'paragraph', reference }
}

/** The paragraph that a button means; `undefined` when its article is gone or its words have changed. */
export function findParagraph(library: Library, reference: ParagraphReference): Paragraph | undefined {
  const article = findArticle(library, articleIdOf(reference))
  return article && findById(`${article.id}#${anchorOf(reference)}`, library)?.paragraph
}

export function findArticle(library: Library, reference: ArticleReference): Article | undefined {
  const article = library.article(reference)
  if (article !== undefined || !reference.startsWith('~')) return article
  for (let row = 0; row < library.articleCount; row += 1) {
    const candidate = library.articleAt(row)
    if (shortReference(candidate.id) === reference) return candidate
  }
  return undefined
}

function shortReference(articleId: string): ArticleReference {
  return `~${bytesToHex(sha256(utf8ToBytes(articleId))).slice(0, DIGEST_DIGITS)}`
}

function fits(id: string): boolean {
  return discordLength(id) <= LIMITS.customId
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Library, Paragraph } from '../../domain.ts'
import { discordLength, LIMITS } from './limits.ts'

/** What a button asks for; all that is known when it is pressed, perhaps months later and by another process. */
export type ButtonAction =
  | { readonly kind: 'paragraph'; readonly paragraph: ParagraphReference }
  | { readonly kind: 'thread' }
  | { readonly kind: 'feedback'; readonly rating: 'up' | 'down' }

/** A paragraph id, or where it is too long for a button, `~<digest of the article id>#<hash of the text>`. */
export type ParagraphReference = string

const DIGEST_DIGITS = 16

export const THREAD_ID = 'thread'
export const FEEDBACK_IDS = { up: 'feedback:up', down: 'feedback:down' } as const

/**
 * Identifier of the button that shows a paragraph, at most 100 characters however long the article's id is.
 * The marker keeps two buttons of a message apart when they show the same paragraph.
 */
export function paragraphButtonId(marker: string, paragraphId: string): string {
  const id = `paragraph:${marker}:${paragraphId}`
  return discordLength(id) <= LIMITS.customId ? id : `paragraph:${marker}:${shortReference(paragraphId)}`
}

/** Reads an identifier of ours; `undefined` for any other. */
export function parseButtonId(customId: string): ButtonAction | undefined {
  if (customId === THREAD_ID) return { kind: 'thread' }
  if (customId === FEEDBACK_IDS.up) return { kind: 'feedback', rating: 'up' }
  if (customId === FEEDBACK_IDS.down) return { kind: 'feedback', rating: 'down' }
  const paragraph = /^paragraph:[^:]*:(.+)$/s.exec(customId)?.[1]
  return paragraph === undefined ? undefined : { kind: 'paragraph', paragraph }
}

/** The paragraph that a button means; `undefined` when its article is gone or its words have changed. */
export function findParagraph(library: Library, reference: ParagraphReference): Paragraph | undefined {
  const hashAt = reference.lastIndexOf('#')
  const article = articleId(library, reference.slice(0, hashAt))
  if (article === undefined) return undefined
  const id = article + reference.slice(hashAt)
  return library.article(article)?.paragraphs.find((paragraph) => paragraph.id === id)
}

function shortReference(paragraphId: string): ParagraphReference {
  const hashAt = paragraphId.lastIndexOf('#')
  return `~${digest(paragraphId.slice(0, hashAt))}${paragraphId.slice(hashAt)}`
}

function articleId(library: Library, reference: string): string | undefined {
  if (library.article(reference) !== undefined || !reference.startsWith('~')) return reference
  for (let row = 0; row < library.articleCount; row += 1) {
    const { id } = library.articleAt(row)
    if (digest(id) === reference.slice(1)) return id
  }
  return undefined
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, DIGEST_DIGITS)
}

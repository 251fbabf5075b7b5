import { stringify } from 'yaml'
import type { Language } from '../../../src/domain/language.ts'

/** Words of a paragraph with the questions that they answer, as they stand in a sidecar. */
export type SidecarAnswer = {
  readonly quote: string
  /** What they say in English, where the article is in another language. */
  says?: { readonly en: string }
} & Readonly<Record<Language, string[]>>

/** What stands in a sidecar about one paragraph. */
export interface SidecarEntry {
  /** The part of the paragraph's id behind the `#`. */
  readonly paragraph: string
  /** The paragraph's text; its beginning is written for readers of the file. */
  readonly opening: string
  readonly context?: string
  readonly names: readonly string[]
  readonly answers: readonly SidecarAnswer[]
}

const OPENING_CHARACTERS = 20

/** The first words of a paragraph on one line, by which people know it. */
export function openingOf(text: string, characters = OPENING_CHARACTERS): string {
  return [...text.replace(/\s+/g, ' ')].slice(0, characters).join('').trim()
}

/** An entry in YAML, as one item of a list without indentation, ending with a line break. */
export function formatEntry(entry: SidecarEntry): string {
  const { paragraph, opening, context, names, answers } = entry
  const fields = {
    paragraph,
    opening: openingOf(opening),
    ...(context ? { context } : {}),
    ...(names.length > 0 ? { names } : {}),
    answers: answers.map(({ quote, says, ...questions }) => ({
      quote,
      ...(says === undefined ? {} : { says }),
      ...Object.fromEntries(Object.entries(questions).filter(([, list]) => list.length > 0)),
    })),
  }
  // Long questions stay on one line each: a difference between two versions is then a difference between questions.
  return stringify([fields], { lineWidth: 0 })
}

import type { Article } from '../../../src/domain/article.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import { countHan } from '../../../src/text/languages.ts'
import type { SidecarText } from './edit-sidecar.ts'
import { buildPrompt, type Surroundings } from './prompt.ts'
import { type EntryPlace, readSidecar } from './read-sidecar.ts'

/** What is to be done about the sidecar of an article. */
export interface EnrichmentPlan {
  /** Paragraphs that no entry is about: new ones, and those whose words have changed. */
  readonly missing: readonly Surroundings[]
  /** Entries about paragraphs that the article does not have (any more). */
  readonly stale: readonly EntryPlace[]
}

/** @throws CorpusError where the sidecar cannot be read */
export function planEnrichment(article: Article, { source, text }: SidecarText): EnrichmentPlan {
  const places = readSidecar(source, text)
  const names = new Set(article.paragraphs.map(nameOf))
  const written = new Set(places.map(({ paragraph }) => paragraph))
  return {
    missing: article.paragraphs.flatMap((paragraph, at) =>
      written.has(nameOf(paragraph))
        ? []
        : [{ article, paragraph, before: article.paragraphs[at - 1], after: article.paragraphs[at + 1] }],
    ),
    stale: places.filter(({ paragraph }) => paragraph !== undefined && !names.has(paragraph)),
  }
}

/** The part of a paragraph's id behind the `#`: its name in a sidecar. */
export function nameOf({ id, article }: Paragraph): string {
  return id.slice(article.length + 1)
}

/** Roughly what it takes to have questions written. */
export interface Estimate {
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
}

/**
 * The questions shipped for the first article take eleven tokens for each of the article's, as counted here. They are more
 * than the prompt asks for; a model is taken to write about half as many.
 */
const TOKENS_WRITTEN_PER_TOKEN_READ = 6

/** What a run takes when nothing has to be asked again. */
export function estimate(missing: readonly Surroundings[]): Estimate {
  const prompts = missing.map((surroundings) => buildPrompt(surroundings, '00000000'))
  const paragraphs = missing.map(({ paragraph }) => approximateTokens(paragraph.text))
  return {
    calls: missing.length,
    tokensIn: sum(prompts.map(({ system, user }) => approximateTokens(system + user))),
    tokensOut: sum(paragraphs.map((tokens) => tokens * TOKENS_WRITTEN_PER_TOKEN_READ)),
  }
}

/** Current models take about one token for a Han character and for four others. */
function approximateTokens(text: string): number {
  const han = countHan(text)
  return han + Math.ceil((text.length - han) / 4)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

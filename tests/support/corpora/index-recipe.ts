import { Embeddings } from '@langchain/core/embeddings'
import type { Corpus } from '../../../src/corpus/corpus.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Passage } from '../../../src/domain/passage.ts'
import type { FingerprintedEmbeddings } from '../../../src/embeddings/fingerprinted-embeddings.ts'
import type { IndexRecipe } from '../../../src/index/build/recipe.ts'
import { ANY_CLAIM } from '../chat/any-claim.ts'

/** Hashes the characters of a text into a few dimensions, and counts what it was asked. */
export class CountingEmbeddings extends Embeddings implements FingerprintedEmbeddings {
  readonly dimensions = 8
  readonly fingerprint: string
  readonly texts: string[] = []

  constructor(fingerprint = 'counting') {
    super({})
    this.fingerprint = fingerprint
  }

  override async embedQuery(text: string): Promise<number[]> {
    const vector = Array<number>(this.dimensions).fill(0)
    for (const character of text) {
      const dimension = (character.codePointAt(0) ?? 0) % this.dimensions
      vector[dimension] = (vector[dimension] ?? 0) + 1
    }
    return vector
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    this.texts.push(...texts)
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
}

/** One passage a paragraph, behind the article's title, and a lexical index that holds all words. */
export function recipeWith(
  embeddings: FingerprintedEmbeddings = new CountingEmbeddings(),
  analysis = '1',
): IndexRecipe {
  return {
    embedder: embeddings.fingerprint,
    analysis,
    prepare: async () => ({
      embeddings,
      claims: ANY_CLAIM,
      toPassages: ({ articles }) => passagesOf(articles),
      toLexicalIndex: (passages) => ({ words: passages.map(({ text }) => text).join('\n') }),
    }),
  }
}

function passagesOf(articles: readonly Article[]): Passage[] {
  return articles
    .flatMap(({ title, paragraphs }) => paragraphs.map(({ text }) => ({ title, text })))
    .map(({ title, text }, paragraphRow) => ({
      paragraphRow,
      kind: 'text',
      text: `${title}\n${text}`,
      start: 0,
      end: text.length,
    }))
}

export function corpusOf(articles: readonly Article[]): Corpus {
  return { articles, writtenQuestions: [], unanswered: [], problems: [], hash: JSON.stringify(articles) }
}

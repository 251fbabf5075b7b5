import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import { citationUrl } from '../answer/citation-url.ts'
import type { Library } from '../domain/library.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import { InvalidRequestError } from '../errors.ts'
import type { ParagraphRetriever, RankedParagraph } from '../retrieval/retriever.ts'

/** Metadata of a document, whose content is the text of a paragraph. */
export interface ParagraphMetadata {
  /** Id of the paragraph. */
  readonly id: string
  /** Id of the article. */
  readonly article: string
  /** Title of the article. */
  readonly title: string
  /** The nearest heading above the paragraph; empty before the first one. */
  readonly section: string
  /** Position of the paragraph in its article, from 1. */
  readonly paragraph: number
  /** Probability, 0–1, that this paragraph is the one that answers, if any does. */
  readonly score: number
  /** Address that opens the paragraph, see `urlOf` of {@link FootnoteRetrieverFields}. */
  readonly url: string
}

export interface FootnoteRetrieverFields extends BaseRetrieverInput {
  /** Finds the paragraphs; `openFootnote` returns one. */
  readonly retriever: Pick<ParagraphRetriever, 'retrieve'>
  /** The articles that the retriever searches. */
  readonly library: Library
  /**
   * Makes the address that opens a paragraph.
   *
   * @default its path below the address of the service
   */
  readonly urlOf?: (paragraph: Paragraph) => string
  /**
   * Maximum number of paragraphs to return, from 1; the retriever itself reads no more than 24.
   *
   * @default 4
   */
  readonly k?: number
}

const DEFAULT_K = 4

/**
 * Retrieves the paragraphs that may answer a question as LangChain documents, best first. It does not decide whether the
 * corpus answers at all: `askRunnable` does. Workers do without it, because `Document` would be the largest part of
 * their bundle.
 *
 * @example
 * ```ts
 * const { retriever, library } = await openFootnote({ corpusDirectory: 'corpus', indexDirectory: 'index' })
 * const documents = await new FootnoteRetriever({ retriever, library, k: 3 }).invoke('When was Lambda released?')
 * ```
 */
export class FootnoteRetriever extends BaseRetriever<ParagraphMetadata> {
  override lc_namespace = ['footnote', 'retrievers']
  readonly k: number
  private readonly retriever: FootnoteRetrieverFields['retriever']
  private readonly library: Library
  private readonly urlOf: (paragraph: Paragraph) => string

  static override lc_name(): string {
    return 'FootnoteRetriever'
  }

  /** @throws InvalidRequestError if `k` is not a whole number from 1 */
  constructor({
    retriever,
    library,
    urlOf = citationUrl,
    k = DEFAULT_K,
    ...fields
  }: FootnoteRetrieverFields) {
    super(fields)
    if (!Number.isInteger(k) || k < 1) {
      throw new InvalidRequestError('retrieval', 'k must be a whole number from 1.', { fields: { k } })
    }
    this.retriever = retriever
    this.library = library
    this.urlOf = urlOf
    this.k = k
  }

  override async _getRelevantDocuments(question: string): Promise<Document<ParagraphMetadata>[]> {
    const { ranked } = await this.retriever.retrieve(question)
    return ranked.slice(0, this.k).map((candidate) => this.toDocument(candidate))
  }

  private toDocument({ paragraphRow, probability }: RankedParagraph): Document<ParagraphMetadata> {
    const paragraph = this.library.paragraphAt(paragraphRow)
    const { id, article, section, position, text } = paragraph
    return new Document({
      id,
      pageContent: text,
      metadata: {
        id,
        article,
        title: this.library.article(article)?.title ?? '',
        section,
        paragraph: position,
        score: probability,
        url: this.urlOf(paragraph),
      },
    })
  }
}

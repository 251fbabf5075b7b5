import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import { citationUrl } from '../answer/citation-url.ts'
import type { Library } from '../domain/library.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import { InvalidRequestError } from '../errors.ts'
import type { ParagraphRetriever, RankedParagraph } from '../retrieval/retriever.ts'

/** What a document says of its paragraph, whose text is the document's content. */
export interface ParagraphMetadata {
  /** Paragraph id. */
  readonly id: string
  /** Article id. */
  readonly article: string
  readonly title: string
  readonly section: string
  /** Position in the article, from 1. */
  readonly paragraph: number
  /** That this is the paragraph that answers, if one does, 0–1. */
  readonly score: number
  readonly url: string
}

export interface FootnoteRetrieverFields extends BaseRetrieverInput {
  readonly retriever: Pick<ParagraphRetriever, 'retrieve'>
  readonly library: Library
  /**
   * Where a paragraph opens.
   * @default its path below the address of the service
   */
  readonly urlOf?: (paragraph: Paragraph) => string
  /** How many paragraphs to return at most, from 1; the retriever itself reads no more than a few. Default: 4. */
  readonly k?: number
}

const DEFAULT_K = 4

/**
 * The paragraphs that may answer a question as LangChain documents, best first, for anyone's chain. Whether the corpus
 * answers at all is not decided here: see `askRunnable`. Kept out of Workers, where `Document` would be the largest
 * part of the bundle.
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

  /** @throws InvalidRequestError where `k` is no whole number from 1 */
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

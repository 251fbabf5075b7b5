import type { Library, RowRange } from '../domain/library.ts'

/** What articles and sections count of a conversation's topic, in units of the ranking's score, see {@link Topic}. */
const FOR_ARTICLE = 2
const FOR_SECTION = 0.5
/** What the article counts towards a paragraph being read, as a share of what the question's words can reach. */
const FOR_BEING_READ = 0.2

/** A paragraph, and the probability that it answers. */
interface Likely {
  readonly paragraphRow: number
  readonly probability: number
}

/**
 * What a conversation is about: the place where the question before is likely answered. Somebody who asks "can a function
 * do that, too?" mostly means something on the same page, whether or not the words point back. The topic tips the balance
 * between paragraphs that fit a question about equally well; it does not keep a question from another subject.
 */
export class Topic {
  private readonly articles = new Map<string, number>()
  private readonly sections = new Map<string, number>()
  /** The rows of each of the articles, and what it counts towards their being read. */
  private readonly rows: (RowRange & { readonly counts: number })[] = []
  private readonly library: Library

  /** @param ranked the paragraphs that may answer the question before; none where nothing was asked before */
  constructor(ranked: readonly Likely[], library: Library) {
    this.library = library
    for (const { paragraphRow, probability } of ranked) {
      const { article, section } = library.paragraphAt(paragraphRow)
      add(this.articles, article, probability)
      add(this.sections, sectionKey(article, section), probability)
    }
    for (const [article, probability] of this.articles) {
      const rows = library.paragraphRows(article)
      if (rows !== undefined) this.rows.push({ ...rows, counts: FOR_BEING_READ * probability })
    }
  }

  /** What is added to a paragraph's score in the ranking. */
  inRanking(row: number): number {
    if (this.articles.size === 0) return 0
    const { article, section } = this.library.paragraphAt(row)
    const ofArticle = this.articles.get(article) ?? 0
    return FOR_ARTICLE * ofArticle + FOR_SECTION * (this.sections.get(sectionKey(article, section)) ?? 0)
  }

  /** What is added to the first impression of a paragraph: asked of very many rows. */
  inFirstImpression(row: number): number {
    for (const { start, end, counts } of this.rows) if (row >= start && row < end) return counts
    return 0
  }
}

function sectionKey(article: string, section: string): string {
  return `${article}\n${section}`
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { LONGEST_QUESTION, type Turn } from '../domain/question.ts'
import { itemAt } from '../item-at.ts'
import { TermReader } from '../text/term-cache.ts'
import { findCandidates } from './candidates.ts'
import { nearestUnanswered } from './evidence/nearest-unanswered.ts'
import { ParagraphReader, ReadingTools } from './evidence/paragraph-reader.ts'
import { type ReadCandidate, readCandidates } from './evidence/read-candidate.ts'
import { Coverage } from './evidence/sentence-coverage.ts'
import { WHOLE_KINDS } from './evidence/whole-terms.ts'
import { WrittenQuestionReader } from './evidence/written-question-reader.ts'
import { analyseQuestion, isOfUnknown, nameTest } from './lexical/analyse-question.ts'
import type { QueryTerm } from './lexical/bm25.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { respelt } from './question/respelt.ts'
import {
  changesSubject,
  type StandaloneQuestion,
  standaloneQuestion,
} from './question/standalone-question.ts'
import { type CorpusForm, corpusFormOf } from './ranking/corpus-form.ts'
import { type Features, featuresOf } from './ranking/features.ts'
import { type RankingModel, rankingScore, rankingSituation, softmax } from './ranking/ranking-model.ts'
import type { SearchableIndex } from './searchable-index.ts'
import { Topic } from './topic.ts'

/** A paragraph that may answer, with what speaks for it. */
export interface RankedParagraph extends ReadCandidate {
  readonly features: Features
  readonly score: number
  /** That this is the one that answers, if one does: adds up to 1 over the candidates. */
  readonly probability: number
  /** Of two questions that were asked at once, the one that it was found for. */
  readonly askedFor?: StandaloneQuestion
  /** Where the words end that were quoted of it before; what goes on from an answer repeats none of them. */
  readonly quotedTo?: number
}

export interface Retrieval {
  readonly question: StandaloneQuestion
  readonly query: readonly QueryTerm[]
  readonly form: CorpusForm
  /** Nothing but names is asked for: "Lambda", "what is SmartOS?". */
  readonly asksForName: boolean
  /** How near the question comes to one that the corpus is known not to answer, see {@link nearestUnanswered}. */
  readonly unanswered: number
  /** Best first; empty where nothing in the corpus has a word of the question. */
  readonly ranked: readonly RankedParagraph[]
}

/** Whether the paragraph of a row may be found. */
type Accept = (paragraphRow: number) => boolean

/** Finds the paragraphs that may answer a question, and ranks them. */
export class ParagraphRetriever {
  private readonly index: SearchableIndex
  private readonly embeddings: EmbeddingsInterface
  private readonly model: RankingModel
  private readonly reader: TermReader
  private readonly tools: ReadingTools
  private readonly writtenQuestions: WrittenQuestionReader
  private readonly form: CorpusForm

  constructor(index: SearchableIndex, embeddings: EmbeddingsInterface, model: RankingModel) {
    this.index = index
    this.embeddings = embeddings
    this.model = model
    this.reader = new TermReader(index.lexicalIndex.dictionary)
    this.tools = new ReadingTools(index)
    this.writtenQuestions = new WrittenQuestionReader(index, this.reader)
    this.form = corpusFormOf(index.library)
  }

  /**
   * @param history earlier turns, oldest first
   * @param articles ids of the articles to look in; all of them without it
   * @throws InvalidRequestError where there is no such article
   */
  async retrieve(
    question: string,
    history: readonly Turn[] = [],
    articles?: readonly string[],
  ): Promise<Retrieval> {
    const accept = articles && paragraphsOf(articles, this.index.library)
    const standalone = this.standalone(question, history)
    const vector = await this.embeddings.embedQuery(textToEmbed(standalone))
    const topic = this.topicOf(changesSubject(question) ? [] : history, accept)
    return this.find(standalone, topic, accept, vector)
  }

  private standalone(question: string, history: readonly Turn[]): StandaloneQuestion {
    const { lexicalIndex } = this.index
    const spelt = respelt(question, lexicalIndex)
    const goesOn = history.length > 0 && !isOfUnknown(spelt, lexicalIndex)
    return standaloneQuestion(spelt, goesOn ? history : [], nameTest(lexicalIndex))
  }

  /**
   * Where the last question of the history is likely answered. What the topic was then makes no difference, and words
   * alone decide: a server for embeddings is asked once a question.
   */
  private topicOf(history: readonly Turn[], accept: Accept | undefined): Topic {
    const { library } = this.index
    const none = new Topic([], library)
    const last = history.findLastIndex(({ role }) => role === 'user')
    const question = history[last]?.content.slice(0, LONGEST_QUESTION)
    if (question === undefined) return none
    const { ranked } = this.find(this.standalone(question, history.slice(0, last)), none, accept)
    return new Topic(ranked, library)
  }

  /** @param vector of the question; without it, words alone find */
  private find(
    standalone: StandaloneQuestion,
    topic: Topic,
    accept: Accept | undefined,
    vector?: readonly number[],
  ): Retrieval {
    const { library, lexicalIndex } = this.index
    const query = analyseQuestion(standalone.parts, lexicalIndex)
    const candidates = findCandidates(query, vector, this.index, accept, topic)
    const coverage = new Coverage(query, lexicalIndex, this.reader)
    const read = readCandidates(
      candidates,
      coverage,
      standalone.type,
      new ParagraphReader(coverage, this.index, this.tools),
      this.writtenQuestions,
      (article) => library.article(article)?.title ?? '',
    )
    const unanswered = nearestUnanswered(standalone.parts, lexicalIndex, this.reader)
    const words = query.filter(({ kind }) => WHOLE_KINDS.has(kind))
    // Beside others, an ordinary English word is no name, even where the corpus or a question about it holds it.
    const asksForName =
      words.length > 0 &&
      words.every(
        ({ key, isName }) => isName && (words.length === 1 || !lexicalIndex.dictionary.explains(key)),
      )
    return {
      question: standalone,
      query,
      form: this.form,
      asksForName,
      unanswered,
      ranked: this.rank(read, featuresOf(read), topic),
    }
  }

  private rank(
    read: readonly ReadCandidate[],
    features: readonly Features[],
    topic: Topic,
  ): RankedParagraph[] {
    const weights = this.model[rankingSituation(read, this.form)]
    const scores = read.map(
      ({ paragraphRow }, at) =>
        rankingScore(features[at] as Features, weights) + topic.inRanking(paragraphRow),
    )
    const probabilities = softmax(scores)
    return read
      .map((candidate, i) =>
        // Not copied: a candidate has two dozen fields, and nobody else holds it.
        Object.assign(candidate, {
          features: itemAt(features, i),
          score: itemAt(scores, i),
          probability: itemAt(probabilities, i),
        }),
      )
      .sort((a, b) => b.score - a.score || a.paragraphRow - b.paragraphRow)
  }
}

/** A part that counts less than this in words would count too much in a vector, where all words count alike. */
const LEAST_EMBEDDED_WEIGHT = 0.5

function textToEmbed({ parts }: StandaloneQuestion): string {
  return parts
    .filter(({ weight, withoutNames }) => weight >= LEAST_EMBEDDED_WEIGHT && !withoutNames)
    .map(({ text }) => text)
    .join('\n')
}

import { BuiltinEmbeddings } from '../../src/embeddings/builtin.ts'
import { decodeLexicalIndex } from '../../src/index/lexical/lexical-index.ts'
import type { OpenIndex } from '../../src/index/open.ts'
import { RANKING_WEIGHTS } from '../../src/retrieval/ranking/ranking-weights.ts'
import { ParagraphRetriever, type Retrieval } from '../../src/retrieval/retriever.ts'
import { foldedHash } from '../../src/text/fnv1a.ts'
import type { EvaluationQuestion } from '../evaluate/question-set.ts'
import { isGold } from '../evaluate/score-answer.ts'
import type { Example, RankedExample, RetrievedExample } from './example.ts'

export interface AskedQuestion {
  readonly q: string
  /** The person's earlier questions. */
  readonly history?: readonly string[] | undefined
  /** Rows of the paragraphs that answer it. */
  readonly gold: ReadonlySet<number>
}

/** Asks an index; the order of the candidates does not matter, since they are ranked anew. */
export async function retrieveExamples(
  { set, source }: Pick<Example, 'set' | 'source'>,
  { library, passages, search, lexicalIndex: sections }: OpenIndex,
  questions: readonly AskedQuestion[],
): Promise<Example[]> {
  const lexicalIndex = decodeLexicalIndex(sections)
  const embeddings = new BuiltinEmbeddings(lexicalIndex.dictionary)
  const retriever = new ParagraphRetriever(
    { library, passages, search, lexicalIndex },
    embeddings,
    RANKING_WEIGHTS,
  )
  const examples: Example[] = []
  for (const { q, history = [], gold } of questions) {
    const turns = history.map((content) => ({ role: 'user' as const, content }))
    const [group = foldedHash(q)] = gold
    const retrieval = await retriever.retrieve(q, turns)
    examples.push({ set, source, retrieval: retrievedExample(retrieval), gold, group })
  }
  return examples
}

/** What the terms stand for and the sentences say has been read by now, and is most of what thousands of retrievals would hold. */
function retrievedExample({
  query,
  question,
  unanswered,
  form,
  asksForName,
  ranked,
}: Retrieval): RetrievedExample {
  return {
    query: query.map((term) => ({ ...term, expansions: [] })),
    question,
    unanswered,
    form,
    asksForName,
    ranked: ranked.map(
      ({
        paragraphRow,
        features,
        score,
        probability,
        evidence,
        length,
        holdsAnswer,
        gap,
        questions,
      }): RankedExample => ({
        paragraphRow,
        features,
        score,
        probability,
        evidence,
        length,
        holdsAnswer,
        gap,
        questions: questions.slice(0, 1),
      }),
    ),
  }
}

/** Rows of the paragraphs that hold one of the gold words. */
export function goldParagraphs(
  { library }: OpenIndex,
  question: Pick<EvaluationQuestion, 'gold'>,
): Set<number> {
  const rows = new Set<number>()
  for (let row = 0; row < library.paragraphCount; row++)
    if (isGold(question, library.paragraphAt(row).text)) rows.add(row)
  return rows
}

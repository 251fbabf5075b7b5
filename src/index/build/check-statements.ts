import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { ClaimChecker, ClaimFault } from '../../claims/check-claim.ts'
import { statementEvidence } from '../../claims/statement-evidence.ts'
import type { Article } from '../../domain/article.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { anchorOf } from '../../paragraph-id.ts'
import type { RefusedStatement, Statement, StoredStatements } from '../documents/stored-statements.ts'
import type { CorpusContent } from './recipe.ts'

/** A sentence that passed, with a sum of all that it was checked with. */
interface CheckedStatement extends Statement {
  readonly sum: number
}

export interface CheckedStatements {
  /** Those that say no more than their words, ascending by paragraph. */
  readonly statements: readonly CheckedStatement[]
  readonly refused: readonly RefusedStatement[]
}

/**
 * Holds each sentence that was written ahead to the words that it is about.
 *
 * @param previous of an index of the same analysis: what passed there with the same evidence is not checked again
 */
export function checkStatements(
  { articles, writtenQuestions }: Pick<CorpusContent, 'articles' | 'writtenQuestions'>,
  checker: Pick<ClaimChecker, 'check'>,
  previous?: Pick<StoredStatements, 'sums'>,
): CheckedStatements {
  const written = new Map(writtenQuestions.map((entry) => [entry.paragraphId, entry]))
  const statements: CheckedStatement[] = []
  const refused: RefusedStatement[] = []
  const hasAny = writtenQuestions.some(({ answers }) => answers.some(({ says }) => says.length > 0))
  if (!hasAny) return { statements, refused }
  const passed = new Set(previous?.sums)
  let row = 0
  for (const article of articles) {
    for (const paragraph of article.paragraphs) {
      const entry = written.get(paragraph.id)
      for (const { start, end, says } of entry?.answers ?? []) {
        const evidence = statementEvidence(article, paragraph, { start, end }, entry)
        for (const { language, text } of says) {
          const sum = sumOf([text, evidence])
          const faults = passed.has(sum) ? [] : checker.check(text, evidence).faults
          if (faults.length === 0) statements.push({ paragraphRow: row, start, end, language, text, sum })
          else refused.push(refusalOf(article, paragraph, text, faults))
        }
      }
      row++
    }
  }
  return { statements, refused }
}

function sumOf(parts: unknown): number {
  const sum = sha256(utf8ToBytes(JSON.stringify(parts)))
  return new DataView(sum.buffer, sum.byteOffset).getUint32(0)
}

function refusalOf(
  { source }: Article,
  { id }: Paragraph,
  text: string,
  faults: readonly ClaimFault[],
): RefusedStatement {
  const why = faults.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')
  const message = `${source}, paragraph ${anchorOf(id)}: "${text}" says what its quote does not (${why}); put it nearer to the words.`
  return { source, message }
}

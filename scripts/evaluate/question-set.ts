import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ConfigurationError } from '../../src/errors.ts'

const question = z.object({
  id: z.string().optional(),
  /** The question as a person would write it. */
  q: z.string().min(1),
  lang: z.string().default('?'),
  /** `none` where the corpus does not answer; anything else is a note. */
  kind: z.string().default('span'),
  /** Words of the paragraphs that answer; one of them is enough. */
  gold: z.array(z.string().min(1)).default([]),
  /** What the answer must hold; one of them is enough. */
  answer: z.array(z.string().min(1)).default([]),
  /** The person's earlier questions, oldest first. */
  history: z.array(z.string()).optional(),
})

/** One line of a question set, see tests/evaluation. */
export type EvaluationQuestion = z.output<typeof question>

/** Whether the corpus is known not to answer it. */
export function isUnanswerable({ kind }: Pick<EvaluationQuestion, 'kind'>): boolean {
  return kind === 'none'
}

/**
 * Reads question sets: JSON Lines, one question a line.
 *
 * @throws ConfigurationError that names the file and line that is none
 */
export async function readQuestions(files: readonly string[]): Promise<EvaluationQuestion[]> {
  const sets = await Promise.all(files.map(readSet))
  return sets.flat()
}

async function readSet(file: string): Promise<EvaluationQuestion[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigurationError('configuration', `The question set ${file} cannot be read`, { cause })
  })
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${at + 1}`)]))
}

function parseLine(line: string, place: string): EvaluationQuestion {
  try {
    return question.parse(JSON.parse(line))
  } catch (cause) {
    throw new ConfigurationError(
      'configuration',
      `${place} is not a question; expected e.g. {"q": "…", "lang": "en", "gold": ["words of the paragraph"], "answer": ["…"]}`,
      { cause },
    )
  }
}

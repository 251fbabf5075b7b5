import { withOverviews } from '../../corpus/article-overview.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { CorpusError } from '../../errors.ts'
import { findCorpusFiles } from './corpus-files.ts'
import { CorpusReader, hashOf } from './corpus-reader.ts'
import type { ReadCorpusOptions } from './read-options.ts'

/**
 * Reads every article of a folder and the sidecars beside them. What cannot be used is left out and listed under
 * `problems`; the rest is read all the same.
 *
 * @throws CorpusError when the folder cannot be read; with `strict`, listing all problems when there is any
 */
export async function readCorpusFolder(directory: string, options: ReadCorpusOptions = {}): Promise<Corpus> {
  const found = await findCorpusFiles(directory)
  const reader = new CorpusReader(found, options)
  await reader.read(found.files)
  const { writtenQuestions, unanswered, problems, notes, origins } = reader
  const articles = withOverviews(reader.articles, writtenQuestions)
  if (options.strict && problems.length > 0) {
    const list = problems.map(({ message }) => `\n  ${message}`).join('')
    throw new CorpusError('corpus', `The corpus has ${problems.length} problem(s):${list}`, {
      fields: { problems },
    })
  }
  const contents = articles.map(({ source }) => origins.get(source)?.content)
  const hash = hashOf([...contents, ...writtenQuestions, ...unanswered])
  return { articles, writtenQuestions, unanswered, problems, notes, hash, origins }
}

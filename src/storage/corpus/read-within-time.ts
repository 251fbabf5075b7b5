import type { Note, SourceFile } from '../../corpus/document.ts'
import { readArticle } from '../../corpus/parse-article.ts'
import type { Article } from '../../domain/article.ts'
import { CorpusError } from '../../errors.ts'
import { waitNoLongerThan, withTimeLimit } from './time-limit.ts'

/** How long a file may take to be read, and how much longer for each MiB of it: many times what a usual one takes. */
const LEAST_SECONDS = 10
const SECONDS_PER_MIB = 10

/**
 * Reads an article. A file over which a parser takes for ever keeps nobody from reading the others.
 *
 * @param least seconds for a small file
 * @returns nothing for a draft
 * @throws CorpusError naming the file and what in it cannot be used, or that it takes too long
 */
export function readWithinTime(
  file: SourceFile,
  note: Note,
  least = LEAST_SECONDS,
): Article | undefined | Promise<Article | undefined> {
  const seconds = least + Math.ceil((SECONDS_PER_MIB * file.bytes.length) / 2 ** 20)
  const timedOut = () =>
    new CorpusError(
      'corpus',
      `${file.path} takes longer than ${seconds} seconds to read; look for marks that repeat without end in it, or split it.`,
      { fields: { source: file.path, seconds } },
    )
  const article = withTimeLimit(seconds * 1000, () => readArticle(file, note), timedOut)
  return article instanceof Promise ? waitNoLongerThan(seconds * 1000, article, timedOut) : article
}

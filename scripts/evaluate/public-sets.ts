import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../../src/errors.ts'

/** A public question set with the articles that it asks about. */
export interface PublicSet {
  /** Name of its folder. */
  readonly name: string
  readonly corpusDirectory: string
  readonly questionFile: string
}

/**
 * The question sets of a folder: `corpora/NAME/` with `NAME.jsonl` beside `corpora/`, or `NAME/corpus/` with
 * `NAME/questions.jsonl`. Public ones are no part of this repository; docs/quality.md says how to make them.
 *
 * @throws ConfigurationError where there is none
 */
export async function findPublicSets(directory: string): Promise<PublicSet[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new ConfigurationError('configuration', `The folder ${directory} cannot be read`, { cause })
  })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const sets: PublicSet[] = folders.includes('corpora') ? await setsBesideCorpora(directory) : []
  for (const name of folders.sort()) {
    const files = await readdir(join(directory, name))
    if (!files.includes('corpus') || !files.includes('questions.jsonl')) continue
    sets.push({
      name,
      corpusDirectory: join(directory, name, 'corpus'),
      questionFile: join(directory, name, 'questions.jsonl'),
    })
  }
  if (sets.length === 0) {
    throw new ConfigurationError(
      'configuration',
      `${directory} holds no question set; expected NAME/corpus/ with NAME/questions.jsonl, or corpora/NAME/ with NAME.jsonl`,
    )
  }
  return sets
}

async function setsBesideCorpora(directory: string): Promise<PublicSet[]> {
  const sets: PublicSet[] = []
  for (const name of (await readdir(join(directory, 'corpora'))).sort()) {
    const questionFile = join(directory, `${name}.jsonl`)
    const isThere = await access(questionFile).then(
      () => true,
      () => false,
    )
    if (isThere) sets.push({ name, corpusDirectory: join(directory, 'corpora', name), questionFile })
  }
  return sets
}

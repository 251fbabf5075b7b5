import { readdir } from 'node:fs/promises'
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
 * The public sets of a folder: each a folder of its own with `corpus/` and `questions.jsonl`. None is part of this
 * repository; docs/quality.md says how to make them.
 *
 * @throws ConfigurationError where there is none
 */
export async function findPublicSets(directory: string): Promise<PublicSet[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new ConfigurationError('configuration', `The folder ${directory} cannot be read`, { cause })
  })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const sets: PublicSet[] = []
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
      `${directory} holds no public set; expected folders with corpus/ and questions.jsonl in them`,
    )
  }
  return sets
}

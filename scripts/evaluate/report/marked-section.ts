import { readFile, writeFile } from 'node:fs/promises'

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a text.
 *
 * @throws Error where the markers are missing
 */
export function replaceSection(text: string, name: string, content: string): string {
  const opening = `<!-- ${name} -->`
  const start = text.indexOf(opening)
  const end = text.indexOf(`<!-- /${name} -->`, start)
  if (start < 0 || end < 0)
    throw new Error(`There are no comments <!-- ${name} --> and <!-- /${name} --> to write between`)
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`
}

/** The same in a file. */
export async function replaceSectionInFile(file: string, name: string, content: string): Promise<void> {
  await writeFile(file, replaceSection(await readFile(file, 'utf8'), name, content))
}

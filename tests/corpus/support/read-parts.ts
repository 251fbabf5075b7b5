import { titleOf as titleOfFile } from '../../../src/corpus/article-id.ts'
import { partsOf as partsOfTree } from '../../../src/corpus/blocks/document-parts.ts'
import type { Document, DocumentPart } from '../../../src/corpus/document.ts'
import { formatOf, MARKDOWN } from '../../../src/corpus/formats/formats.ts'

/** What a text says, part by part: `## heading`, and for each paragraph its blocks, `kind: text` or `kind/language: text`. */
export function readParts(text: string, path = 'note.md'): string[] {
  const format = formatOf(path) ?? MARKDOWN
  const readText = 'readText' in format ? (format as typeof MARKDOWN).readText : MARKDOWN.readText
  const document = readText({ path, text }, () => {})
  return document === undefined ? [] : partsOf(document)
}

/** The same of a file that is no text, below its title. */
export async function readBinaryParts(bytes: Uint8Array, path: string): Promise<string[]> {
  const document = await formatOf(path)?.read({ path, bytes }, () => {})
  if (document === undefined) return []
  const title = titleOf(document)
  return [
    `# ${document.metadata.title ?? (title?.type === 'heading' ? title.text : titleOfFile(path))}`,
    ...partsOf(document),
  ]
}

function titleOf({ metadata, root }: Document): DocumentPart | undefined {
  const parts = partsOfTree(root)
  const first = parts.find((part) => part.type === 'heading' && part.level === 1)
  const isTitle = first?.type === 'heading' && (metadata.title === undefined || metadata.title === first.text)
  return isTitle ? first : undefined
}

function partsOf(document: Document): string[] {
  const title = titleOf(document)
  return partsOfTree(document.root)
    .filter(
      (part) =>
        !(
          part.type === 'heading' &&
          title?.type === 'heading' &&
          part.level === 1 &&
          part.text === title.text
        ),
    )
    .map((part) =>
      part.type === 'heading'
        ? `${'#'.repeat(part.level)} ${part.text}`
        : part.blocks
            .map(
              ({ kind, language, text }) =>
                `${language === undefined ? kind : `${kind}/${language}`}: ${text}`,
            )
            .join(' | '),
    )
}

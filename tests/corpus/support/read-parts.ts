import { titleOf as titleOfFile } from '../../../src/corpus/article-id.ts'
import type { Document, DocumentPart } from '../../../src/corpus/document.ts'
import { formatOf, MARKDOWN } from '../../../src/corpus/formats/formats.ts'

/** What a text says, part by part: `## heading`, and for each paragraph its blocks, `kind: text` or `kind/language: text`. */
export function readParts(text: string, path = 'note.md'): string[] {
  const format = formatOf(path) ?? MARKDOWN
  const readText = 'readText' in format ? (format as typeof MARKDOWN).readText : MARKDOWN.readText
  const document = readText({ path, text }, () => {})
  return document === undefined ? [] : partsOf(document, titleOf(document))
}

/** The same of a file that is no text, below its title. */
export async function readBinaryParts(bytes: Uint8Array, path: string): Promise<string[]> {
  const document = await formatOf(path)?.read({ path, bytes }, () => {})
  if (document === undefined) return []
  const title = titleOf(document)
  return [
    `# ${document.metadata.title ?? (title?.type === 'heading' ? title.text : titleOfFile(path))}`,
    ...partsOf(document, title),
  ]
}

function titleOf({ metadata, parts }: Document): DocumentPart | undefined {
  const first = parts.find((part) => part.type === 'heading' && part.level === 1)
  const isTitle = first?.type === 'heading' && (metadata.title === undefined || metadata.title === first.text)
  return isTitle ? first : undefined
}

function partsOf({ parts }: Document, title: DocumentPart | undefined): string[] {
  return parts
    .filter((part) => part !== title)
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

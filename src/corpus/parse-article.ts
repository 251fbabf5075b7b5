import type { Article } from '../domain/article.ts'
import { articleOf } from './article.ts'
import { signsOfMojibake } from './decoding/mojibake.ts'
import type { Document, Note, SourceFile, SourceText } from './document.ts'
import { formatOf, MARKDOWN } from './formats/formats.ts'

/** Names the way files are understood; raise it when the same file would make another article. */
export const PARSER = 'articles/12'

/**
 * Makes an article of a file, by its name's ending. `#` is the title, deeper headings are sections, each block is a
 * paragraph; an article without front matter or headings works too.
 *
 * @returns nothing for a draft
 * @throws CorpusError naming the file and what in it cannot be used
 */
export function readArticle(
  file: SourceFile,
  note: Note,
): Article | undefined | Promise<Article | undefined> {
  const document = (formatOf(file.path) ?? MARKDOWN).read(file, note)
  const finish = (read: Document | undefined) => read && withDoubts(articleOf(file.path, read), note)
  return document instanceof Promise ? document.then(finish) : finish(document)
}

/** Tells where an article looks as if it was read in another encoding than it was written in, once for each kind. */
function withDoubts(article: Article, note: Note): Article {
  const told = new Set<string>()
  for (const { text, position } of article.paragraphs) {
    for (const { what, words } of signsOfMojibake(text)) {
      if (!told.has(what)) note(`${article.source}, paragraph ${position}: "${words}" looks like ${what}.`)
      told.add(what)
    }
  }
  return article
}

/**
 * Makes an article of a text that has been decoded, see {@link readArticle}.
 *
 * @throws CorpusError naming the file and what in it cannot be used; for a draft, and for a format that is no text
 */
export function parseArticle(source: SourceText): Article {
  const format = formatOf(source.path) ?? MARKDOWN
  const readText = 'readText' in format ? (format as typeof MARKDOWN).readText : MARKDOWN.readText
  const document = readText(source, () => {})
  return articleOf(source.path, document ?? { metadata: {}, root: { type: 'root', children: [] } })
}

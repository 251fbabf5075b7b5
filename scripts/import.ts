import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { visit } from 'unist-util-visit'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { articleIdOf } from '../src/corpus/article-id.ts'
import type { Document, Note } from '../src/corpus/document.ts'
import { formatOf, HTML, PLAIN_TEXT, unreadFormatOf } from '../src/corpus/formats/formats.ts'
import { environment } from '../src/entries/environment.ts'
import { FootnoteError } from '../src/errors.ts'
import { reasonOf } from '../src/storage/file-errors.ts'

import { describeImport } from './import/describe-import.ts'
import { type Errata, parseErrata } from './import/errata.ts'
import { importArticle } from './import/import-article.ts'

const USAGE = `npm run import -- FILE [options]

Makes clean Markdown of a file that was found somewhere (a page, a text, Markdown of a site, Word, PDF), and says what it
dropped and repaired.

  --out FILE      where to write it (default: in CORPUS_DIR or corpus/, named after FILE)
  --force         write over a file that is there
  --errata FILE   corrections that follow no rule (default: the file in scripts/import/errata/ whose title is in the text)
  --title, --author, --date, --lang, --url, --id
                  front matter, where you know better than the page`

const ERRATA_FOLDER = fileURLToPath(new URL('import/errata', import.meta.url))

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  out: text,
  force: flag,
  errata: text,
  title: text,
  author: text,
  date: text,
  lang: text,
  url: text,
  id: text,
  help: flag,
}

/** A command that cannot be understood. */
class UsageError extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    const [file, ...surplus] = positionals
    if (!values.help && (file === undefined || surplus.length > 0))
      throw new Error('Name one file to import.')
    return { file: file ?? '', ...values }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function findErrata(content: string, file: string | undefined): Promise<Errata | undefined> {
  if (file !== undefined) return parseErrata(file, await readFile(file, 'utf8'))
  for (const name of await readdir(ERRATA_FOLDER)) {
    const errata = parseErrata(name, await readFile(join(ERRATA_FOLDER, name), 'utf8'))
    if (content.includes(errata.title)) return errata
  }
  return undefined
}

/** A page that is saved under the name of a text is a page. */
const HTML_START = /^\s*<(?:!doctype html|html)\b/i

async function readDocument(file: string, note: Note): Promise<{ document: Document; hasHeadings: boolean }> {
  if (/^https?:\/\//.test(file)) {
    throw new FootnoteError('importer', `${file} is an address; save the page and import the file.`)
  }
  const format = formatOf(file)
  const unread = unreadFormatOf(file)
  if (unread !== undefined) {
    const message = `${file} is ${unread}, which is not read; convert it to Markdown or HTML first, with Pandoc or the program that made it.`
    throw new FootnoteError('importer', message)
  }
  const bytes = await readFile(file).catch((cause) => {
    throw new FootnoteError('importer', `${file} cannot be read: ${reasonOf(cause)}.`, { cause })
  })
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 500))
  const chosen =
    format === undefined || format === PLAIN_TEXT ? (HTML_START.test(start) ? HTML : PLAIN_TEXT) : format
  const document = await chosen.read({ path: file, bytes }, note)
  if (document === undefined) throw new FootnoteError('importer', `${file} is a draft.`)
  return { document, hasHeadings: chosen !== PLAIN_TEXT }
}

async function main(): Promise<void> {
  const { file, out, force, errata: errataFile, help, lang, ...metadata } = readArguments()
  if (help) {
    console.log(USAGE)
    return
  }
  const { CORPUS_DIR } = readConfiguration({ ...environment(), CHAT_MODEL: undefined })
  const target = out ?? join(CORPUS_DIR, `${articleIdOf(basename(file))}.md`)
  if (existsSync(target) && !force) {
    const message = `${target} exists; choose another name with --out or write over it with --force.`
    throw new FootnoteError('importer', message)
  }
  const notes: string[] = []
  const { document, hasHeadings } = await readDocument(file, (note) => notes.push(note))
  const errata = await findErrata(wordsOf(document.root), errataFile)
  const article = importArticle({
    document,
    hasHeadings,
    metadata: { ...metadata, ...(lang === undefined ? {} : { language: lang }) },
    ...(errata ? { errata } : {}),
  })
  if (article.paragraphs === 0) {
    const message = `${file} has no text that could be told from the page around it; nothing is written. A page that a program fills has to be saved from the browser when it is complete.`
    throw new FootnoteError('importer', message)
  }
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, article.markdown)
  console.log([`${file} → ${target}`, ...notes, ...describeImport(article)].join('\n'))
}

function wordsOf(root: Document['root']): string {
  const words: string[] = []
  visit(root, 'text', (node) => {
    words.push(node.value)
  })
  return words.join('\n')
}

main().catch((error: Error) => {
  const isUsage = error instanceof UsageError
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message)
  process.exitCode = isUsage ? 2 : 1
})

import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { articleIdOf } from '../src/corpus/article-id.ts'
import { decodeText } from '../src/corpus/decode-text.ts'
import { describeImport } from '../src/corpus/import/describe-import.ts'
import { type Errata, parseErrata } from '../src/corpus/import/errata.ts'
import { importArticle } from '../src/corpus/import/import-article.ts'
import { FootnoteError } from '../src/errors.ts'

const USAGE = `npm run import -- FILE [options]

Makes clean Markdown of a text or HTML file that was found somewhere, and says what it dropped and repaired.

  --out FILE      where to write it (default: corpus/, named after FILE)
  --force         write over a file that is there
  --errata FILE   corrections that follow no rule (default: those in scripts/errata/ whose title is in the text)
  --title, --author, --date, --lang, --url, --id   front matter, where you know better than the page`

const ERRATA_FOLDER = new URL('errata/', import.meta.url).pathname

const text = { type: 'string' } as const

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: text,
      errata: text,
      title: text,
      author: text,
      date: text,
      lang: text,
      url: text,
      id: text,
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { out, errata, force, help, lang, ...metadata } = values
  return { file: positionals[0], surplus: positionals.slice(1), out, errata, force, help, lang, metadata }
}

async function findErrata(content: string, file: string | undefined): Promise<Errata | undefined> {
  if (file !== undefined) return parseErrata(file, await readFile(file, 'utf8'))
  for (const name of await readdir(ERRATA_FOLDER)) {
    const errata = parseErrata(name, await readFile(join(ERRATA_FOLDER, name), 'utf8'))
    if (content.includes(errata.title)) return errata
  }
  return undefined
}

async function main(): Promise<void> {
  const { file, surplus, out, errata, force, help, lang, metadata } = readArguments()
  if (help || file === undefined || surplus.length > 0) {
    console.log(USAGE)
    process.exitCode = help ? 0 : 2
    return
  }
  const target = out ?? join('corpus', `${articleIdOf(basename(file))}.md`)
  if (existsSync(target) && !force) {
    throw new FootnoteError(
      'importer',
      `${target} exists; choose another name with --out or write over it with --force.`,
    )
  }
  const content = decodeText(file, await readFile(file))
  const corrections = await findErrata(content, errata)
  const article = importArticle({
    text: content,
    format: /\.html?$/i.test(file) || /^\s*<(?:!doctype html|html)\b/i.test(content) ? 'html' : 'text',
    metadata: { ...metadata, ...(lang === undefined ? {} : { language: lang }) },
    ...(corrections ? { errata: corrections } : {}),
  })
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, article.markdown)
  console.log([`${file} → ${target}`, ...describeImport(article)].join('\n'))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

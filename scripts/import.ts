import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { articleIdOf } from '../src/corpus/article-id.ts'
import { decodeText } from '../src/corpus/decode-text.ts'
import { FootnoteError } from '../src/errors.ts'
import { describeImport } from './import/describe-import.ts'
import { type Errata, parseErrata } from './import/errata.ts'
import { importArticle } from './import/import-article.ts'

const USAGE = `npm run import -- FILE [options]

Makes clean Markdown of a text or HTML file that was found somewhere, and says what it dropped and repaired.

  --out FILE      where to write it (default: in corpus/, named after FILE)
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

async function main(): Promise<void> {
  const { file, out, force, errata: errataFile, help, lang, ...metadata } = readArguments()
  if (help) {
    console.log(USAGE)
    return
  }
  const target = out ?? join('corpus', `${articleIdOf(basename(file))}.md`)
  if (existsSync(target) && !force) {
    const message = `${target} exists; choose another name with --out or write over it with --force.`
    throw new FootnoteError('importer', message)
  }
  const content = decodeText(file, await readFile(file))
  const errata = await findErrata(content, errataFile)
  const article = importArticle({
    text: content,
    format: /\.html?$/i.test(file) || /^\s*<(?:!doctype html|html)\b/i.test(content) ? 'html' : 'text',
    metadata: { ...metadata, ...(lang === undefined ? {} : { language: lang }) },
    ...(errata ? { errata } : {}),
  })
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, article.markdown)
  console.log([`${file} → ${target}`, ...describeImport(article)].join('\n'))
}

main().catch((error: Error) => {
  const isUsage = error instanceof UsageError
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message)
  process.exitCode = isUsage ? 2 : 1
})

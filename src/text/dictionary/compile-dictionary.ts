import { stemmer } from 'stemmer'
import { ENGLISH_STOP_WORDS } from '../stop-words.ts'
import { type DictionaryData, LONGEST_WORD } from './bilingual-dictionary.ts'
import { compileThesaurus } from './compile-thesaurus.ts'
import type { Sense } from './parse-thesaurus.ts'
import { isNameReading, SpokenWords } from './spoken-words.ts'

/** An entry of CC-CEDICT: traditional form, simplified form, pinyin, one meaning or several. */
export type CedictEntry = readonly [
  traditional: string,
  simplified: string,
  pinyin: string,
  meanings: string | readonly string[],
  ...rest: unknown[],
]

const HAN_WORD = /^\p{Script=Han}+$/u
/** Meanings that only point elsewhere. */
const CROSS_REFERENCE = /^\s*(variant of|old variant|erhua variant|surname|see |used in |CL:)/
/** `還價|还价[huan2 jia4]` inside a meaning. */
const CHINESE_IN_MEANING = /\p{Script=Han}+(\|\p{Script=Han}+)?(\[[^\]]*\])?/gu
/** Words of the dictionary's own language: grammar labels and abbreviations. */
const LABELS = new Set(
  'sb sth one ones etc esp used see variant old abbr cl lit fig idiom tw pr dialect loanword coll bound form e g'.split(
    ' ',
  ),
)
/** A remark in brackets explains less than the meaning itself. */
const REMARK_WEIGHT = 0.4
/** Each further meaning of a word is a little less likely to be meant. */
const LATER_MEANING = 0.15
/** Names are seldom what an ordinary word means. */
const NAME_WEIGHT = 0.7
/** What explains a word less than this, or beyond the first so many stems, is detail that costs more than it finds. */
const LEAST_WEIGHT = 0.15
const MOST_STEMS = 8
/** Finer weights find no more, and take twice the room in a Worker. */
const WEIGHT_STEP = 17
/** How many of a sense's English words explain its Chinese ones. */
const EXPLAINING_WORDS = 4

/**
 * Turns CC-CEDICT into stems and weights: a stem weighs more the fewer words it explains (inverse document frequency
 * over the dictionary) and the fewer words share its meaning.
 */
export function compileDictionary(
  entries: Iterable<CedictEntry>,
  version: string,
  thesaurus: readonly Sense[] = [],
): DictionaryData {
  const glosses = new Map<string, Map<string, number>>()
  const spoken = new SpokenWords()
  for (const [, simplified, pinyin, meanings] of entries) {
    spoken.take(simplified, pinyin)
    if (!HAN_WORD.test(simplified) || [...simplified].length > LONGEST_WORD) continue
    const stems = glosses.get(simplified) ?? new Map<string, number>()
    glosses.set(simplified, stems)
    const scale = isNameReading(pinyin) ? NAME_WEIGHT : 1
    senses(meanings).forEach((sense, place) => {
      const remarks: string[] = []
      const meaning = sense.replace(/\(([^)]*)\)/g, (_, remark: string) => {
        remarks.push(remark)
        return ' '
      })
      addStems(stems, meaning, scale / (1 + LATER_MEANING * place))
      for (const remark of remarks) addStems(stems, remark, scale * REMARK_WEIGHT)
    })
  }
  explainOthers(glosses, thesaurus)
  const { names, readings } = spoken
  return { ...layOut(glosses, version, thesaurus, names), readings }
}

/** Words that only the thesaurus holds are explained by the first English words beside them. */
function explainOthers(glosses: Map<string, Map<string, number>>, thesaurus: readonly Sense[]): void {
  const others = new Map<string, Map<string, number>>()
  for (const { english, chinese } of thesaurus) {
    for (const word of chinese) {
      if (glosses.has(word) || [...word].length === 1 || [...word].length > LONGEST_WORD) continue
      const stems = others.get(word) ?? new Map<string, number>()
      others.set(word, stems)
      for (const meaning of english.slice(0, EXPLAINING_WORDS)) addStems(stems, meaning, 1)
    }
  }
  for (const [word, stems] of others) glosses.set(word, stems)
}

function senses(meanings: string | readonly string[]): string[] {
  return [meanings]
    .flat()
    .flatMap((meaning) => meaning.split(';'))
    .filter((sense) => !CROSS_REFERENCE.test(sense))
    .map((sense) => sense.replace(CHINESE_IN_MEANING, ' '))
}

function addStems(stems: Map<string, number>, text: string, weight: number): void {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z][a-z0-9]*(?:'[a-z]+)?/g) ?? []
  const telling = words.filter((word) => !ENGLISH_STOP_WORDS.has(word) && !LABELS.has(word))
  for (const word of telling) {
    const stem = stemOf(word)
    stems.set(stem, Math.max(stems.get(stem) ?? 0, weight / Math.sqrt(telling.length)))
  }
}

/** Stemming half a million words takes seconds; there are only some forty thousand different ones. */
const knownStems = new Map<string, string>()

function stemOf(word: string): string {
  const known = knownStems.get(word)
  if (known !== undefined) return known
  const stem = stemmer(word.replace(/'s?$/, ''))
  knownStems.set(word, stem)
  return stem
}

function layOut(
  glosses: Map<string, Map<string, number>>,
  version: string,
  thesaurus: readonly Sense[],
  names: ReadonlySet<string>,
): Omit<DictionaryData, 'readings'> {
  const words = [...glosses.keys()].filter((word) => (glosses.get(word)?.size ?? 0) > 0).sort()
  const explained = new Map<string, number>()
  for (const word of words) {
    for (const stem of glosses.get(word)?.keys() ?? []) explained.set(stem, (explained.get(stem) ?? 0) + 1)
  }
  // A stem that explains a single word joins nothing.
  const stems = [...explained.keys()].filter((stem) => (explained.get(stem) ?? 0) > 1).sort()
  const rowOfStem = new Map(stems.map((stem, row) => [stem, row]))
  const stemRarity = Float32Array.from(stems, (stem) =>
    Math.log(1 + words.length / (explained.get(stem) ?? 1)),
  )

  const glossCounts: number[] = []
  const glossStems: number[] = []
  const glossWeights: number[] = []
  for (const word of words) {
    const weighted = [...(glosses.get(word) ?? [])]
      .map(([stem, weight]) => ({
        row: rowOfStem.get(stem),
        weight: weight * Math.log(1 + words.length / (explained.get(stem) ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_STEMS)
    const most = Math.hypot(...weighted.map(({ weight }) => weight))
    const kept = weighted.filter(({ row, weight }) => row !== undefined && weight >= LEAST_WEIGHT * most)
    const length = Math.hypot(...kept.map(({ weight }) => weight))
    for (const { row = 0, weight } of kept) {
      glossStems.push(row)
      glossWeights.push(WEIGHT_STEP * Math.round((255 * weight) / length / WEIGHT_STEP))
    }
    glossCounts.push(kept.length)
  }
  return {
    version,
    words: words.join('\n'),
    stems: stems.join('\n'),
    glossCounts: Uint8Array.from(glossCounts),
    glossStems: Uint16Array.from(glossStems),
    glossWeights: Uint8Array.from(glossWeights),
    stemRarity,
    names: Uint8Array.from(words, (word) => Number(names.has(word))),
    thesaurus: compileThesaurus(thesaurus, words, stems),
  }
}

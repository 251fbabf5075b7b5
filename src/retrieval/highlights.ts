import type { Span } from '../domain/span.ts'
import type { LexicalIndex } from '../index/lexical/lexical-index.ts'
import { AlignedText } from '../text/aligned-text.ts'
import { BIGRAM, RUN, termsOf } from '../text/terms.ts'
import type { QueryTerm } from './lexical/bm25.ts'

/** Words that are less like a word of the question than this surprise people who see them marked. */
const LEAST_SIMILARITY = 0.45

/** Belongs to a word within it (Node.js), but not behind it. */
const TRAILING_PUNCTUATION = /[.'’_-]+$/

const HAN = /^\p{Script=Han}/u

/** Finds the words of a text that meet a question, for people to see why the text was found. */
export class Highlighter {
  /** Chinese words, and pairs of characters, that stand for a term of the question, by their first code unit. */
  private readonly words: ReadonlyMap<string, readonly string[]>
  /** Keys of all other terms that do. */
  private readonly keys: ReadonlySet<string>
  private readonly lexicalIndex: LexicalIndex

  constructor(query: readonly QueryTerm[], lexicalIndex: LexicalIndex) {
    this.lexicalIndex = lexicalIndex
    const keys = new Set<string>()
    for (const { key, expansions } of query) {
      keys.add(key)
      for (const { term, similarity } of expansions)
        if (similarity >= LEAST_SIMILARITY) keys.add(lexicalIndex.termDictionary.key(term))
    }
    const han = [...keys]
      .map((key) => (key.startsWith(BIGRAM) ? key.slice(BIGRAM.length) : key))
      .filter((key) => HAN.test(key))
    // Single characters stand everywhere; they are marked only where nothing longer was asked for.
    const longer = han.filter((word) => [...word].length > 1)
    this.words = byFirst(longer.length > 0 ? longer : han)
    this.keys = keys
  }

  /** Spans of the text in order, neither overlapping nor touching each other. */
  of(text: string): Span[] {
    const aligned = new AlignedText(text)
    const found: Span[] = []
    for (const { 0: run, index } of aligned.normalised.matchAll(RUN)) {
      if (HAN.test(run)) {
        for (const { start, end } of this.wordsIn(run))
          found.push(aligned.original({ start: index + start, end: index + end }))
      } else if (this.meets(run)) {
        const { length } = run.replace(TRAILING_PUNCTUATION, '')
        found.push(aligned.original({ start: index, end: index + length }))
      }
    }
    return joined(found)
  }

  private *wordsIn(run: string): Iterable<Span> {
    for (let start = 0; start < run.length; start++) {
      for (const word of this.words.get(run.charAt(start)) ?? [])
        if (run.startsWith(word, start)) yield { start, end: start + word.length }
    }
  }

  private meets(run: string): boolean {
    for (const key of termsOf(run, this.lexicalIndex.dictionary).keys()) if (this.keys.has(key)) return true
    return false
  }
}

function byFirst(words: Iterable<string>): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const word of new Set(words)) lists.set(word.charAt(0), [...(lists.get(word.charAt(0)) ?? []), word])
  return lists
}

function joined(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

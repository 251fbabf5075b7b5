import type { Article } from '../../src/domain/article.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'

/** Paragraphs of one generated article. */
const PARAGRAPHS = 20
const SENTENCES = 3
/** Words that an article returns to, beside those of the whole language. */
const TOPIC_WORDS = 120
const TOPIC_NAMES = 6

/**
 * Articles that look like real ones to an index: words of a real dictionary at frequencies that follow Zipf's law, each
 * article with a topic that it returns to, names in Latin letters, years. The same seed gives the same articles.
 */
export class GeneratedArticles {
  private readonly words: readonly string[]
  private readonly seed: number

  /** @param words most frequent first after a shuffle by the seed */
  constructor(words: readonly string[], seed: number) {
    this.seed = seed
    this.words = shuffled(words, randomOf(seed))
  }

  /** @param number from 0; each has its own, whatever others are asked for */
  article(number: number): Article {
    const random = randomOf(this.seed + number * 7919 + 1)
    const id = `article-${number}`
    const topic = Array.from({ length: TOPIC_WORDS }, () => this.word(random, this.words))
    const names = Array.from({ length: TOPIC_NAMES }, () => nameOf(random))
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at): Paragraph => {
      const sentences = Array.from({ length: SENTENCES }, () => this.sentence(random, topic, names))
      return paragraphOf(id, at + 1, sentences)
    })
    return { id, title: `${names[0]} ${topic[0]}`, source: `${id}.md`, sections: [], paragraphs }
  }

  /** How many articles hold this many paragraphs. */
  articleCount(paragraphs: number): number {
    return Math.ceil(paragraphs / PARAGRAPHS)
  }

  /** As many articles as hold this many paragraphs. */
  articles(paragraphs: number): Article[] {
    return Array.from({ length: this.articleCount(paragraphs) }, (_, number) => this.article(number))
  }

  private sentence(random: Random, topic: readonly string[], names: readonly string[]): string {
    const length = 8 + Math.floor(random() * 8)
    const words = Array.from({ length }, () => {
      const choice = random()
      if (choice < 0.08) return ` ${names[Math.floor(random() * names.length)]} `
      if (choice < 0.1) return `${1950 + Math.floor(random() * 76)}年`
      return choice < 0.5 ? this.word(random, topic) : this.word(random, this.words)
    })
    return `${words.join('').trim()}。`
  }

  /** By Zipf's law: the n-th word about n times as rarely as the first. */
  private word(random: Random, words: readonly string[]): string {
    return words[Math.floor(words.length ** random()) - 1] ?? ''
  }
}

/** The article as a file of the corpus. */
export function markdownOf({ id, title, paragraphs }: Article): string {
  const blocks = paragraphs.map(({ text }) => text)
  return [`---\nid: ${id}\n---`, `# ${title}`, ...blocks].join('\n\n').concat('\n')
}

/** Numbers from 0 to 1, always the same ones for a seed. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger): small, fast, and good enough to generate texts. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function paragraphOf(article: string, position: number, sentences: readonly string[]): Paragraph {
  let start = 0
  const spans = sentences.map((sentence) => {
    const span = { start, end: start + sentence.length }
    start = span.end
    return span
  })
  const text = sentences.join('')
  const id = `${article}#${position.toString(16).padStart(12, '0')}`
  return {
    id,
    article,
    position,
    section: '',
    kind: 'prose',
    text,
    blocks: [{ kind: 'prose', start: 0, end: text.length }],
    sentences: spans,
  }
}

const ONSETS = ['B', 'D', 'K', 'M', 'N', 'R', 'S', 'T', 'V', 'Z', 'Br', 'Cl', 'Fl', 'Kr', 'St']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io']

function nameOf(random: Random): string {
  const syllable = () =>
    `${ONSETS[Math.floor(random() * ONSETS.length)]}${VOWELS[Math.floor(random() * VOWELS.length)]}`.toLowerCase()
  const name = Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function shuffled(words: readonly string[], random: Random): string[] {
  const result = [...words]
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[result[at], result[other]] = [result[other] ?? '', result[at] ?? '']
  }
  return result
}

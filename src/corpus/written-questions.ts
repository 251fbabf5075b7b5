import { isMap, isSeq, type Node } from 'yaml'
import * as z from 'zod'
import type { Article } from '../domain/article.ts'
import type { Language } from '../domain/language.ts'
import type { Paragraph } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { type ParsedYaml, parseYaml } from './parse-yaml.ts'

/** A question that a paragraph is known to answer. */
export interface WrittenQuestion {
  readonly language: Language
  readonly text: string
}

/** What words of a paragraph say, as a sentence of its own in another language. */
interface WrittenStatement {
  readonly language: Language
  readonly text: string
}

/** Words of a paragraph, where they stand in it, what they say and the questions that they answer. */
interface WrittenAnswer extends Span {
  readonly quote: string
  readonly says: readonly WrittenStatement[]
  readonly questions: readonly WrittenQuestion[]
}

/** What people have written ahead about a paragraph. */
export interface WrittenQuestions {
  readonly paragraphId: string
  /** One line that places the paragraph. */
  readonly context?: string
  /** Names and nicknames that the paragraph is about, beside those it uses itself. */
  readonly names: readonly string[]
  /** Where words stand in it that a summary of the article is to quote. */
  readonly overview?: readonly Span[]
  readonly answers: readonly WrittenAnswer[]
}

/** A part of a sidecar that cannot be used. */
interface DroppedEntry {
  /** Line of the sidecar, from 1. */
  readonly line: number
  readonly reason: string
}

export interface ParsedWrittenQuestions {
  readonly entries: readonly WrittenQuestions[]
  readonly dropped: readonly DroppedEntry[]
}

const LANGUAGES: readonly Language[] = ['zh-Hant', 'zh-Hans', 'en']

const line = z.string().trim().min(1)
const questions = z.array(line).optional()
const entrySchema = z.strictObject({
  paragraph: line,
  opening: z.string().optional(),
  context: z.string().trim().optional(),
  names: z.array(line).default([]),
  overview: z.union([z.string().min(1), z.array(z.string().min(1))]).optional(),
  answers: z.array(z.unknown()).default([]),
})
const saysSchema = z.strictObject({
  'zh-Hant': line.optional(),
  'zh-Hans': line.optional(),
  en: line.optional(),
})
const answerSchema = z.strictObject({
  quote: z.string().min(1),
  says: saysSchema.optional(),
  'zh-Hant': questions,
  'zh-Hans': questions,
  en: questions,
})

/**
 * Reads the sidecar of an article. What the article no longer says is dropped, so that nothing here can be cited that
 * its paragraph does not hold: entries whose paragraph does not exist, answers whose quote is not verbatim in it, and
 * whatever has another form than the format's. Several entries of one paragraph say together what is written about it, so
 * that one can be added at the end of the file.
 */
export function parseWrittenQuestions(yamlText: string, article: Article): ParsedWrittenQuestions {
  // Without the failsafe schema a paragraph named 12345e678901 would be a number.
  const yaml = parseYaml(yamlText, 'failsafe')
  if (yaml.fault) {
    const { line, column, message } = yaml.fault
    return {
      entries: [],
      dropped: [{ line, reason: `the file is not valid YAML: column ${column}: ${message}` }],
    }
  }
  const paragraphs = new Map(article.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  return new SidecarReader(yaml, (name) => paragraphs.get(`${article.id}#${name}`)).read()
}

class SidecarReader {
  private readonly yaml: ParsedYaml
  private readonly find: (name: string) => Paragraph | undefined
  private readonly dropped: DroppedEntry[] = []

  constructor(yaml: ParsedYaml, find: (name: string) => Paragraph | undefined) {
    this.yaml = yaml
    this.find = find
  }

  read(): ParsedWrittenQuestions {
    const { contents } = this.yaml.document
    const entries = this.items(
      contents,
      'the file must be a list of entries, each beginning with "- paragraph:"',
    )
    return { entries: together(entries.flatMap((node) => this.entry(node) ?? [])), dropped: this.dropped }
  }

  private entry(node: Node): WrittenQuestions | undefined {
    const entry = this.check(node, entrySchema)
    if (!entry) return undefined
    const paragraph = this.find(entry.paragraph)
    if (!paragraph) {
      this.drop(node, `the article has no paragraph ${entry.paragraph} (any more)`)
      return undefined
    }
    const answers = isMap(node) ? node.get('answers', true) : undefined
    const overview = this.overview(node, [entry.overview ?? []].flat(), paragraph)
    return {
      paragraphId: paragraph.id,
      ...(entry.context ? { context: entry.context } : {}),
      names: entry.names,
      ...(overview.length > 0 ? { overview } : {}),
      answers: this.items(answers).flatMap((answer) => this.answer(answer, paragraph) ?? []),
    }
  }

  private overview(node: Node, quotes: readonly string[], { text }: Paragraph): Span[] {
    return quotes.flatMap((quote) => {
      const start = text.indexOf(quote)
      if (start >= 0) return [{ start, end: start + quote.length }]
      this.drop(node, `the overview does not stand in its paragraph: ${quote}`)
      return []
    })
  }

  private answer(node: Node, paragraph: Paragraph): WrittenAnswer | undefined {
    const answer = this.check(node, answerSchema)
    if (!answer) return undefined
    const start = paragraph.text.indexOf(answer.quote)
    if (start < 0) {
      this.drop(node, `the quote does not stand in its paragraph: ${answer.quote}`)
      return undefined
    }
    const written = LANGUAGES.flatMap((language) =>
      (answer[language] ?? []).map((text) => ({ language, text })),
    )
    const says = LANGUAGES.flatMap((language) => {
      const text = answer.says?.[language]
      return text === undefined ? [] : [{ language, text }]
    })
    return { quote: answer.quote, start, end: start + answer.quote.length, says, questions: written }
  }

  private check<Value>(node: Node, schema: z.ZodType<Value>): Value | undefined {
    const result = schema.safeParse(node.toJS(this.yaml.document))
    if (result.success) return result.data
    const faults = result.error.issues.map(
      ({ path, message }) => `${path.join('.')}${path.length ? ': ' : ''}${message}`,
    )
    this.drop(node, faults.join('; '))
    return undefined
  }

  private items(node: unknown, complaint?: string): Node[] {
    if (isSeq<Node>(node)) return node.items
    if (complaint && node) this.drop(node as Node, complaint)
    return []
  }

  private drop(node: Node, reason: string): void {
    this.dropped.push({ line: this.yaml.placeOf(node.range?.[0] ?? 0).line, reason })
  }
}

/** One entry a paragraph, in the order of their first ones; the first `context` counts. */
function together(entries: readonly WrittenQuestions[]): WrittenQuestions[] {
  const merged = new Map<string, WrittenQuestions>()
  for (const entry of entries) {
    const earlier = merged.get(entry.paragraphId)
    const overview = [...(earlier?.overview ?? []), ...(entry.overview ?? [])]
    merged.set(entry.paragraphId, {
      ...entry,
      ...earlier,
      names: [...new Set([...(earlier?.names ?? []), ...entry.names])],
      ...(overview.length > 0 ? { overview } : {}),
      answers: [...(earlier?.answers ?? []), ...entry.answers],
    })
  }
  return [...merged.values()]
}

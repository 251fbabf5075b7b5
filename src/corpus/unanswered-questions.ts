import { isMap, isNode } from 'yaml'
import * as z from 'zod'
import type { Language } from '../domain/language.ts'
import { CorpusError } from '../errors.ts'
import { type ParsedYaml, parseYaml } from './parse-yaml.ts'
import type { WrittenQuestion } from './written-questions.ts'

const questions = z.array(z.string().trim().min(1)).default([])
const schema = z.strictObject({ 'zh-Hant': questions, 'zh-Hans': questions, en: questions })

/**
 * Reads the list of questions that an article is asked and does not answer: a few questions by language. They teach
 * where its knowledge ends, as the questions that it answers teach what it knows. A language may come again, so that
 * questions can be added at the end of the file.
 *
 * @param source of the list, for the message
 * @throws CorpusError naming the file and what in it cannot be used
 */
export function parseUnansweredQuestions(yamlText: string, source: string): WrittenQuestion[] {
  const { document, fault } = parseYaml(yamlText, 'failsafe', false)
  if (fault) {
    const message = `${source}, line ${fault.line}, column ${fault.column}: ${fault.message}`
    throw new CorpusError('corpus', message, { fields: { source } })
  }
  const result = schema.safeParse(byLanguage(document))
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    const message = `${source} must list questions under zh-Hant, zh-Hans and en: ${faults}.`
    throw new CorpusError('corpus', message, { fields: { source }, cause: result.error })
  }
  return (Object.entries(result.data) as [Language, string[]][]).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  )
}

/** What is listed under each language, wherever it comes again. */
function byLanguage(document: ParsedYaml['document']): unknown {
  const { contents } = document
  if (!isMap(contents)) return document.toJS() ?? {}
  const lists = new Map<string, unknown>()
  for (const { key, value } of contents.items) {
    const listed: unknown = isNode(value) ? value.toJS(document) : value
    const earlier = lists.get(String(key)) ?? []
    const isList = Array.isArray(earlier) && Array.isArray(listed)
    // What is no list stays, for the check to name it.
    lists.set(String(key), isList ? [...earlier, ...listed] : Array.isArray(earlier) ? listed : earlier)
  }
  return Object.fromEntries(lists)
}

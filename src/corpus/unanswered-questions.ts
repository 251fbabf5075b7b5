import * as z from 'zod'
import type { Language } from '../domain/language.ts'
import { CorpusError } from '../errors.ts'
import { parseYaml } from './parse-yaml.ts'
import type { WrittenQuestion } from './written-questions.ts'

const questions = z.array(z.string().trim().min(1)).default([])
const schema = z.strictObject({ 'zh-Hant': questions, 'zh-Hans': questions, en: questions })

/**
 * Reads the list of questions that an article is asked and does not answer: a few questions by language. They teach
 * where its knowledge ends, as the questions that it answers teach what it knows.
 *
 * @param source of the list, for the message
 * @throws CorpusError naming the file and what in it cannot be used
 */
export function parseUnansweredQuestions(yamlText: string, source: string): WrittenQuestion[] {
  const { document, fault } = parseYaml(yamlText, 'failsafe')
  if (fault) {
    const message = `${source}, line ${fault.line}, column ${fault.column}: ${fault.message}`
    throw new CorpusError('corpus', message, { fields: { source } })
  }
  const result = schema.safeParse(document.toJS() ?? {})
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    const message = `${source} must list questions under zh-Hant, zh-Hans and en: ${faults}.`
    throw new CorpusError('corpus', message, { fields: { source }, cause: result.error })
  }
  return (Object.entries(result.data) as [Language, string[]][]).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  )
}

import { recogniseAspect } from './recognise/recognise-aspect.ts'

const ENGLISH = /\b(?:he|she)\b/i
const CHINESE = /[他她](?!们|們|人)|\bta\b/i

/**
 * "What else did he write?" behind "who wrote this?", with the author in the place of the pronoun.
 *
 * @param before the question before, comparable
 */
export function namingAuthor(question: string, before: string | undefined): string {
  if (before === undefined || recogniseAspect(before)?.aspect !== 'author') return question
  return question.replace(ENGLISH, 'the author').replace(CHINESE, '作者')
}

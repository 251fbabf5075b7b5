import type { Language } from '../../../src/domain/language.ts'
import { detectLanguage } from '../../../src/text/languages.ts'
import { normalise } from '../../../src/text/normalise.ts'

const SHORTEST = 2
const LONGEST = 150
const WEB_ADDRESS = /https?:|www\./i

/** A question with the key that it shares with those that differ from it in case, width, marks and spaces only. */
export type CheckedQuestion = { readonly question: string; readonly key: string } | { readonly fault: string }

/** Checks the form and the language of a question; whether the quote answers it is for people to see. */
export function checkQuestion(written: string, language: Language): CheckedQuestion {
  const question = written.trim()
  if (/[\r\n]/.test(question)) return { fault: 'has more than one line' }
  if (question.length < SHORTEST || question.length > LONGEST)
    return { fault: `must be ${SHORTEST}–${LONGEST} characters long` }
  if (!/\p{L}/u.test(question)) return { fault: 'has no words' }
  if (WEB_ADDRESS.test(question)) return { fault: 'holds a web address' }
  // Characters that both scripts share decide nothing: such a question is in the language it stands under.
  const detected = detectLanguage(question, language)
  if (detected !== language) return { fault: `is written in ${detected}` }
  return { question, key: `${language} ${normalise(question).replace(/[^\p{L}\p{N}]/gu, '')}` }
}

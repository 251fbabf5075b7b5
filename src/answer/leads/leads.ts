import type { Revisit } from '../../conversation/revisit/revisited-request.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Language } from '../../domain/language.ts'
import { doubted } from './doubted.ts'
import { sourced } from './sourced.ts'

type Lead = (answer: Answer, language: Language) => Answer

/** What stands before the answer that somebody wants something of, by what that is. */
export const LEADS: Readonly<Partial<Record<Revisit, Lead>>> = { doubt: doubted, source: sourced }

import type { Language } from '../../domain/language.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { TurnClass } from '../classify/turn-classes.ts'

/**
 * What somebody wants of the answer before: to have it again, longer, shorter, in another language, to know where it is
 * from, or how sure it is.
 */
export type Revisit =
  | Extract<TurnClass, 'again' | 'doubt' | 'more' | 'shorter' | 'source' | 'in-language'>
  /** The same of other things: and the other two? */
  | 'others'

const REVISITS: ReadonlySet<Revisit | TurnClass | undefined> = new Set<Revisit>([
  'again',
  'doubt',
  'more',
  'shorter',
  'source',
  'in-language',
])
/** Some language is named, or a translation asked for: in French please. */
const NAMES_LANGUAGE = /\b(?:in|into|to) \p{L}|translat|[翻译语文]/u

export function isRevisit(turnClass: TurnClass | undefined): turnClass is Extract<TurnClass, Revisit> {
  return REVISITS.has(turnClass)
}

/**
 * The question before, asked again in the way that a turn wants.
 *
 * @param text of the turn, comparable
 * @param isQuestion whether an earlier turn of the person's is what can be asked again
 * @returns undefined where nothing was asked before, or the language is not one that answers are in
 */
export function revisitedRequest(
  request: AskRequest,
  { revisit, text }: { readonly revisit: Revisit; readonly text: string },
  isQuestion: (content: string) => boolean,
): AskRequest | undefined {
  const history = request.history ?? []
  const at = history.findLastIndex(({ role, content }) => role === 'user' && isQuestion(content))
  const question = history[at]?.content
  if (question === undefined) return undefined
  const again = { ...request, question, history: history.slice(0, at) }
  switch (revisit) {
    case 'shorter':
      return { ...again, maxCitations: 1 }
    case 'in-language': {
      const language = namedLanguage(text)
      if (language !== undefined) return { ...again, language }
      return NAMES_LANGUAGE.test(text) ? undefined : again
    }
    default:
      return again
  }
}

/** @param text comparable */
function namedLanguage(text: string): Language | undefined {
  if (/\benglish\b|英/.test(text)) return 'en'
  if (/\bsimplified\b|\bmandarin\b|简/.test(text)) return 'zh-Hans'
  return /\bchinese\b|\btraditional\b|中文|华语|国语|繁/.test(text) ? 'zh-Hant' : undefined
}

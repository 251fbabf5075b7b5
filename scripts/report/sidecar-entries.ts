import { stringify } from 'yaml'
import type { Citation } from '../../src/domain/citation.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Library } from '../../src/domain/library.ts'
import { anchorOf } from '../../src/paragraph-id.ts'
import type { QuestionGroup } from '../../src/question-log/group-questions.ts'

/** Text for a file beside an article, and the file's name below the corpus folder. */
export interface SidecarEntry {
  readonly file: string
  readonly yaml: string
}

/** Wordings that are worth keeping of one question. */
const MOST_WORDINGS = 5

/** What `NAME.questions.yaml` would say of a question that a paragraph answers with these words. */
export function questionsEntry(
  { id, article, quote }: Pick<Citation, 'id' | 'article' | 'quote'>,
  group: QuestionGroup,
  library: Library,
): SidecarEntry {
  const entry = { paragraph: anchorOf(id), answers: [{ quote, ...byLanguage(group) }] }
  return { file: sidecarOf(article, library, 'questions'), yaml: stringify([entry], STYLE) }
}

/** What `NAME.unanswered.yaml` would say of a question that an article does not answer. */
export function unansweredEntry(
  article: string | undefined,
  group: QuestionGroup,
  library: Library,
): SidecarEntry {
  return { file: sidecarOf(article, library, 'unanswered'), yaml: stringify(byLanguage(group), STYLE) }
}

/** A line stays one, however long: quotes are compared letter for letter. */
const STYLE = { lineWidth: 0 }

function byLanguage({ entries, wordings }: QuestionGroup): Partial<Record<Language, string[]>> {
  const kept: Partial<Record<Language, string[]>> = {}
  for (const wording of wordings.slice(0, MOST_WORDINGS)) {
    const asked = entries.find(({ question }) => question.replace(/\s+/g, ' ').trim() === wording)
    const language = asked?.language ?? 'en'
    kept[language] = [...(kept[language] ?? []), wording]
  }
  return kept
}

function sidecarOf(article: string | undefined, library: Library, kind: 'questions' | 'unanswered'): string {
  const found = article === undefined ? undefined : library.article(article)
  const source = found?.source ?? (library.articleCount === 1 ? library.articleAt(0).source : undefined)
  return `${source?.replace(/\.[^./]+$/, '') ?? 'NAME'}.${kind}.yaml`
}

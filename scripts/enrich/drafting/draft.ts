import type { ClaimChecker } from '../../../src/claims/check-claim.ts'
import { statementEvidence } from '../../../src/claims/statement-evidence.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Language } from '../../../src/domain/language.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import { detectLanguage } from '../../../src/text/languages.ts'
import { checkQuestion } from './check-question.ts'
import { findExactWords } from './exact-words.ts'
import { QUESTION_LANGUAGES, type Reply } from './reply.ts'
import type { SidecarAnswer, SidecarEntry } from './sidecar-entry.ts'

/**
 * Something a model wrote that is not taken over, or should have written, in words for the model and for people:
 * `nothing` where it found nothing to ask about, `surplus` where no replacement is needed.
 */
export interface Complaint {
  readonly about: 'reply' | 'nothing' | 'context' | 'answer' | 'statement' | 'question' | 'surplus'
  readonly text: string
}

/** Tells what a statement says and its quote does not. */
export type StatementChecker = Pick<ClaimChecker, 'check'>

/** What is longer than an answer may be (see `POST /ask`) quotes too much. */
const LONGEST_QUOTE = 280
const LONGEST_CONTEXT = 120
const LONGEST_NAME = 80
const MOST_NAMES = 40
const MOST_QUESTIONS = 200
/** A paragraph with at least so many characters says something that can be asked for. */
const SAYS_SOMETHING = 60

/** What is known to be right of the entry that a model writes about a paragraph. */
export class Draft {
  private readonly article: Article
  private readonly paragraph: Paragraph
  private readonly claims: StatementChecker | undefined
  private readonly answers = new Map<string, SidecarAnswer>()
  private readonly keys = new Set<string>()
  private readonly names = new Map<string, string>()
  private context = ''

  /** @param claims holds statements to their quotes; without it none is taken over */
  constructor(
    { article, paragraph }: { readonly article: Article; readonly paragraph: Paragraph },
    claims?: StatementChecker,
  ) {
    this.article = article
    this.paragraph = paragraph
    this.claims = claims
  }

  get isEmpty(): boolean {
    return this.answers.size === 0
  }

  get entry(): SidecarEntry {
    return {
      paragraph: this.paragraph.id.slice(this.paragraph.article.length + 1),
      opening: this.paragraph.text,
      ...(this.context ? { context: this.context } : {}),
      names: [...this.names.values()],
      answers: structuredClone([...this.answers.values()]),
    }
  }

  /** Adds what holds of a reply and complains about the rest. */
  take(reply: Reply): Complaint[] {
    // Statements may take names from them.
    this.takeNames(reply.names)
    const complaints = [
      ...this.takeContext(reply.context),
      ...reply.answers.flatMap((answer) => this.takeAnswer(answer)),
    ]
    if (this.isEmpty && complaints.length === 0 && this.paragraph.text.length >= SAYS_SOMETHING)
      complaints.push({
        about: 'nothing',
        text: 'no answers, though a paragraph of this length says something',
      })
    return complaints
  }

  private takeContext(written: string): Complaint[] {
    const context = written.replace(/\s+/g, ' ').trim()
    if (context === '') return []
    if (context.length > LONGEST_CONTEXT)
      return [{ about: 'context', text: `the context has more than ${LONGEST_CONTEXT} characters` }]
    this.context ||= context
    return []
  }

  /** Names that the paragraph uses itself are found without. */
  private takeNames(written: readonly string[]): void {
    for (const name of written.map((name) => name.replace(/\s+/g, ' ').trim())) {
      const key = name.toLowerCase()
      const usable = name !== '' && name.length <= LONGEST_NAME && !this.paragraph.text.includes(name)
      if (usable && !this.names.has(key) && this.names.size < MOST_NAMES) this.names.set(key, name)
    }
  }

  private takeAnswer(written: Reply['answers'][number]): Complaint[] {
    const quote = findExactWords(written.quote, this.paragraph.text)
    const fault = faultOfQuote(quote)
    if (quote === undefined || fault) return [{ about: 'answer', text: `quote "${written.quote}": ${fault}` }]
    const answer = this.answers.get(quote) ?? { quote, 'zh-Hant': [], 'zh-Hans': [], en: [] }
    const complaints = QUESTION_LANGUAGES.flatMap((language) => {
      const found = written[language].flatMap((question) => this.takeQuestion(question, language, answer))
      if (answer[language].length > 0 || found.length > 0) return found
      return [{ about: 'question', text: `quote "${quote}": no question in ${language}` } as const]
    })
    if (QUESTION_LANGUAGES.some((language) => answer[language].length > 0)) this.answers.set(quote, answer)
    return [...complaints, ...this.takeStatement(written.says?.trim() ?? '', answer)]
  }

  /** Only what says no more than its quote is kept. */
  private takeStatement(text: string, answer: SidecarAnswer): Complaint[] {
    const { quote } = answer
    if (text === '' || this.claims === undefined || detectLanguage(quote) === 'en') return []
    const complain = (why: string): Complaint[] => [
      { about: 'statement', text: `quote "${quote}": says "${text}": ${why}` },
    ]
    if (/[\r\n]/.test(text) || text.length > LONGEST_QUOTE) return complain('is not one short sentence')
    if (detectLanguage(text, 'en') !== 'en') return complain('is not English')
    const start = this.paragraph.text.indexOf(quote)
    const remarks = { names: [...this.names.values()], context: this.context }
    const evidence = statementEvidence(
      this.article,
      this.paragraph,
      { start, end: start + quote.length },
      remarks,
    )
    const { faults } = this.claims.check(text, evidence)
    if (faults.length > 0)
      return complain(
        `says what the quote does not (${faults.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')})`,
      )
    answer.says ??= { en: text }
    return []
  }

  private takeQuestion(written: string, language: Language, answer: SidecarAnswer): Complaint[] {
    const complain = (about: Complaint['about'], why: string) => [
      { about, text: `${language} "${written}": ${why}` },
    ]
    const checked = checkQuestion(written, language)
    if ('fault' in checked) return complain('question', checked.fault)
    if (this.keys.has(checked.key)) return complain('surplus', 'asked twice')
    if (this.keys.size >= MOST_QUESTIONS) return complain('surplus', `more than ${MOST_QUESTIONS} questions`)
    this.keys.add(checked.key)
    answer[language].push(checked.question)
    return []
  }
}

function faultOfQuote(quote: string | undefined): string | undefined {
  if (quote === undefined) return 'does not stand in the paragraph word for word'
  if (!/[\p{L}\p{N}]/u.test(quote)) return 'says nothing'
  if (quote.length > LONGEST_QUOTE) return `has more than ${LONGEST_QUOTE} characters; quote less`
  return undefined
}

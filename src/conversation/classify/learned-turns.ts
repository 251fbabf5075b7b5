import type { LexicalIndex } from '../../index/lexical/lexical-index.ts'
import { analyseQuestion } from '../../retrieval/lexical/analyse-question.ts'
import type { ReadTurn } from '../read-turn.ts'
import { isRevisit } from '../revisit/revisited-request.ts'
import { spokenOf } from '../scope/spoken-of.ts'
import { addressesBot } from '../wording/addresses-bot.ts'
import { aspectOf } from './class-meaning.ts'
import type { LearnedClass } from './turn-classes.ts'
import { type Classified, TurnClassifier } from './turn-classifier.ts'
import { TURN_WEIGHTS } from './turn-weights.ts'

/** What the words of a turn say that it is. */
export interface LearnedTurn {
  /** Undefined for a question; whatever names something that the corpus speaks of is one. */
  readonly turnClass: LearnedClass | undefined
  /** Whether it is hardly anything else, whatever phrases it is made of. */
  readonly isSure: boolean
  /** Whether it asks for what is likely to be none of the bot's business, though the corpus has words of it. */
  readonly isLikelyRequest: boolean
}

/**
 * A turn that is a question with this probability is one. Whatever names something that the corpus speaks of is a question
 * all the same: to take one for small talk is the worse mistake.
 */
const LEAST_QUESTION = 0.6
/** The same behind a question, which a turn may go on from, … */
const LEAST_FOLLOW_UP = 0.1
/** … and of one with words that conversation does not know: they may name something. */
const LEAST_UNKNOWN_QUESTION = 0.3
/** Requests to others are full of such words; they must be plainer, and the corpus hold less of what they say. */
const LEAST_REQUEST = 0.1
const SPOKEN_OF = 0.8
/** What is as surely a request to others as this is no question for its ordinary words: mathematics, homework. */
const SURE_REQUEST = 0.98
/** Behind a question few people ask for a joke. */
const LEAST_FOLLOWING_REQUEST = 0.01
/** Of what is asked with code, documentation may speak. */
const CODE = /[<>`{}]|\(\)|\p{Ll}\p{Lu}|\w\.\w|\w_\w/u
/** A name that only code has: useState, max_size, reset(). */
const IDENTIFIER = /\(\)|\p{Ll}\p{Lu}|\w_\w/u
/** Words for what was asked about before. */
const POINTS_BACK = /\b(?:it|its|they|them|he|she|this|that)\b|[它他她牠]|[這这那][個个]/i
/** Acts that ask nothing, … */
const COURTESY: ReadonlySet<LearnedClass> = new Set([
  'farewell',
  'greeting',
  'laughter',
  'praise',
  'thanks',
  'wellbeing',
])
/** … and with this probability are no question for an ordinary word that the corpus has too: mate, here. */
const PLAIN_COURTESY = 0.75
/** … or with this one, where it is hardly a question anyway. */
const LIKELY_COURTESY = 0.6
const HARDLY_QUESTION = 0.05
/** What somebody complains of may be a thing that the corpus speaks of, so that it has to be plainer. */
const PLAIN_COMPLAINT = 0.9
/** A remark as plain as this is one as a whole, whatever its end may be alone. */
const PLAIN_REMARK = 0.9
/** A class with less than this is a guess, … */
const LEAST_PROBABILITY = 0.25
/** … and with less than this no more than a question is, where that is likelier. */
const LIKELY = 0.4
/** A word of the corpus says the same as one of a turn from this similarity on. */
const SAME = 0.7
/** With this probability a turn is hardly anything else. */
const SURE = 0.85
/** Longer turns are questions with a story, or texts. */
const LONGEST = 240

/** Takes turns that no phrase recognises for what their words are likely to do. */
export class LearnedTurns {
  private readonly lexicalIndex: LexicalIndex
  private readonly classifier = new TurnClassifier(TURN_WEIGHTS)
  private known: KnownWords | undefined

  constructor(lexicalIndex: LexicalIndex) {
    this.lexicalIndex = lexicalIndex
  }

  /** @param isBehindQuestion whether there is a question before that the turn may go on from */
  read(
    { comparable, asked, plain }: ReadTurn,
    { isBehindQuestion }: { readonly isBehindQuestion: boolean },
  ): LearnedTurn {
    const whole = this.classifier.classify(comparable.text)
    const part = asked === '' || asked === comparable.text ? whole : this.classifier.classify(asked)
    const isWhole =
      (isRevisit(whole.act) && whole.probability >= SURE) ||
      (isRemark(whole) && whole.probability >= PLAIN_REMARK)
    const question = isWhole ? whole.question : Math.max(whole.question, part.question)
    const isSurelyQuestion = Math.min(whole.question, part.question) >= SURE
    const likeliest = whole.probability >= part.probability ? whole : part
    const isRequest = likeliest.act === 'out-of-scope'
    const isRequestOfIt =
      (isRequest && isBehindQuestion && question >= LEAST_FOLLOWING_REQUEST) ||
      ((isRequest || aspectOf(likeliest.act) !== undefined) && CODE.test(plain))
    // "Who developed it?" behind a question is about what that asked for, not about the bot.
    const isAboutIt =
      isBehindQuestion && likeliest.act === 'identity' && POINTS_BACK.test(plain) && !addressesBot(plain)
    const isQuestion =
      isAboutIt ||
      (!COURTESY.has(likeliest.act) && IDENTIFIER.test(plain)) ||
      isRequestOfIt ||
      likeliest.probability < LEAST_PROBABILITY ||
      (likeliest.probability < LIKELY && question >= likeliest.probability) ||
      comparable.text.length > LONGEST ||
      question >= (isBehindQuestion && !isPlainCourtesy(likeliest) ? LEAST_FOLLOW_UP : LEAST_QUESTION) ||
      // Last: what the words name takes longer to find out than all the rest.
      question >= this.leastQuestion(likeliest, plain)
    return isQuestion
      ? {
          turnClass: undefined,
          isSure: isSurelyQuestion,
          isLikelyRequest: isRequest && likeliest.probability > question,
        }
      : { turnClass: likeliest.act, isSure: whole.probability >= SURE, isLikelyRequest: isRequest }
  }

  /** Probability from which on a turn of this class counts as a question, by what it names. */
  private leastQuestion(likeliest: Classified, text: string): number {
    const subject = this.subjectOf(text)
    if (likeliest.act === 'out-of-scope' && !subject.isNamed) {
      const { share, isNamed, isSaidTogether } = spokenOf(text, this.lexicalIndex)
      // "How do I change my password?", where a paragraph says how.
      if (isSaidTogether) return 0
      const isSure = likeliest.probability >= SURE_REQUEST
      if (!isNamed && (isSure || share < SPOKEN_OF)) return LEAST_REQUEST
      // Of all that it says the corpus speaks: "How do I move the database?".
      return subject.isSpokenOf ? 0 : LEAST_REQUEST
    }
    const { isSpokenOf, isNamed, isUnknown } = subject
    if (isPlainCourtesy(likeliest) ? isNamed : isSpokenOf) return 0
    return isUnknown ? LEAST_UNKNOWN_QUESTION : LEAST_QUESTION
  }

  /** Whether a turn has words that conversation does not, and whether the corpus has them. */
  private subjectOf(text: string): Subject {
    this.known ??= new KnownWords()
    const known = this.known
    const terms = analyseQuestion([{ text, weight: 1, withoutNames: false }], this.lexicalIndex)
    const unknown = terms.filter(({ kind, key }) => (kind === 'latin' || kind === 'word') && !known.hold(key))
    const isSpokenOf = unknown.some(({ expansions }) => (expansions[0]?.similarity ?? 0) >= SAME)
    const isNamed = unknown.some(({ isName, expansions }) => isName && expansions[0]?.similarity === 1)
    return { isSpokenOf, isNamed, isUnknown: unknown.length > 0 }
  }
}

/** What the words of a turn say that conversation does not know. */
interface Subject {
  readonly isUnknown: boolean
  /** Whether the corpus has one of them, … */
  readonly isSpokenOf: boolean
  /** … or one that is a name. */
  readonly isNamed: boolean
}

/** Praise and blame: "great answer, that's what I was after" is no question behind an announcement. */
function isRemark({ act }: Classified): boolean {
  return act === 'praise' || act === 'complaint' || act === 'thanks'
}

function isPlainCourtesy({ act, probability, question }: Classified): boolean {
  if (act === 'complaint') return probability >= PLAIN_COMPLAINT
  const least = question < HARDLY_QUESTION ? LIKELY_COURTESY : PLAIN_COURTESY
  return COURTESY.has(act) && probability >= least
}

/** The words of conversation. */
class KnownWords {
  private readonly words: ReadonlySet<string> = new Set(TURN_WEIGHTS.words.split(' '))
  private readonly pairs: ReadonlySet<string> = new Set(TURN_WEIGHTS.pairs.match(/../gu) ?? [])

  /** @param key of a term: a stem in Latin letters, or a word in Han characters */
  hold(key: string): boolean {
    if (!/\p{Script=Han}/u.test(key)) return this.words.has(key)
    for (let at = 0; at + 2 <= key.length; at++) if (!this.pairs.has(key.slice(at, at + 2))) return false
    return true
  }
}

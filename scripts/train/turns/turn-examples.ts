import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { TURN_CLASSES, type TurnClass } from '../../../src/conversation/classify/turn-classes.ts'
import type { Corpus } from '../../../src/corpus/corpus.ts'
import { ENGLISH_STOP_WORDS } from '../../../src/text/stop-words.ts'
import { type ConversationTurn, readTurns } from '../../evaluate/conversation/measure-turns.ts'
import { readQuestions } from '../../evaluate/question-set.ts'
import type { Random } from './random.ts'
import { parseTemplates, turnsOf } from './turn-templates.ts'

/** A turn and what it is. */
export interface TurnExample {
  readonly text: string
  readonly turnClass: TurnClass
  /** How much it counts. */
  readonly weight: number
}

/** Turns made from one template at most. */
const MOST_OF_TEMPLATE = 30
/** Turns that people wrote count more than those made from templates. */
const ROW_WEIGHT = 3
/** Every so many-th question written ahead is enough. */
const QUESTION_STEP = 9

/** Four Han characters, or two words in Latin letters. */
const LEAST_FOLLOW_UP = /(?:\p{Script=Han}.*){4}|\p{Script=Latin}+[^\p{L}]+\p{Script=Latin}+/u

/** What the turns of tests/evaluation are called there, where that is not the class. */
const CLASS_OF_ACT: Readonly<Record<string, TurnClass>> = {
  'well-being': 'wellbeing',
  emoji: 'reaction',
  wrapped: 'question',
  'about-author': 'author',
  'about-title': 'title',
  'about-date': 'date',
  'about-source': 'url',
  'about-length': 'length',
  'about-sections': 'sections',
  'about-section-n': 'section',
  'about-article': 'about',
  'about-corpus': 'articles',
}
const ASKS_TO_STOP =
  /stop|shut|quiet|silen|leave|away|lost|enough|delete|remove|mute|talk|asked|别|停|闭嘴|安静|滚|删|收回|走开|够了|不要|不用|没人问|没叫|吵|別|閉嘴|安靜|滾|刪|夠了|沒人問|沒叫/i

/** Turns made from the templates of a folder. */
export async function templateExamples(folder: string, random: Random): Promise<TurnExample[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  const examples: TurnExample[] = []
  for (const file of files) {
    const templates = parseTemplates(await readFile(path.join(folder, file), 'utf8'), file)
    for (const template of templates)
      for (const text of turnsOf(template, MOST_OF_TEMPLATE, random))
        examples.push({ text, turnClass: template.turnClass, weight: 1 })
  }
  return examples
}

/** Turns that people wrote for the evaluation, but for those that are held out. */
export async function turnExamples(file: string): Promise<TurnExample[]> {
  const turns = (await readTurns(file)).filter(({ split }) => split !== 'held-out')
  return turns.map((turn) => ({ text: turn.text, turnClass: classOf(turn), weight: ROW_WEIGHT }))
}

function classOf({ act, text }: ConversationTurn): TurnClass {
  if (act === 'insult/stop') return ASKS_TO_STOP.test(text) ? 'stop' : 'complaint'
  const turnClass = CLASS_OF_ACT[act] ?? TURN_CLASSES.find((name) => name === act)
  if (turnClass === undefined) throw new Error(`There is no class for turns of the kind ${act}`)
  return turnClass
}

/** Questions written ahead for a corpus, and near misses; not the jokes and greetings among what it does not answer. */
export function corpusExamples({ articles, writtenQuestions, unanswered }: Corpus): TurnExample[] {
  const written = writtenQuestions.flatMap(({ answers }) => answers.flatMap(({ questions }) => questions))
  const words = new Set(
    articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => latinWords(text))),
  )
  const near = unanswered.filter(({ text }) =>
    latinWords(text).some((word) => words.has(word) && !ENGLISH_STOP_WORDS.has(word) && !EVERYDAY.has(word)),
  )
  return [...written.filter((_, at) => at % QUESTION_STEP === 0), ...near].map(({ text }) => asQuestion(text))
}

/** Names in a text about software, and words of any joke or greeting too. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'new one tell write code app api web dns pro all get good day time'.split(' '),
)

function latinWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{3,}/g) ?? []
}

/** The questions of question sets that are answered. */
export async function questionExamples(files: readonly string[]): Promise<TurnExample[]> {
  const questions = await readQuestions([...files])
  return questions.filter(({ gold }) => gold.length > 0).map(({ q }) => asQuestion(q))
}

/** Questions that go on from others; "why?" alone may be anything. */
export async function followUpExamples(file: string): Promise<TurnExample[]> {
  const questions = await readQuestions([file])
  return questions.filter(({ q }) => LEAST_FOLLOW_UP.test(q)).map(({ q }) => asQuestion(q))
}

function asQuestion(text: string): TurnExample {
  return { text, turnClass: 'question', weight: 1 }
}

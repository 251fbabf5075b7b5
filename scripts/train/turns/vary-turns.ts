import type { TurnClass } from '../../../src/conversation/classify/turn-classes.ts'
import type { Random } from './random.ts'
import type { TurnExample } from './turn-examples.ts'

const TYPOS = 0.3
const ENDINGS = 0.1
const CONVERSATION_BEFORE_QUESTION = 0.35
const CONVERSATION_BEFORE_REQUEST = 0.1
const TWO_OF_A_KIND = 0.06

const ENDING = [
  ' 😂',
  '!!',
  '...',
  '?',
  ' lol',
  ' pls',
  ' haha',
  '~',
  ' 🙏',
  '??',
  ' please',
  ' bro',
  '啊',
  '呢',
  '吧',
  '哈',
]
const BETWEEN = [', ', '! ', '. ', ' ', '，', '。']
const COURTESY: readonly TurnClass[] = [
  'greeting',
  'thanks',
  'assent',
  'praise',
  'laughter',
  'complaint',
  'ping',
]
/** Said behind a greeting as well. */
const REQUESTS: ReadonlySet<TurnClass> = new Set<TurnClass>([
  'author',
  'title',
  'date',
  'url',
  'length',
  'sections',
  'about',
  'summary',
  'articles',
  'out-of-scope',
  'identity',
  'help',
  'unclear',
])

/** Further examples made of examples: misspelt, with pictures, two turns in one, a question behind thanks. */
export function varied(examples: readonly TurnExample[], random: Random): TurnExample[] {
  const byClass = new Map<TurnClass, TurnExample[]>()
  for (const example of examples) {
    const alike = byClass.get(example.turnClass)
    if (alike === undefined) byClass.set(example.turnClass, [example])
    else alike.push(example)
  }
  const another = (turnClass: TurnClass) => random.pick(byClass.get(turnClass) ?? []).text
  return examples.flatMap((example) => {
    const { text, turnClass } = example
    const made: string[] = []
    if (/[a-z]{4}/i.test(text) && random.next() < TYPOS) made.push(misspelt(text, random))
    if (random.next() < ENDINGS) made.push(text + random.pick(ENDING))
    const behind = (other: TurnClass) => another(other) + random.pick(BETWEEN) + text
    if (turnClass === 'question') {
      if (random.next() < CONVERSATION_BEFORE_QUESTION) made.push(behind(random.pick(COURTESY)))
    } else if (random.next() < TWO_OF_A_KIND) made.push(behind(turnClass))
    else if (REQUESTS.has(turnClass) && random.next() < CONVERSATION_BEFORE_REQUEST)
      made.push(behind(random.pick(COURTESY.slice(0, 5))))
    return made.map((variant) => ({ ...example, text: variant }))
  })
}

/** Some of the words in Latin letters with two letters swapped, one left out or one doubled. */
function misspelt(text: string, random: Random): string {
  return text.replace(/[a-z]{4,}/gi, (word) => {
    if (random.next() > 0.35) return word
    const at = 1 + random.below(word.length - 2)
    const [before, behind] = [word.slice(0, at), word.slice(at)]
    const kind = random.next()
    if (kind < 0.4) return before + behind.charAt(1) + behind.charAt(0) + behind.slice(2)
    return kind < 0.75 ? before + behind.slice(1) : before + behind.charAt(0) + behind
  })
}

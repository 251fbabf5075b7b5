import { aspectOf } from '../../classify/class-meaning.ts'
import type { LearnedTurn } from '../../classify/learned-turns.ts'
import type { ReadTurn } from '../../read-turn.ts'
import { residueOf } from './article-words.ts'
import type { Aspect } from './aspects.ts'
import { countedOut } from './ordinals.ts'
import { type AskedAspect, recogniseAspect } from './recognise-aspect.ts'

/** Asked behind another question as well, these are asked of an article. */
const ASKED_BEHIND_ANYTHING: ReadonlySet<Aspect> = new Set<Aspect>(['summary', 'sections', 'articles'])

/** Behind these, "the third one" is a section. */
const SECTIONS: ReadonlySet<AskedAspect['aspect'] | undefined> = new Set(['sections', 'section'])
/** Behind a question a turn is about that, unless it says that it means an article, or only an article can be meant. */
export function learnedAspect(
  learned: LearnedTurn,
  turn: Pick<ReadTurn, 'asked' | 'roles'>,
  before: ReadTurn | undefined,
): AskedAspect | undefined {
  if (turn.roles !== undefined && !learned.isSure) return undefined
  const { reference } = residueOf(turn.asked)
  if (learned.turnClass === 'section') {
    const counted = countedOut(turn.asked)
    return counted && { aspect: 'section', counted, words: '', reference }
  }
  const aspect = aspectOf(learned.turnClass)
  if (aspect === undefined) return undefined
  if (before !== undefined && !ASKED_BEHIND_ANYTHING.has(aspect) && reference !== 'article') return undefined
  return { aspect, words: '', reference }
}

/** Whether a turn asks of an article itself, and of nothing that the turn names. */
export function isAboutArticle(turn: Pick<ReadTurn, 'asked'> | undefined): boolean {
  const asked = turn && recogniseAspect(turn.asked)
  return asked !== undefined && asked.words === '' && asked.aspect !== 'articles'
}

/**
 * "And the third one?" behind a question about sections asks for the third section, "the next one" for the one behind
 * that which was asked for.
 *
 * @param text comparable
 */
export function namingSection(text: string, before: Pick<ReadTurn, 'asked'> | undefined): string {
  if (before === undefined) return text
  const asked = recogniseAspect(named(before.asked))
  const counted = asked?.counted?.unit === 'section' ? countedOn(text, asked.counted.ordinal) : undefined
  if (counted !== undefined) return counted
  return isAboutSections(asked, before.asked) ? named(text) : text
}

/** "How many sections does it have?" asks for a length. */
function isAboutSections(asked: AskedAspect | undefined, text: string): boolean {
  const aspect = asked?.aspect
  return SECTIONS.has(aspect) || (aspect === 'length' && /section|chapter|\bparts?\b|节|章|部分/.test(text))
}

const NEXT =
  /^(?:(?:and|ok|so|what|about|is|the|then) )*(?:next|following)(?: (?:one|section|part|chapter))?\b|(?:再|那|接着|接下来)*(?:下|后)(?:面)?(?:一|那)?(?:个|节|章|部分|段)/
const PREVIOUS =
  /^(?:(?:and|ok|so|what|about|is|the|then) )*(?:previous|preceding|prior)(?: one| section| part| chapter)?(?=\W*$)|(?:再|那)*(?:上|前)(?:面)?(?:一|那)(?:个|节|章|部分|段)/

/** "The next one", counted from the section that was asked for. */
function countedOn(text: string, from: number): string | undefined {
  const pattern = NEXT.test(text) ? NEXT : PREVIOUS.test(text) ? PREVIOUS : undefined
  if (pattern === undefined) return undefined
  const ordinal = from + (pattern === NEXT ? 1 : -1)
  return from > 0 && ordinal > 0 ? text.replace(pattern, ` section ${ordinal} `) : undefined
}

function named(text: string): string {
  return text
    .replace(/\bone\b(?! (?:section|part|chapter|paragraph))/, 'section')
    .replace(/(?<=第[^个]{1,3}|最后一)个/, '节')
}

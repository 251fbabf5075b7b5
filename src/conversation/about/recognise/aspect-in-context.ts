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

/**
 * "And the third one?" behind a question about sections asks for the third section.
 *
 * @param before the question before, comparable
 */
export function namingSection(text: string, before: string | undefined): string {
  if (before === undefined || !isAboutSections(named(before))) return text
  return named(text)
}

/** "How many sections does it have?" asks for a length. */
function isAboutSections(text: string): boolean {
  const aspect = recogniseAspect(text)?.aspect
  return SECTIONS.has(aspect) || (aspect === 'length' && /section|chapter|\bparts?\b|节|章|部分/.test(text))
}

function named(text: string): string {
  return text
    .replace(/\bone\b(?! (?:section|part|chapter|paragraph))/, 'section')
    .replace(/(?<=第[^个]{1,3}|最后一)个/, '节')
}

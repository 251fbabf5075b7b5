import { type Residue, residueOf } from './article-words.ts'
import type { Aspect } from './aspects.ts'
import { CHINESE_ASPECTS } from './chinese-aspects.ts'
import { ENGLISH_ASPECTS } from './english-aspects.ts'
import { type CountedOut, countedOut } from './ordinals.ts'

/** A turn about an article itself, and what it says beside that, which may name the article. */
export interface AskedAspect extends Residue {
  readonly aspect: Aspect | 'section'
  /** Which section or paragraph, where the turn counts it out. */
  readonly counted?: CountedOut
}

const ASPECTS = [...ENGLISH_ASPECTS, ...CHINESE_ASPECTS]

/** How something is done, and why, is never asked of an article itself. */
const ASKS_HOW =
  /\bhow (?:do|can|to|should|could|would|did)\b|\bwhy\b|怎么(?!样)|如何|为什么|为何|为啥|咋(?!样)/
/** Asked of one part: "what is part 5 about", "section 2 please". */
const ASKED_OF_PART =
  /\b(?:about|summary|summari[sz]e|sum|explain|describe|content|contents|title|heading|called|key|recap|quote|cover|covers|discuss|discusses|discussed|deal|deals|overview|introduce|topic|gist|takeaways?)\b|(?:讲|说|写|谈|聊|介绍|概括|总结|归纳|摘要|解释|说明|描述|提到|概述|重点|要点|内容|主题|大意|标题|题目|名称|叫)+/g

/**
 * @param text comparable, without courtesy
 * @param isOfArticle whether the question before was about an article itself, so that "how long?" is asked of that
 * @returns undefined where the turn asks nothing of an article itself
 */
export function recogniseAspect(text: string, isOfArticle = false): AskedAspect | undefined {
  const counted = countedOut(text)
  if (counted !== undefined) {
    const rest = text.replace(counted.words, ' ').replace(ASKED_OF_PART, ' ')
    return { aspect: 'section', counted, ...residueOf(rest) }
  }
  if (ASKS_HOW.test(text)) return undefined
  let best: AskedAspect | undefined
  for (const { aspect, pattern, when, needsArticle } of ASPECTS) {
    if (!pattern.test(text) || when?.test(text) === false) continue
    const residue = residueOf(text.replace(new RegExp(pattern.source, `g${pattern.flags}`), ' '))
    if (needsArticle && !namesArticle(residue) && !(isOfArticle && residue.words === '')) continue
    if (residue.words === '') return { aspect, ...residue }
    best ??= { aspect, ...residue }
  }
  return best
}

function namesArticle({ reference }: Residue): boolean {
  return reference === 'article' || reference === 'this'
}

const OTHER_WORDS = 'section part chapter paragraph heading article text piece document handbook manual guide'

/** The English words that aspects are asked for with. */
export function aspectVocabulary(): string[] {
  const ofPatterns = ENGLISH_ASPECTS.flatMap(({ pattern }) =>
    ['s', 'z'].flatMap((letter) => pattern.source.replaceAll('[sz]', letter).match(/\b[a-z]{4,}\b/g) ?? []),
  )
  return [...ofPatterns, ...OTHER_WORDS.split(' ')]
}

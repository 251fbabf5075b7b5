import { stemmer } from 'stemmer'
import type { Span } from '../../domain/span.ts'
import { itemAt } from '../../item-at.ts'
import { type BilingualDictionary, LONGEST_WORD } from '../../text/dictionary/bilingual-dictionary.ts'
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from '../../text/stop-words.ts'

/** A word of a text, in order; positions count in the simplified text. */
export interface Token extends Span {
  /** The stem of a Latin word, a Chinese word as it is written; what words are compared by. */
  readonly key: string
  /** The word as it is written, in its own case. */
  readonly surface: string
  readonly kind: 'latin' | 'han' | 'number'
  /** It says how something is said rather than what. */
  readonly isFunction: boolean
}

/** Words of Chinese that are seldom looked for and say little, beside the stop words of questions. */
const CHINESE_FUNCTION_WORDS = new Set(
  `会 将 要 能 须 需 应 可 得 着 过 后 前 时 等 中 里 上 下 之 其 以 并 又 再 才 仅 只 约 大约 左右 为 由 于 向 从 到 对 给 让 使 令 因
  则 却 而 但 来 去 起 出 所 者 已 已经 曾 曾经 正 该 此 每 各 无 未 没 必须 需要 应该 能够 并且 而且 以及 同时 当 当时 期间 之后 之前 其中
  以后 以前 所有 一切 任何 全 全部 都 很 较 更 最 非常 十分 太 人 个 位 名 家 种 次 款 条 项 座 年 月 日 天 们 地 说 称 表示 只有 仍 仍然 还 即 即使
  即便 不论 无论 只要 只能 一律 一般 其余 其他 另 另外 至 至少 至多 最多 最少 以 若 若是 倘若 那么 这样 这种 关于 对于 作为 进行 从来 不能 不会 不得 不可 不准 不用 不必 本人 共有 如今 目前 现在 一直 当中 辆 只 艘`.split(
    /\s+/,
  ),
)
const ENGLISH_FUNCTION_WORDS = new Set(
  `while whereas although though however because since until unless without within during after before between among both each every either
  neither nor yet still already once per via upon against through along across around about almost nearly up down out off again ever never one
  get got getting let make made another other others else more most less least much many few several whether
  come came go went gone take took taken put keep kept author article ask asks asked wonder wonders question thing things later afterwards bit quite`.split(
    /\s+/,
  ),
)

const WORD = /\p{Script=Han}+|[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}.+#'’_/-]*/gu
const HAN = /^\p{Script=Han}/u
const NAME_AND_YEAR = /^(\p{Script=Latin}{2,})(?=(?:1\d|20)\d\d$)/u

/**
 * Takes a text apart word by word. Chinese is cut into as few dictionary words as it goes: for what a claim says, unlike
 * for finding it, words that merely overlap (产新 in 生产新品) would count as said.
 *
 * @param text NFKC, simplified characters
 */
export function tokensOf(text: string, dictionary: BilingualDictionary): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (HAN.test(run)) {
      tokens.push(...hanTokens(run, index, dictionary))
      continue
    }
    // CloudStack2015年: a name and a year without a space between them.
    const [, name = ''] = NAME_AND_YEAR.exec(run) ?? []
    if (name !== '') tokens.push(...latinTokens(name, index))
    tokens.push(...latinTokens(run.slice(name.length), index + name.length))
  }
  return tokens
}

function latinTokens(run: string, start: number): Token[] {
  const whole = run.replace(/[.'’_/+-]+$/, '').replaceAll('’', "'")
  const surface = whole.replace(/'s?$/, '')
  const end = start + whole.length
  if (/^\p{N}/u.test(whole) && !/\p{L}{2}/u.test(whole))
    return [{ key: whole, surface: whole, kind: 'number', isFunction: false, start, end }]
  // `low-cost` is two words, `Heron-2` one name.
  if (/^[A-Za-z]+(?:[-/][a-z]+)+$/.test(surface)) {
    let at = start
    return surface.split(/([-/])/).flatMap((part) => {
      const from = at
      at += part.length
      return /[-/]/.test(part) ? [] : latinToken(part, from, from + part.length)
    })
  }
  return [latinToken(surface, start, end)]
}

function latinToken(surface: string, start: number, end: number): Token {
  const lower = surface.toLowerCase()
  // IT is no "it".
  const isFunction =
    !/^[A-Z]{2,}$/.test(surface) &&
    (ENGLISH_STOP_WORDS.has(lower.split("'")[0] ?? '') ||
      ENGLISH_STOP_WORDS.has(lower.replaceAll("'", '')) ||
      ENGLISH_FUNCTION_WORDS.has(lower))
  return { key: stemmer(lower), surface, kind: 'latin', isFunction, start, end }
}

/** Characters that are words by themselves nearly always: 项目/的 rather than 项/目的. */
const PARTICLES = new Set('的了是和与')

/** The way through a run that takes the fewest words; a character that is no word costs a little more than one. */
function hanTokens(run: string, offset: number, dictionary: BilingualDictionary): Token[] {
  const characters = [...run]
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= characters.length; end++) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 }
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
      const length = end - from
      if (length > 1 && !dictionary.has(characters.slice(from, end).join(''))) continue
      const isLone = length === 1 && !PARTICLES.has(characters[from] ?? '')
      const cost = itemAt(best, from).cost + (isLone ? 1.1 : 1)
      if (cost < choice.cost) choice = { cost, from }
    }
    best[end] = choice
  }
  const tokens: Token[] = []
  let end = characters.length
  let at = offset + run.length
  while (end > 0) {
    const from = best[end]?.from ?? end - 1
    const surface = characters.slice(from, end).join('')
    tokens.push({
      key: surface,
      surface,
      kind: 'han',
      isFunction: CHINESE_STOP_WORDS.has(surface) || CHINESE_FUNCTION_WORDS.has(surface),
      start: at - surface.length,
      end: at,
    })
    at -= surface.length
    end = from
  }
  return tokens.reverse()
}

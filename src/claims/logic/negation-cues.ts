import type { Span } from '../../domain/span.ts'
import type { ReadText } from '../reading/read-text.ts'

/** A word that denies what follows it. */
export interface NegationCue extends Span {
  /** Whether it says "not" outright; a verb like "refuse" or 禁止 implies it. */
  readonly outright: boolean
  /** What it denies, roughly: the rest of its clause, or what stands before it where nothing follows ("but they do not"). */
  readonly scope: Span
}

/**
 * 不, 没, 无 … where they deny: not in 不但, 不同, 无论, 非常, not in questions (是不是, 有没有), and not where they compare
 * (不到一百). Behind a verb 不到, 不过 and the like say that it cannot be (搞不过, 想不到).
 */
const CHINESE =
  /没[门戏辙]|切勿|尚未|从未|并未|未曾|未能|无法|(?<!有)没有|没能|并非|绝非|毫[无不]|(?<![差只])(?:不得|(?<!能)不能|(?<!会)不会|(?<!可)不可(?!否认|避免)|不准|不必|不用|(?<!是|还)不是(?![^，,。]*(?<!好)[嘛吗?？])|不在|(?<!要)不要|(?<=[搞想用回看找拿收听得买碰做办打赶比])不[到过上]|(?<=\p{Script=Han})不[了转住动掉]|不(?![是能会可要但仅光过同断久少管论禁只止单错妨到足满超良锈如得已放]))|没(?![有错收落])|不肯|无(?!人[机驾])(?![论比线数非疑锡辜尘敌事])|(?<!从)未(?![来必满及成])|(?<![除莫并])非(?![常洲凡得要])|勿/gu
/** 没门: there is no way to what was said before. */
const HOPELESS = /^没[门戏辙]$/u
const COMPLEMENT = /^不[到过上了转住动掉]$/u
const CHINESE_IMPLIED = wordPattern(
  `禁止 拒[绝不] 避免 防止 缺[乏少]? 失败 难以 除外 除了 除非 以外 之外 取消 停[止航用运驶业课] 退出 只有 只[能限在] 仅 免[于费除收] 否认 质疑 怀疑
  排除 略过 跳过 驳回 唯读 只读 失[联去] 例外 废[除止]? 终止 结束 关闭 [错误] 断 而是 休[馆息业市刊] 擅自 丢 直到 才 未必 误[以认] 还不是 怎么?能 哪能 岂 无敌 渺茫`,
)
const ENGLISH =
  /\b(?:not(?! (?:\w+ )?(?:only|just|merely|simply)\b)|(?<!['’‘“"『「])no(?! more\b| less\b| fewer\b| longer than\b| later\b| sooner\b)|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|\w+n't|unable)\b/giu
/** Lower case: a name may begin with un- as well. */
const ENGLISH_IMPLIED = wordPattern(
  String.raw`refus\w* den(?:y|ied|ies) declin\w* fail\w* lack\w* avoid\w* prevent\w* forbid\w* forbad\w* ban(?:s|ned)? prohibit\w*
  except\w* exclud\w* unless only instead free stop\w* cease\w* ended lost lose\w* abolish\w* cancel\w* reject\w*
  wrong\w* false\w* unlike hardly barely scarcely seldom rarely until close[sd] shut dissolv\w* skip\w* discard\w*
  ignor\w* un(?!der|it|til|ion|iversi|ique|fortunat|ikernel|familiar)\w{4,}
  dis(?!tribut|cuss|k|play|cover|patch|tinct|tance|trict)\w{4,} non-?\w+
  in(?:vincible|visible|finite|evitable|active|complete|correct|dependent|direct|effective|eligible|frequent|valid|sensitive|sufficient|accurate|adequate|capable|compatible|consistent|secure)
  im(?:possible|practical|perfect|proper) absent absence miss(?:es|ed|ing)? exempt\w*
  doubt\w* (?!serverless|wireless|nonetheless|nevertheless|unless|regardless)[a-z]{3,}less too abandon\w* regardless defunct off-duty hard difficult slim before yet`,
  ['rather than', 'free of', 'free from'],
  String.raw`\b`,
)

/** Any of some words that white space divides, and of some phrases, between marks that bound them. */
function wordPattern(words: string, phrases: readonly string[] = [], boundary = ''): RegExp {
  return new RegExp(`${boundary}(?:${[...phrases, ...words.split(/\s+/)].join('|')})${boundary}`, 'gu')
}

/** So far behind a cue, in characters, what it denies may lie. */
const REACH = { han: 24, latin: 90 }

/** Finds the words of a text that deny something. */
export function negationCues(text: ReadText): NegationCue[] {
  const patterns: readonly (readonly [RegExp, boolean])[] = [
    [CHINESE, true],
    [ENGLISH, true],
    [CHINESE_IMPLIED, false],
    [ENGLISH_IMPLIED, false],
  ]
  // "Before …" and "Unable to …" begin with a capital where they begin a sentence.
  const lower = text.text.replace(/(?<=^|[.!?:] )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
  return patterns.flatMap(([pattern, outright]) =>
    Array.from(lower.matchAll(pattern)).flatMap(({ 0: cue, index }) => {
      // 火不火 asks.
      if (/^[不没]$/u.test(cue) && text.text[index - 1] === text.text[index + 1]) return []
      const end = index + cue.length
      const scope = scopeOf(text, { start: index, end })
      // 逃脱不了: what cannot be stands before it.
      const start = COMPLEMENT.test(cue) ? Math.min(scope.start, Math.max(0, index - 2)) : scope.start
      return [{ start: index, end, outright, scope: { start, end: scope.end } }]
    }),
  )
}

function scopeOf({ text, isHan, clauses, tokens }: ReadText, cue: Span): Span {
  const at = clauses.findIndex(({ start, end }) => cue.start >= start && cue.start < end)
  const reach = cue.end + (isHan ? REACH.han : REACH.latin)
  const says = ({ start, end }: Span) =>
    tokens.some((token) => !token.isFunction && token.start >= start && token.end <= end)
  const clauseEnd = clauses[at]?.end ?? text.length
  const rest = { start: cue.end, end: Math.min(clauseEnd, reach) }
  if (says(rest)) return rest
  // "None of them, so far, has been seen": the clause goes on behind what is put in between.
  const isOpen =
    !HOPELESS.test(text.slice(cue.start, cue.end)) &&
    !says({ start: clauses[at]?.start ?? 0, end: cue.start }) &&
    clauses[at + 1] !== undefined
  if (isOpen && !/^\s*(?:if|when|若|如果)/.test(text.slice(clauses[at]?.start ?? 0)))
    return { start: cue.end, end: Math.min(clauses[at + 2]?.end ?? text.length, reach) }
  return { start: clauses[Math.max(0, at - 1)]?.start ?? 0, end: clauseEnd }
}

const BEYOND =
  /\bnot (?:\w+ )?(?:only|just|merely|simply)\b|\bmore than (?:just|a|merely)\b|\bfar more\b|\b(?:also|too|as well|even|but)\b|不[只仅光止但单限]|不单|远不|而且|也|还|更是|乃至|甚至/iu
const ONLY = /\b(?:only|just|merely|simply|solely|nothing but)\b|仅|只|光(?=[是靠])|不过是/iu
const NOT_ONLY = /\bnot (?:\w+ )?(?:only|just|merely|simply)\b|不[只仅光止但单](?!有)/iu

/** Whether a text says "not only": that there is more than what it names. */
export function saysNotOnly(text: string): boolean {
  return NOT_ONLY.test(text)
}

/** Whether a text says that there is nothing but what it names. */
export function saysOnly(text: string): boolean {
  return ONLY.test(text.replace(new RegExp(NOT_ONLY, 'giu'), ''))
}

/** Whether a text says, in any words, that there is more. */
export function saysMore(text: string): boolean {
  return BEYOND.test(text)
}

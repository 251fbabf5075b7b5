import type { Span } from '../../domain/span.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'
import { latinNames } from './latin-names.ts'

/** A name with all its words: Pieter Daalman, Brisk 20, 白予彤, “云雀S Lite”. */
export interface Entity extends Span {
  readonly text: string
  /** Set in quotation marks: the name is all that stands in them. */
  readonly isQuoted: boolean
}

/** The surnames that most Chinese people have; they begin a name that no dictionary holds. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'.split(
    '',
  ),
)
/** What follows a person's name more often than it is part of it. */
const NOT_IN_NAMES = new Set(
  '的了在是因说和与及也都就而被把后前为于以从向对称写还又曾已将会能要等中上下'.split(''),
)
const QUOTED_NAME = /[“「『《"]([^”」』》"，。,.]{1,12})[”」』》"]/gu

/** Finds what a text names. */
export function entitiesOf(read: ReadText, dictionary: BilingualDictionary): Entity[] {
  const found: Entity[] = []
  const isFree = ({ start, end }: Span) => found.every((other) => end <= other.start || start >= other.end)
  const add = ({ start, end }: Span, isQuoted = false) => {
    if (isFree({ start, end })) found.push({ start, end, isQuoted, text: read.text.slice(start, end) })
  }
  for (const { 0: quoted, 1: name = '', index } of read.text.matchAll(QUOTED_NAME))
    if (!/[一-鿿]{7,}| \w+ \w+ /.test(name)) add({ start: index + 1, end: index + quoted.length - 1 }, true)
  for (const span of latinRuns(read, dictionary)) add(span)
  for (const span of hanNames(read, dictionary)) add(span)
  return found.sort((a, b) => a.start - b.start)
}

function latinRuns(read: ReadText, dictionary: BilingualDictionary): Span[] {
  const names = new Set(latinNames(read, dictionary))
  const runs: { start: number; end: number }[] = []
  for (const token of read.tokens) {
    const last = runs.at(-1)
    const joins =
      last !== undefined &&
      /^[ '’]?s? ?$/.test(read.text.slice(last.end, token.start)) &&
      token.start - last.end <= 1
    if (joins && (names.has(token) || (token.kind === 'number' && token.surface.length <= 4)))
      last.end = token.end
    else if (names.has(token)) runs.push({ start: token.start, end: token.end })
  }
  return runs
}

function hanNames({ tokens }: ReadText, dictionary: BilingualDictionary): Span[] {
  const spans: Span[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'han') continue
    if (dictionary.isName(token.key)) {
      spans.push(token)
      continue
    }
    const run = singlesFrom(tokens, at)
    if (run.length >= LEAST_TRANSLITERATED)
      spans.push({ start: token.start, end: run.at(-1)?.end ?? token.end })
    if (!SURNAMES.has(token.surface)) continue
    // 白/予/彤: a surname and the one or two characters behind it that are no word together.
    let end = token.end
    for (const next of tokens.slice(at + 1, at + 3)) {
      const isGiven = next.kind === 'han' && next.start === end && !NOT_IN_NAMES.has(next.surface)
      if (!isGiven || [...next.surface].length > 2 || (next.surface.length === 2 && end !== token.end)) break
      end = next.end
      if (next.surface.length === 2) break
    }
    if (end > token.end) spans.push({ start: token.start, end })
  }
  return spans
}

/** So many characters in a row that make no word are a foreign name: 瓦西里耶夫. */
const LEAST_TRANSLITERATED = 4

function singlesFrom(tokens: readonly Token[], at: number): Token[] {
  const run: Token[] = []
  for (const token of tokens.slice(at)) {
    const isSingle = token.kind === 'han' && [...token.surface].length === 1 && !token.isFunction
    if (!isSingle || (run.length > 0 && run.at(-1)?.end !== token.start)) break
    run.push(token)
  }
  return run
}

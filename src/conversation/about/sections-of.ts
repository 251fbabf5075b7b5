import type { Article, Section } from '../../domain/article.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { fold } from '../wording/fold.ts'
import { chineseNumber } from './recognise/chinese-number.ts'
import type { Ordinal } from './recognise/ordinals.ts'

/** A section with what stands below its heading, deeper sections included. */
export interface WholeSection {
  readonly section: Section
  readonly paragraphs: readonly Paragraph[]
}

/** `5、`, `Chapter 4:`, `第三章`: the number that a heading bears. */
const NUMBERED =
  /^\s*(?:(?:section|chapter|part|step|§)\s*)?(?:第\s*)?(\d{1,3}|[一二三四五六七八九十]{1,3})(?=\s*(?:[、.．:：)）章节節部篇\s-]|$))/iu
const NUMBER =
  /^\s*(?:(?:section|chapter|part|step|§)\s*)?(?:第\s*)?(?:\d{1,3}(?:\.\d+)*|[一二三四五六七八九十]{1,3})\s*(?:[、.．:：)）-]|章|节|節|部分?|篇|\s)\s*/iu

export function wholeSection(article: Article, section: Section): WholeSection {
  const at = article.sections.indexOf(section)
  const next = article.sections.slice(at + 1).find(({ level }) => level <= section.level)
  const end = next?.position ?? Number.POSITIVE_INFINITY
  return {
    section,
    paragraphs: article.paragraphs.filter(({ position }) => position >= section.position && position < end),
  }
}

/** The sections that an article is first divided into. */
export function topSections({ sections }: Pick<Article, 'sections'>): Section[] {
  const top = Math.min(...sections.map(({ level }) => level))
  return sections.filter(({ level }) => level === top)
}

/** The section that bears this number, else the one in this place, counted from the end where it is negative. */
export function countedSection(article: Article, ordinal: Ordinal): Section | undefined {
  const top = topSections(article)
  const numbers = top.map(({ heading }) => numberOf(heading))
  const isNumbered = numbers.filter((number) => number !== undefined).length * 2 > top.length
  if (ordinal > 0 && isNumbered) return top[numbers.indexOf(ordinal)]
  return top.at(ordinal > 0 ? ordinal - 1 : ordinal)
}

/** The section whose heading this is, but for its number, marks and script. */
export function namedSection({ sections }: Pick<Article, 'sections'>, name: string): Section | undefined {
  const wanted = bare(name)
  if (wanted === '') return undefined
  return sections.find(({ heading }) => bare(heading) === wanted || bare(withoutNumber(heading)) === wanted)
}

export function withoutNumber(heading: string): string {
  return heading.replace(NUMBER, '').trim() || heading.trim()
}

function numberOf(heading: string): number | undefined {
  const number = NUMBERED.exec(heading)?.[1]
  return number === undefined ? undefined : chineseNumber(number)
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

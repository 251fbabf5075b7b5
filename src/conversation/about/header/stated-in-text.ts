import type { Article } from '../../../domain/article.ts'
import type { QuotedWords } from '../../reply.ts'
import type { StatedFact } from '../about-words.ts'

/** Authors name themselves at the beginning or at the end. */
const LOOKED_AT = 3
const LONGEST_LINE = 100

const LINES: Readonly<Record<StatedFact, RegExp>> = {
  author:
    /^(?:[Bb]y|(?:Written|Posted|Reported) by|Authors?)\b[:：]?\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){0,6}(?:\s*[·|,(].*)?\.?$|^(?:作者|撰文|文字|撰稿|文)\s*[:：／/|]\s*\S/u,
  date: /^(?:published|posted|last updated|updated|last modified|date|written|first published)\b[^.]{0,40}\d{4}|^(?:发表|發表|发布|發布|發佈|更新|最後更新|最后更新|撰寫|撰写)(?:于|於|时间|時間|日期)?\s*[:：]?\s*\d{4}|^(?:日期|时间|時間)\s*[:：]\s*\d{4}/iu,
  url: /^(?:source|originally published|first published|original|via)\b[:：]?.{0,60}(?:https?:|\.\w{2,4}\b)|^(?:来源|來源|出处|出處|原文(?:链接|連結|地址)?|转载自|轉載自|原载|原載)\s*[:：]\s*\S/iu,
}

/** The line of an article's text that states what its front matter does not: `By Jane Doe`, 發表於 2016年3月1日. */
export function statedInText(article: Article, fact: StatedFact): QuotedWords | undefined {
  const { paragraphs } = article
  for (const paragraph of [...paragraphs.slice(0, LOOKED_AT), ...paragraphs.slice(-LOOKED_AT)]) {
    const sentence = paragraph.sentences.find(({ start, end }) => {
      const line = paragraph.text.slice(start, end)
      return line.length <= LONGEST_LINE && LINES[fact].test(line)
    })
    if (sentence !== undefined) return { paragraph, article, ...sentence }
  }
  return undefined
}

/** Blocks that belong to the page and not to the article, and why they are taken for that. */
export interface DroppedBlocks {
  readonly reason: string
  readonly texts: readonly string[]
}

/** Which blocks of a page are its article. */
export interface ArticlePart {
  readonly title?: string
  readonly author?: string
  /** Indices of the blocks that are the article's body. */
  readonly kept: readonly number[]
  readonly dropped: readonly DroppedBlocks[]
}

/** What a block looks like from here: its words, and its level if it is a heading. */
export interface PageBlock {
  readonly text: string
  readonly level?: number
}

/** A byline stands at most this many blocks below the top of a page. */
const HEAD = 12
const LONGEST_TITLE = 120

/** `gitmilk / 761人閱讀`: who wrote it and how often it was read. */
const COUNTER =
  /^(?<author>.{1,40}?)?\s*[/|·•]?\s*\d[\d,.]*\s*[kK万萬]?\s*(?:[人次]?(?:閱讀|阅读|瀏覽|浏览|點擊|点击)|views?|reads?)$/
const BYLINE = /^(?:作者|撰文|文)\s*[:：/|]\s*(?<author>.{1,40})$|^[Bb]y\s+(?<english>\p{Lu}.{1,40})$/u
const ABSTRACT = /^(?:摘要|Abstract|Summary)\s*[:：]/i
const LONE_MARKS = /^[?？\s]+$/

/** From such a block on a page speaks about itself: the rights, its groups, what else there is to read. */
const END = [
  /^(?:本?文章?)?版[權权][歸归].{0,40}所有/,
  /^(?:[轉转][載载][請请]?|[請请])(?:注明|註明).{0,100}$/,
  /^(?:[歡欢]迎)?(?:加入|[關关]注).{0,20}(?:群|公[眾众][號号]|社[區区])$/,
  /^(?:相[關关]|推[薦荐]|延伸|更多|[熱热][門门])(?:文章|[閱阅][讀读])[:：]?$/,
  /^(?:[發发]表|全部|[網网]友|最新)?[評评][論论](?:區|区|\s*\(?\d+\)?)?$/,
  /^\d+\s*[條条]?[評评][論论]$/,
  /^(?:related (?:articles|posts|reading)|leave a (?:reply|comment)|(?:\d+ )?comments?(?: \(\d+\))?|share this|you (?:may|might) also like)[:.]?$/i,
  /^(?:copyright )?©.{0,100}$/i,
]

/**
 * Tells the article from what the site has put around it. Only marks that sites set everywhere count; whatever they
 * do not tell is kept.
 */
export function findArticle(blocks: readonly PageBlock[]): ArticlePart {
  const dropped: DroppedBlocks[] = []
  const drop = (reason: string, indices: readonly number[]) => {
    const texts = indices.map((index) => blocks[index]?.text ?? '')
    if (texts.length > 0) dropped.push({ reason, texts })
  }
  const byline = findByline(blocks)
  const title = findTitle(blocks, byline?.index)
  const head = title === undefined ? -1 : title
  drop('before the title', range(0, Math.max(head, 0)))
  drop('byline and counter', byline && byline.index > head ? [byline.index] : [])

  const body = range(head + 1, blocks.length).filter((index) => index !== byline?.index)
  const end = body.findIndex(
    (index, place) => place > 0 && END.some((mark) => mark.test(blocks[index]?.text ?? '')),
  )
  const inside = end < 0 ? body : body.slice(0, end)
  const abstract = inside.slice(0, 2).filter((index) => repeatsBody(index, inside, blocks))
  const marks = inside.filter((index) => LONE_MARKS.test(blocks[index]?.text ?? ''))
  drop('abstract that repeats the text with holes', abstract)
  drop('lone question marks', marks)
  drop('after the article', body.slice(inside.length))

  const titleText = title === undefined ? undefined : blocks[title]?.text
  return {
    ...(titleText === undefined ? {} : { title: titleText }),
    ...(byline?.author === undefined ? {} : { author: byline.author }),
    kept: inside.filter((index) => !abstract.includes(index) && !marks.includes(index)),
    dropped,
  }
}

function findByline(blocks: readonly PageBlock[]): { index: number; author: string | undefined } | undefined {
  for (const [index, { text }] of blocks.slice(0, HEAD).entries()) {
    const groups = (COUNTER.exec(text) ?? BYLINE.exec(text))?.groups
    if (groups) return { index, author: (groups.author ?? groups.english)?.trim() }
  }
  return undefined
}

/** The title is the first heading of level 1, or the block above the byline, or the first if it could be one. */
function findTitle(blocks: readonly PageBlock[], byline: number | undefined): number | undefined {
  const heading = blocks.findIndex(({ level }) => level === 1)
  if (heading >= 0) return heading
  const index = byline === undefined || byline === 0 ? 0 : byline - 1
  const text = blocks[index]?.text ?? ''
  const couldBe =
    text !== '' && text.length <= LONGEST_TITLE && !text.includes('\n') && !/[。.;；,，:：]$/.test(text)
  return couldBe ? index : undefined
}

/** Whether a block calls itself an abstract and each of its sentences, Han characters only, stands in the others. */
function repeatsBody(index: number, inside: readonly number[], blocks: readonly PageBlock[]): boolean {
  const text = blocks[index]?.text ?? ''
  if (!ABSTRACT.test(text)) return false
  const body = hanOnly(
    inside
      .filter((other) => other !== index)
      .map((other) => blocks[other]?.text ?? '')
      .join(''),
  )
  const sentences = text
    .replace(ABSTRACT, '')
    .split(/[。！？!?]/)
    .map(hanOnly)
  return (
    sentences.every((sentence) => body.includes(sentence)) &&
    sentences.some((sentence) => sentence.length >= 4)
  )
}

function hanOnly(text: string): string {
  return text.replace(/\P{Script=Han}/gu, '')
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset)
}

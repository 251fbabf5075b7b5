import type { Corpus } from '../../../src/corpus/corpus.ts'
import { parseArticle } from '../../../src/corpus/parse-article.ts'
import { parseWrittenQuestions } from '../../../src/corpus/written-questions.ts'
import type { Article } from '../../../src/domain/article.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { type CedictEntry, compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'

/** A few words in CC-CEDICT's form: enough for synonyms and translations between the languages of the small corpus. */
export const SMALL_CEDICT: readonly CedictEntry[] = [
  ['收購', '收购', 'shou1 gou4', ['to purchase', 'to acquire (a company)']],
  ['購買', '购买', 'gou4 mai3', ['to purchase', 'to buy']],
  ['買', '买', 'mai3', 'to buy'],
  ['買下', '买下', 'mai3 xia4', 'to buy; to acquire'],
  ['公司', '公司', 'gong1 si1', ['company', 'firm']],
  ['企業', '企业', 'qi3 ye4', ['company', 'enterprise']],
  ['茶', '茶', 'cha2', ['tea', 'tea plant']],
  ['茶葉', '茶叶', 'cha2 ye4', ['tea', 'tea leaves']],
  ['紅茶', '红茶', 'hong2 cha2', 'black tea'],
  ['葉子', '叶子', 'ye4 zi5', 'leaves'],
  ['黑色', '黑色', 'hei1 se4', 'black'],
  ['燈塔', '灯塔', 'deng1 ta3', 'lighthouse'],
  ['燈樓', '灯楼', 'deng1 lou2', 'lighthouse'],
  ['鐵路', '铁路', 'tie3 lu4', ['railway', 'railroad']],
  ['鐵道', '铁道', 'tie3 dao4', ['railway', 'railroad']],
  ['火車', '火车', 'huo3 che1', 'train'],
  ['列車', '列车', 'lie4 che1', ['train', 'railway train']],
  ['工程師', '工程师', 'gong1 cheng2 shi1', 'engineer'],
  ['技師', '技师', 'ji4 shi1', ['engineer', 'technician']],
  ['建造', '建造', 'jian4 zao4', ['to build', 'to construct']],
  ['修建', '修建', 'xiu1 jian4', ['to build', 'to construct']],
  ['開通', '开通', 'kai1 tong1', ['to open (for traffic)', 'to open up']],
  ['開放', '开放', 'kai1 fang4', 'to open'],
  ['開源', '开源', 'kai1 yuan2', ['to open new financial resources', '(computing) open-source']],
  ['源', '源', 'yuan2', 'source'],
  ['伺服器', '伺服器', 'ci2 fu2 qi4', ['server (computer)', '(Tw) server']],
  ['服務器', '服务器', 'fu2 wu4 qi4', 'server (computer)'],
  ['服務', '服务', 'fu2 wu4', ['to serve', 'service']],
  ['海岸', '海岸', 'hai3 an4', ['coast', 'seacoast']],
  ['沿海', '沿海', 'yan2 hai3', 'coastal; coast'],
]

let dictionary: BilingualDictionary | undefined

/** The dictionary of {@link SMALL_CEDICT}. */
export function smallDictionary(): BilingualDictionary {
  dictionary ??= new BilingualDictionary(compileDictionary(SMALL_CEDICT, 'small/1'))
  return dictionary
}

const TEA = `---
lang: zh-Hant
---
# 茶的故事

茶葉從福建運往倫敦。一六六〇年前後,倫敦的咖啡館開始賣茶。

## 公司

1717年,湯瑪斯·唐寧(Thomas Twining)在倫敦開了第一家茶館。茶館叫做 Golden Lyon。後來 Twinings 公司搬到斯特蘭德街,一直開到今天。

## 收購

1964年,Associated British Foods 收購了 Twinings。交易的價格沒有公開。

茶館的老顧客起初擔心味道會變,因為新東家原本是賣麵包的。
`

const LIGHTHOUSES = `# Lighthouses

The Eddystone rocks lie south of Plymouth. Ships were lost there every winter.

## Builders

Henry Winstanley built the first lighthouse on the rocks in 1698. A storm took it, and him, in 1703.

John Smeaton, an engineer from Leeds, built the third one of granite. It opened in 1759 and stood for 123 years.

## Light

Smeaton's tower burned 24 candles. A Fresnel lens was fitted only in 1845.
`

const RAILWAYS = `# 铁路小史

## 开端

1825年9月27日,斯托克顿至达灵顿铁路开通,机车叫做 Locomotion。工程师是 George Stephenson。

## 电气化

1879年,西门子在柏林展出了第一列电力火车。为什么用电?因为蒸汽机车在隧道里冒烟。
`

const TEA_QUESTIONS = (ids: readonly string[]) => `
- paragraph: ${ids[1]}
  context: 倫敦的第一家茶館
  names: [唐宁, 川寧]
  answers:
    - quote: 1717年,湯瑪斯·唐寧(Thomas Twining)在倫敦開了第一家茶館。
      zh-Hant: [第一家茶館是誰開的?]
      zh-Hans: [唐宁什么时候开的茶馆?]
      en: [When did the first tea shop in London open?]
- paragraph: ${ids[2]}
  answers:
    - quote: Associated British Foods 收購了 Twinings
      zh-Hant: [Twinings 被誰買下了?]
      en: [Who bought Twinings?]
`

/** The part of a paragraph id that a sidecar names it by. */
function shortIds({ paragraphs }: Article): string[] {
  return paragraphs.map(({ id }) => id.slice(id.indexOf('#') + 1))
}

/** Three short articles, one in each language, with questions written ahead about one of them. */
export function smallCorpus(): Corpus {
  const tea = parseArticle({ path: 'tea.md', text: TEA })
  const { entries, dropped } = parseWrittenQuestions(TEA_QUESTIONS(shortIds(tea)), tea)
  if (dropped.length > 0) throw new Error(`The small corpus does not fit together: ${dropped[0]?.reason}`)
  const articles = [
    parseArticle({ path: 'lighthouses.md', text: LIGHTHOUSES }),
    parseArticle({ path: 'railways.md', text: RAILWAYS }),
    tea,
  ]
  return { articles, writtenQuestions: entries, unanswered: [], problems: [], hash: 'small' }
}

/** A corpus of Markdown texts, by name, about which nothing is written ahead. */
export function corpusOfTexts(texts: Readonly<Record<string, string>>): Corpus {
  const articles = Object.entries(texts).map(([name, text]) => parseArticle({ path: `${name}.md`, text }))
  return { articles, writtenQuestions: [], unanswered: [], problems: [], hash: JSON.stringify(texts) }
}

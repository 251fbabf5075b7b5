import { ENGLISH_STOP_WORDS } from '../../../text/stop-words.ts'

/** How people call what they read, in comparable text. */
const ENGLISH_NOUN =
  '(?:article|text|piece|post|essay|document|doc|docs|documentation|paper|page|story|write ?up|handbook|manual|guide|book|report|tutorial|readme|blog|website|blog post)s?'
const CHINESE_NOUN =
  '(?:文章|文件|文档|原文|全文|正文|内文|本文|文本|手册|帖子|贴子|帖|博文|博客|部落格|论文|报告|稿子|指南|页面|网页|教程|篇|文)'
/** Names an article as such: "the article", 這篇文章. */
const ARTICLE = new RegExp(
  `\\b(?:the |this |that |your |these |those |its |an? )*(?:whole |entire |full |original |complete |same |current |above )*${ENGLISH_NOUN}\\b|\\b(?:the |this |your )?(?:info|information|content|contents|material) (?:in )?(?:here|this|it)\\b|(?:这|那|本|该|此|全|整|你的?|这个|那个|上面的?|一)*(?:一)?(?:篇|份|个|本|则|部)?${CHINESE_NOUN}(?:的?内容)?(?:里面?|中|内|上)?|(?:这|那|本|此|全|整)(?:一)?篇`,
  'g',
)
/** Points at what lies before both: how long is this? */
const THIS = /\b(?:this|these)\b|这|本(?=文|篇)/
/** Points at something that was said, rather. */
const POINTER = /\b(?:it|its|that|those|they|them|there)\b|那|它|其/

/** Small words around a question about an article. */
const ENGLISH_FILLER = new Set(
  `give show list tell exact full complete name called please find get know one like want need see whole entire brief
   briefly short quick quickly detail details detailed exactly actual actually again read look let make up out sum main
   kind sort type general generally overall basically simply simple word words line lines sentence sentences bullet
   bullets paragraphs two three four five six ten couple few many much long have got say says said mentioned mention
   write wrote written down back go through provide present really something happen happens happening use used best
   good nice current currently today now date dated original originally first published posted released appear appeared
   come came issued put online printed out place there possible available everything things thing stuff point points
   answer question explain still max maximum minimum most least about roughly limit describe describing comes goes version latest most recent search besides except executive available else different single`.split(
    /\s+/,
  ),
)
const CHINESE_FILLER =
  /(?:[一二两三四五六七八九十]+[个条点句项]|是不是|会不会|请问?|帮我?|麻烦|可以|可不可以|能不能|能否|能|可否|告诉|给出?|跟|和|对|我们?|你们?|大家|一下下?|下|看看?|看一?下|说说?|讲讲?|讲一?下|说一?下|谈谈?|聊聊?|列出来?|列|列举|到底|究竟|大概|大致|主要|基本上?|简单|简短|简要|快速|快点|赶快|抓|详细|具体|完整|全部|所有|整个|整体|总共|一共|共|总的?来?说?|的|地|得|了|着|过|是|为|在|有|有没有|没有|没|叫做?|称|名|什么|啥|哪些|哪个|哪位|哪里|哪|谁|何|几|多少|吗|呢|吧|啊|呀|嘛|么|嗯|就|都|也|还|再|要|想|想知道|知道|一|个|些|点|份|句话?|字|条|来|做|用|关于|关于?|有关|方面|情况|这|那|它|里面?|中|上|怎么样|如何|怎样|咋样|好吗|好不好|行吗|可|并|与|以|及|使用|分别|各|分|成|好|吗|给个|求|需要|麻烦你|完|到|出|把|发|弄|整理|或|还是|介绍|从|只|仅|除了|以外|之外|除此|别的|其他|大神|大佬|大大|高人|高手|老师|神人|仁兄)+/g

/** How plainly a turn says that it means an article. */
type Reference = 'article' | 'this' | 'pointer' | 'none'

export interface Residue {
  /** What is said beside the small words and the words that name an article as such. */
  readonly words: string
  readonly reference: Reference
}

/**
 * What is left of a turn about an article: nothing, the name of one, or something else that it is about.
 *
 * @param text comparable, without what was recognised already
 */
export function residueOf(text: string): Residue {
  const without = text.replace(ARTICLE, ' ')
  const isArticle = without !== text
  const reference = isArticle ? 'article' : THIS.test(text) ? 'this' : POINTER.test(text) ? 'pointer' : 'none'
  const words = without
    .replace(CHINESE_FILLER, ' ')
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== '' && !isFiller(word))
    .join(' ')
  return { words, reference }
}

function isFiller(word: string): boolean {
  return ENGLISH_STOP_WORDS.has(word) || ENGLISH_FILLER.has(word) || /^\d{1,2}$/.test(word)
}

/**
 * What an answer must hold: a date, a person or company, a sum of money, another number, a place, a reason, a meaning,
 * several things.
 */
export type QuestionType =
  | 'when'
  | 'who'
  | 'how-much'
  | 'how-many'
  | 'where'
  | 'why'
  | 'definition'
  | 'list'
  | 'other'

/**
 * How a question of a type is asked, in normalised text (lower case, simplified characters). The first that fits
 * decides, so that 哪家公司 is no place and 几个人 no date.
 */
const ASKED: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'why',
    /为什么|为何|为啥|为嘛|干嘛(?!的|用)|凭什么|怎么会|什么原因|原因是|理由|\bwhy\b|\bhow come\b|\breasons?\b|what made/,
  ],
  [
    'when',
    /什么时候|何时|啥时候|几时|哪一?年|哪一?天|哪个?月|哪年|几几年|几年几月|几月|什么年代|哪个年代|日期|时间点|(发布|成立|推出|开源|收购|诞生|出现|创立|加入|关闭)的?时间|\bwhen\b|(what|which) (year|month|date|day)|\bdate\b/,
  ],
  [
    'how-much',
    /多少(美元|美金|钱|元|刀)|几块|价钱|价格|售价|市值|估值|身价|融资额|融了多少|募.{0,4}多少|多贵|花费|费用多|\b(price|cost|costs|pay|paid|raise[ds]?|revenue|worth|valuation|market cap|salary|how much (money|did|does|was|were|is|for|revenue|funding))\b/,
  ],
  [
    'how-many',
    /多少|几(个|家|次|轮|岁|台|年|人|种|款|倍|位|成|天|周|小时|分钟|秒|公?里|公?尺|米|丈|公?斤|升|吨|头|匹|条|口|座|辆|艘|层|页|版)|多大|多快|多久|多长|多高|比例|百分之|how (many|much|long|old|big|large|fast|often|small)|\b(number|amount|percent(age)?|size) of\b/,
  ],
  [
    'who',
    /谁|哪(一|几|两|些)?(家|位|个)?(公司|企业|厂商|大厂|厂|人|团队|组织|机构)|创始人|创办人|作者|负责人|\bwho(se|m)?\b|which (company|companies|person|people|team|vendor)/,
  ],
  [
    'where',
    /哪里|哪儿|在哪|哪国|哪个?(国家|城市|地方|大学|学校)|什么地方|\bwhere\b|(which|what) (country|city|university|place|school)/,
  ],
  [
    'list',
    /哪些|有哪(几|些)|有什么|举例|例子|列出|都有谁|\bexamples?\b|\blist\b|which ones|what are (the|some)/,
  ],
  [
    'definition',
    /是个?(什么|啥)|是三小|什么是|啥是|(啥|什么)(东西|玩意)|何物|何谓|什么意思|什么叫|干什么的|干嘛的|做什么的|干啥的|what('s| is| are| was) (a |an |the )?[\w.-]+\??$|\bwhat exactly\b|\bmeaning of\b|\bdefine\b|\bexplain\b/,
  ],
]

/** What a sentence holds that answers a question of a type. Over the sentence as the author wrote it. */
const ANSWERED: Readonly<Record<QuestionType, RegExp | undefined>> = {
  when: /\d{2,4}\s*年|\d{1,2}\s*月|年代|世[紀纪]|\b(1\d|20)\d{2}\b|\b(january|february|march|april|may|june|july|august|september|october|november|december) \d|\d (january|february|march|april|may|june|july|august|september|october|november|december)\b|\bin (january|february|march|april|may|june|july|august|september|october|november|december)\b|去年|今年|上[個个]?月|[一二三四五六七八九十]月|[年月]初|[年月]底/iu,
  'how-much':
    /[\d一二三四五六七八九十百千萬万億亿]\s*(萬|万|億|亿)?\s*(美元|美金|元|塊|块|刀)|[$¥€]\s*\d|免費|免费|\b(dollars?|usd|free)\b|收[費费]|[計计][費费]/iu,
  'how-many':
    /\d|[一二三四五六七八九十百千萬万億亿兩两半][個个家次輪轮台臺年人種种款倍位成天周週月小美元里公米尺寸丈斤升克吨噸歲岁秒畝亩]|[二三四五六七八九十百千萬万億亿兩两][頭头匹隻只條条口座步輛辆艘層层頁页間间]|百分之|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half)\b/iu,
  who: /[A-Z][A-Za-z.]+|公司|團隊|团队|大學|大学|基金[會会]|先生|女士|教授|博士|人[員员]|者/u,
  where:
    /位于|位於|在.{1,8}(成立|市|州|國|国|大學|大学|城)|市|州|國|国|省|縣|县|大學|大学|https?:|\b(in|at|from) [A-Z]/u,
  why: /因[為为]|由[於于]|所以|[為为]了|之所以|原因|理由|以便|既然|得|怕|想|\b(because|since|due to|so that|in order)\b/iu,
  definition:
    /是一|是[個个]|就是|[稱称称]為|称为|被描述|指的是|意思|意味|即|叫做|\b(is|are|means|refers to|called)\b/iu,
  list: /、.*、|,.*,.*,|包括|例如|比如|分[別别]|\band\b/u,
  other: undefined,
}

/** @param question normalised */
export function questionTypeOf(question: string): QuestionType {
  return ASKED.find(([, pattern]) => pattern.test(question))?.[0] ?? 'other'
}

/** Numbers that count nothing: dates, years, and those in names (S3, H.264, 5G). */
const COUNTS_NOTHING =
  /\d{2,4}\s*年(?!的?[歷历]史|[後后前]|[內内])|\d{1,2}\s*[月日號号]|\b(19|20)\d{2}\b|\p{Script=Latin}[\p{Script=Latin}.-]*\d[\d.]*/giu

/** Whether a sentence holds what a question of this type asks for; undefined where the type asks for nothing special. */
export function holdsAnswer(type: QuestionType, sentence: string): boolean | undefined {
  const read = type === 'how-many' ? sentence.replace(COUNTS_NOTHING, ' ') : sentence
  return ANSWERED[type]?.test(read)
}

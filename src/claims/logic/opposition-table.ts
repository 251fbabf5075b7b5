/** One side of an opposition: how a claim may say it, and by what its evidence may. */
interface Side {
  /** What says it and nothing else. */
  readonly claim: RegExp
  /** What may say it, in any words. */
  readonly evidence: RegExp
}

type Opposition = readonly [Side, Side]

/** Before "not" and 不 a word says the opposite as often as not. */
const DENIED_BEFORE = String.raw`(?<!\b(?:not|no|never|than|neither|nor|without|n't)\s(?:\w+\s)?|[不没未无非])`

/**
 * @param english words of a claim, and `evidence` more of those that may bear them out; white space divides them
 * @param chinese the same in simplified characters
 */
function side(english: string, chinese: string, evidence = ''): Side {
  const words = english.split(/\s+/).join('|')
  const more = evidence.split(/\s+/).filter(Boolean)
  const latin = [words, ...more.filter((form) => !/\p{Script=Han}/u.test(form))].join('|')
  const han = [chinese, ...more.filter((form) => /\p{Script=Han}/u.test(form))]
    .filter(Boolean)
    .join('|')
    .replaceAll(' ', '|')
  return {
    claim: new RegExp(
      `${DENIED_BEFORE}(?:\\b(?:${words})\\b${chinese === '' ? '' : `|${chinese.replaceAll(' ', '|')}`})`,
      'iu',
    ),
    evidence: new RegExp(`\\b(?:${latin})\\b|${han}`, 'iu'),
  }
}

const UP = '多 大 高 长 深 重 宽 强 热 厚 贵 远 增 升 涨 超 过 逾 以上 余 成长 扩 翻 倍 延 突破'
const DOWN = '少 小 低 短 浅 轻 窄 弱 冷 薄 便宜 近 减 降 跌 缩 不到 不足 未满 以下 以内 省 简 差'

/** Pairs of words of which a claim may not say the one where its evidence says the other alone. */
export const OPPOSITIONS: readonly Opposition[] = [
  [
    side(
      'more most',
      '更[多大高长] 较[多大高长] 最[多大高长]',
      `\\w+er \\w+est much many far further additional another over above beyond exceed\\w* 更 较 比 越 最 还 再 另 甚 非常 十分 又 几乎 主要 全 ${UP}`,
    ),
    side(
      'less (?<!\\bat\\s)least fewer fewest',
      '更[少小低短] 较[少小低短] 最[少小低短]',
      `little few under below low\\w* reduc\\w* decreas\\w* minim\\w* not\\sas not\\sso 不如 不那么 没有?那么 少 低 减 降 不到 不足 未满 以下 以内 省 最[小短近]`,
    ),
  ],
  [
    side(
      'at\\sleast no\\sfewer\\sthan no\\sless\\sthan',
      '至少 起码 不少于 不低于',
      '最少 以上 minimum 也有 超过 逾 more\\sthan over',
    ),
    side(
      'at\\smost no\\smore\\sthan up\\sto',
      '至多 最多 不超过 不多于 以内',
      '最长 最高 上限 为限 maximum within limit\\w* 以下 高?达 多可 可达 不得超 \\w*est',
    ),
  ],
  [
    side(
      'before earlier beforehand previously prior formerly',
      '之前 以前 此前 事先 早于 先于 早(?=了|[一二三四五六七八九十两几\\d])',
      'until ago preced\\w* once used\\sto first original\\w* early advance already till yet ahead 前 早 先 曾 原[先本] 旧 初 还没 尚未 昔 老 本来 过去 始 才 直[到至]',
    ),
    side(
      'after later afterwards since following subsequently thereafter',
      '之后 以后 此后 随后 后来 晚于 事后 晚(?=了|[一二三四五六七八九十两几\\d])',
      'then once from next followed when upon late\\w* last until through out\\sof lead\\w* 后 晚 迟 遂 再 接着 起 自 从 完 毕 过 了 次[年日月] 继 时 终 随 由于',
    ),
  ],
  [
    side(
      'first(?!\\shalf|\\stime|-) earliest initial initially originally',
      '首先 最早 最先 最初 起初',
      'begin\\w* began start\\w* new only none never original\\w* oldest early 1 one 首 第一 初 开始 先 早 头 原 元 始 才 直到 鼻祖 开创 一',
    ),
    side(
      'last(?!-|\\s(?:year|month|week|night|no|for|about|up|longer|\\d)) latest (?<!\\b(?:in|at|of|for)\\sthe\\s)final finally lastly',
      '最后 最终 最晚 末',
      'end\\w* recent\\w* past previous newest 后 末 终 晚 近 上 去年 昨 最新 结 尽 老 最末 过去 尾 仍 持续',
    ),
  ],
  [
    side(
      'higher larger bigger greater longer taller deeper heavier wider stronger increas\\w* (?:rise|rises|rose|risen)(?=\\s(?:by|to|from|\\d|sharply|slightly)) grew grow grows exceed\\w*',
      '增加 增长 增至 上升 上涨 提高 高于 大于 多于 超过 升至 扩大',
      `more most \\w+est above over beyond up doubl\\w* expand\\w* gain\\w* great high\\w* large big long rais\\w* improv\\w* extend\\w* slow\\w* 更 较 越 最 ${UP} 优 好 慢`,
    ),
    side(
      'lower smaller shorter shallower lighter narrower weaker decreas\\w* declin\\w* reduc\\w* shrank shrunk shrink\\w*',
      '减少 减至 下降 下滑 降低 降至 低于 小于 少于 缩小 缩短 跌',
      `less least few\\w* under below down small short low\\w* light\\w* thin\\w* cut quick\\w* sav\\w* slim\\w* refus\\w* ${DOWN} 落 掉 拒 衰 谢绝 快`,
    ),
  ],
  [
    side(
      'better best improv\\w* superior',
      '更好 较好 最好 优于 改善',
      'good well ideal great 好 优 佳 强 善 不如 高 宁 值 利 赞 进步 最 胜 靠谱 更 升',
    ),
    side(
      'worse worst deteriorat\\w* inferior',
      '更差 较差 最差 劣于 恶化 变差',
      'bad poor\\w* 差 坏 糟 劣 恶 烂 惨 弱 下降 退步 低',
    ),
  ],
  [
    side(
      'faster fastest quicker quickest sooner',
      '更快 较快 最快',
      'fast quick\\w* rapid\\w* speed\\w* swift\\w* soon early earlier short\\w* accelerat\\w* 快 速 迅 急 疾 早 短 缩 提前',
    ),
    side('slower slowest', '更慢 较慢 最慢', 'slow\\w* late long\\w* delay\\w* 慢 迟 缓 晚 久 长 延'),
  ],
  [
    side('older oldest elder', '更老 更旧 较旧 最老', 'old earl\\w* ancient aged 老 旧 古 早 年长 大 岁 先'),
    side(
      'newer newest younger youngest',
      '更新的 较新 最新 更年轻 最年轻',
      'new\\w* young\\w* late\\w* recent\\w* modern 新 年轻 晚 近 小 幼 后',
    ),
  ],
  [
    side(
      'easy easier easily simple simpler',
      '容易 简单 更易',
      'ease\\w* simpl\\w* straightforward trivial 易 简 便 轻松 手到擒来 不难 傻瓜',
    ),
    side(
      'hard harder difficult difficulty',
      '困难 难以 更难',
      'tough challeng\\w* complex\\w* impossible 难 不易 不容易 艰 苦 复杂 不好 不了 无法',
    ),
  ],
  [
    side(
      'allow\\w* permit\\w* may',
      '允许 准许 可以',
      'can could let\\w* free enabl\\w* possib\\w* except\\w* unless approv\\w* 除 外 批准 同意 可 能 允 许 准 得 让 支持 也许 或',
    ),
    side(
      'forbid\\w* forbade prohibit\\w* banned',
      '禁止 不准 不得 不可 不许',
      "not no never n't ban prohib\\w* 禁 不 勿 严 停",
    ),
  ],
  [
    side(
      'include\\w* including',
      '包括 包含',
      'contain\\w* with as\\swell also comprise\\w* every all such\\sas cover\\w* 含 包 括 有 如 连 在内 和 与 及',
    ),
    side(
      'exclud\\w* except excluding',
      '不包括 除外',
      'without unless other\\sthan apart not no only 除 不 例外 以外 之外 未 仅 只 非',
    ),
  ],
  [
    side(
      'same identical identically',
      '相同 同样 一样',
      'equal\\w* alike both similar\\w* also too levels? 同 一 等 均 皆 都 类似 也 如 不变 一致 差不多',
    ),
    side(
      'differ differs different differently',
      '不同 不一样 相异',
      'unlike var\\w* distinct\\w* other separate\\w* each than change\\w* 不 异 差 区 别 各 分 另 变 改',
    ),
  ],
  [
    side('bright optimistic', '光明', '光 亮 乐观 明 好 hope\\w*'),
    side('bleak dim gloomy', '渺茫 暗淡', '暗 淡 渺茫 不妙 悲观 dark\\w* slim'),
  ],
]

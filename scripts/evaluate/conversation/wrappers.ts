import type { Language } from '../../../src/domain/language.ts'

/** What people and platforms put before and behind a question. */
export interface Wrapper {
  readonly before: string
  readonly behind: string
}

type Courtesy = Readonly<Record<'before' | 'behind', readonly string[]>>

const ENGLISH: Courtesy = {
  before: [
    'hey ',
    'hey guys, ',
    'hi ',
    'Hi! ',
    'Hello, ',
    'yo ',
    'Good morning everyone! ',
    'hi all, ',
    'quick question: ',
    'Quick one: ',
    'sorry if asked before, ',
    'Sorry if this was already answered, but ',
    'excuse me, ',
    'please tell me: ',
    'can someone tell me ',
    'does anyone know: ',
    'I have a question. ',
    'dumb question, ',
    'noob here, ',
    'hey bot, ',
    'thanks! ',
    'lol ok, ',
    'hmm, ',
    'just curious: ',
    'asking for a friend: ',
  ],
  behind: [
    ' please help',
    ' thanks!',
    ' Thanks in advance',
    ', thx',
    ' please',
    '? any help appreciated',
    ' lol',
    ' TIA',
    '? cheers',
    ' no rush',
    ' 🙏',
    ' :)',
  ],
}

const TRADITIONAL: Courtesy = {
  before: [
    '你好,',
    '不好意思,',
    '哈囉 ',
    '請問',
    '請問一下,',
    '大家好,',
    '各位大大,請問',
    '想請教一下,',
    '不好意思打擾了,想問',
    '新手發問:',
    '安安,',
    '快速問一下:',
    '如果之前有人問過先說聲抱歉,',
    '謝謝!',
    '原來如此,',
    '可以問個問題嗎,',
    '有人知道',
  ],
  behind: ['謝謝!', ',謝謝', ' 感謝', ',拜託了', ' 感恩', ',麻煩大家了', ' XD', ' QQ', ',先謝過', ' 🙏'],
}

const SIMPLIFIED: Courtesy = {
  before: [
    '你好，',
    '不好意思，',
    '请问',
    '请问一下，',
    '大家好，',
    '大佬们好，请问',
    '想请教一下，',
    '打扰一下，想问下',
    '萌新求助，',
    '小白提问：',
    '在吗？',
    '弱弱地问一句，',
    '谢谢！',
    '好的明白，',
    '有没有人知道',
  ],
  behind: ['谢谢！', '，谢谢', ' 感谢', '，在线等', '，谢谢大佬', '，求解答', ' 哈哈', '，先谢谢了', ' 🙏'],
}

/** Of platforms, whatever the language. */
const PLATFORM: Courtesy = {
  before: [
    '<@1174> ',
    '<@!99182> ',
    '@Footnote ',
    '@bob ',
    'hey @bob ',
    'hi @ann_b, ',
    '<:wave:585> ',
    ':wave: ',
    '👋 ',
    '<#8812> ',
    'https://example.org/issues/412 ',
    '> somebody said this before\n',
    '<@&42> ',
    '</ask:1234> ',
  ],
  behind: [
    ' <:thonk:585>',
    ' <t:1700000000:R>',
    ' 🤔',
    ' @everyone',
    ' (from <#77>)',
    ' https://example.org/a?b=1',
    ' <a:hype:9>',
  ],
}

const COURTESIES: Readonly<Record<Language, Courtesy>> = {
  en: ENGLISH,
  'zh-Hant': TRADITIONAL,
  'zh-Hans': SIMPLIFIED,
}

/** All that may stand before a question of this language, all that may stand behind it, nothing included. */
export function courtesyFor(language: Language): Courtesy {
  const { before, behind } = COURTESIES[language]
  return { before: ['', ...before, ...PLATFORM.before], behind: ['', ...behind, ...PLATFORM.behind] }
}

/** Each thing by itself, and some of them together: as many as there are things, spread by the number of the question. */
export function wrappersFor(language: Language, question: number): Wrapper[] {
  const { before, behind } = courtesyFor(language)
  const alone = [
    ...before.slice(1).map((words) => ({ before: words, behind: '' })),
    ...behind.slice(1).map((words) => ({ before: '', behind: words })),
  ]
  const together = before.slice(1).map((words, at) => ({
    before: words,
    behind: behind[1 + ((at + question) % (behind.length - 1))] ?? '',
  }))
  return [...alone, ...together]
}

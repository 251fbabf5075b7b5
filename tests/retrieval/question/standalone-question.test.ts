import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/domain/question.ts'
import { standaloneQuestion } from '../../../src/retrieval/question/standalone-question.ts'
import type { QuestionType } from '../../../src/text/question-type.ts'

const NAMES = new Set(
  'openstack cloudstack eucalyptus docker unikernels kubernetes borg mesos lambda citrix twinings'.split(' '),
)
const isName = (word: string) => NAMES.has(word)

function asked(...questions: string[]): Turn[] {
  return questions.map((content) => ({ role: 'user', content }))
}

function resolve(question: string, history: readonly Turn[]) {
  return standaloneQuestion(question, history, isName)
}

function texts(question: string, history: readonly Turn[]): string[] {
  return resolve(question, history).parts.map(({ text }) => text)
}

describe('standaloneQuestion', () => {
  it.each([
    // Pronouns
    ['Citrix 把 CloudStack 賣了', '它值多少?'],
    ['Who started Eucalyptus?', 'Where did he study?'],
    ['思杰買了什麼?', '那家公司後來怎麼了?'],
    ['Who makes Docker?', 'When was the company founded?'],
    ['OpenStack 和 CloudStack 是什麼?', '兩者有什麼差別?'],
    // Ellipsis
    ['Docker 為什麼收購 Unikernels?', '什麼時候?'],
    ['Docker 为什么收购 Unikernels?', '什么时候?'],
    ['Why did Docker buy Unikernels?', 'When?'],
    ['誰開發了 Mesos?', '在哪裡?'],
    ['Lambda 什麼時候發布的?', '誰發布的?'],
    ['Docker 拿了多少融資?', '多少錢?'],
    // Why
    ['Citrix 把 CloudStack 賣了', '為什麼?'],
    ['Citrix 把 CloudStack 卖了', '为啥?'],
    ['Citrix sold CloudStack.', 'Why?'],
    ['Citrix sold CloudStack.', 'how come?'],
    // Going on
    ['Who made Docker?', 'And then?'],
    ['Who made Docker?', 'what else?'],
    ['Who made Docker?', 'any others?'],
    ['Who made Docker?', 'what year'],
    ['Who made Docker?', 'by how much'],
    ['Lambda 按什麼收費?', '支持哪些語言'],
    ['Who made Docker?', 'waht year'],
    ['Who made Docker?', 'any drawbacks tho?'],
    ['When did Lambda come out?', 'what did Citrix buy just before'],
    ['Mesos 支持誰?', '隔年誰加入 Kubernetes'],
  ])('%s → %s leans on what was asked before', (before, question) => {
    expect(texts(question, asked(before)).slice(1)).toEqual([before])
  })

  it.each([
    ['CloudStack 是哪年成立的?', '那 OpenStack 呢?'],
    ['CloudStack 是哪年成立的?', 'OpenStack 呢?'],
    ['CloudStack 是哪年成立的?', 'openstack 勒'],
    ['CloudStack 是哪年成立的?', '那OpenStack呢'],
    ['When was CloudStack founded?', 'What about OpenStack?'],
    ['When was CloudStack founded?', 'and how about OpenStack?'],
    ['When was CloudStack founded?', 'what abt OpenStack'],
    ['When was CloudStack founded?', 'And OpenStack?'],
    ['When was CloudStack founded?', 'or Docker / Mesos?'],
    ['CloudStack 是哪年成立的?', 'OpenStack 咧'],
    ['CloudStack 是哪年成立的?', '那 OpenStack 呢,更早?'],
  ])('%s → %s asks the same of something else', (before, question) => {
    const { parts, type } = resolve(question, asked(before))
    expect(parts).toHaveLength(2)
    expect(parts[0]).toMatchObject({ text: question, weight: 1 })
    expect(parts[1]?.text).toMatch(/成立|founded/)
    expect(parts[1]?.withoutNames || !parts[1]?.text.includes('CloudStack')).toBe(true)
    expect(type).toBe('when')
  })

  it.each([
    ['CloudStack 是哪年成立的?', 'Docker 為什麼收購 Unikernels?'],
    ['CloudStack 是哪年成立的?', 'Docker 为什么收购 Unikernels?'],
    ['When was CloudStack founded?', 'Why did Docker buy Unikernels?'],
    ['When was CloudStack founded?', 'Who made Kubernetes?'],
    ['CloudStack 是哪年成立的?', '亞馬遜什麼時候發布了無伺服器計算服務?'],
    ['CloudStack 是哪年成立的?', '什麼是無伺服器計算服務?'],
    ['When was CloudStack founded?', 'ok different thing. who made Docker'],
    ['CloudStack 是哪年成立的?', '算了不說這個,誰開發了 Mesos'],
    ['When was CloudStack founded?', 'Docker'],
  ])('%s → %s changes the subject', (before, question) => {
    expect(texts(question, asked(before))).toEqual([question])
  })

  it.each([
    ['Who made Docker?', 'when did they sell it?', 'when did they sell docker?'],
    ['CloudStack 是哪年成立的?', '後來是誰買了它?', '後來是誰買了cloudstack?'],
  ])('behind «%s» says «%s» of the only thing that was named', (before, question, says) => {
    expect(texts(question, asked(before))).toEqual([says])
  })

  it.each([
    ['When did Eucalyptus start?', 'and who sold Lambda?'],
    ['CloudStack 是哪年成立的?', '那 Lambda 是誰發布的'],
  ])('takes nothing from «%s» for «%s», which says all that it asks', (before, question) => {
    expect(texts(question, asked(before))).toEqual([question])
  })

  it('keeps what was asked of a name when another takes its place', () => {
    const [, before] = resolve('那 Mesos 的呢', asked('Borg 論文網址在哪')).parts
    expect(before).toMatchObject({ text: 'borg 论文网址在哪', withoutNames: true })
  })

  it.each<[string, string, QuestionType]>([
    ['CloudStack 是哪年成立的?', '它後來被誰買了?', 'who'],
    ['CloudStack 是哪年成立的?', '為什麼?', 'why'],
    ['Who bought CloudStack?', 'When?', 'when'],
    ['誰買了 CloudStack?', '在哪裡?', 'where'],
    ['誰買了 CloudStack?', '那 Docker 呢?', 'who'],
    ['Who bought CloudStack?', 'What about Docker?', 'who'],
  ])('%s → %s asks for %s', (before, question, type) => {
    expect(resolve(question, asked(before)).type).toBe(type)
  })

  it.each([
    '好',
    '是的',
    '好啊',
    '對',
    '嗯嗯',
    '要',
    'yes',
    'Yes please',
    'ok',
    'sure!',
    'ＯＫ',
  ])('takes "%s" for what the assistant suggested', (question) => {
    const history: Turn[] = [
      { role: 'user', content: 'CloudStack 是哪年成立的?' },
      { role: 'assistant', content: '2008 年。想知道 CloudStack 後來被誰買了嗎?' },
    ]
    const resolved = resolve(question, history)
    expect(resolved.parts.map(({ text }) => text)).toEqual(['想知道 CloudStack 後來被誰買了嗎?'])
    expect(resolved.type).toBe('who')
  })

  it('takes the last of several suggestions', () => {
    const history: Turn[] = [{ role: 'assistant', content: 'Who made it? Shall I say who bought Docker?' }]
    expect(texts('yes', history)).toEqual(['Shall I say who bought Docker?'])
  })

  it.each([
    'ok',
    'yes',
    'the',
    '...',
    '是的',
  ])('takes "%s", which says nothing and was offered nothing, for no follow-up', (question) => {
    const history: Turn[] = [...asked('Who made Docker?'), { role: 'assistant', content: 'dotCloud.' }]
    expect(texts(question, history)).toEqual([question])
  })

  it('takes a question that the assistant quotes for no suggestion', () => {
    const history: Turn[] = [
      ...asked('Who made Docker?'),
      { role: 'assistant', content: '它們能否成為顛覆性趨勢?[1]' },
    ]
    expect(texts('yes', history)).toEqual(['yes'])
  })

  it('cuts what takes the place of a question to the length of a question', () => {
    const history: Turn[] = [{ role: 'assistant', content: `${'長'.repeat(8000)}嗎?` }]
    expect(texts('yes', history)).toEqual([`${'長'.repeat(998)}嗎?`])
  })

  it('leans on a thousand characters at most', () => {
    const long = `Docker ${'長'.repeat(2000)}`
    const history: Turn[] = [...asked(long, '它呢?'), { role: 'assistant', content: long }]
    const [, ...leant] = texts('它為什麼重要?', history)
    expect(leant.length).toBeGreaterThan(1)
    expect(leant.join('').length).toBeLessThanOrEqual(1000)
  })

  it('keeps what the person wrote, also where the suggestion is asked', () => {
    expect(resolve('它呢?', asked('Docker?')).question).toBe('它呢?')
  })

  it('looks further back only through questions that lean back themselves', () => {
    const chain = asked('Who bought CloudStack?', 'When?', 'Why?')
    expect(texts('Where?', chain)).toEqual(['Where?', 'Why?', 'When?', 'Who bought CloudStack?'])
    const broken = asked('Who bought CloudStack?', 'Why did Docker buy Unikernels?', 'When?')
    expect(texts('Where?', broken)).toEqual(['Where?', 'When?', 'Why did Docker buy Unikernels?'])
  })

  it('does not look back for ever', () => {
    const history = asked(...Array.from({ length: 50 }, () => 'When?'))
    expect(resolve('Where?', history).parts.length).toBeLessThanOrEqual(5)
  })

  it('weighs what was asked before less the longer ago', () => {
    const { parts } = resolve('Where?', asked('Who bought CloudStack?', 'When?', 'Why?'))
    const weights = parts.map(({ weight }) => weight)
    expect(weights[0]).toBe(1)
    expect(weights).toEqual([...new Set(weights)].sort((left, right) => right - left))
  })

  it.each([
    ['Who bought CloudStack?', 'When?'],
    ['CloudStack 是哪年成立的?', '它後來被誰買了?'],
    ['Docker 拿了多少融資?', '那 Mesos 呢?'],
  ])('behind «%s» takes for «%s» no word of the answer, which would find itself again', (before, question) => {
    const answered: Turn[] = [...asked(before), { role: 'assistant', content: 'Citrix bought it in 2011.' }]
    expect(resolve(question, answered)).toEqual(resolve(question, asked(before)))
  })

  it.each([
    [[]],
    [[{ role: 'assistant' as const, content: 'Hello, ask me anything.' }]],
  ])('asks the question alone where nothing was asked before', (history) => {
    expect(texts('它後來呢?', history)).toEqual(['它後來呢?'])
  })
})

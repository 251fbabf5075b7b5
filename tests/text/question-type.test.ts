import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/text/normalise.ts'
import { holdsAnswer, type QuestionType, questionTypeOf } from '../../src/text/question-type.ts'

describe('questionTypeOf', () => {
  it.each<[QuestionType, string]>([
    ['when', 'Lambda 什麼時候發布的?'],
    ['when', 'Docker 哪一年開源?'],
    ['when', 'Docker 成立时间'],
    ['when', 'When was it released?'],
    ['when', 'What year did it open?'],
    ['who', '誰收購了它?'],
    ['who', '哪家公司做的?'],
    ['who', 'CloudStack 的創始人'],
    ['who', 'Who bought Twinings?'],
    ['who', 'Which company made it?'],
    ['how-much', '融資多少錢?'],
    ['how-many', '几个人?'],
    ['how-many', '有幾家公司加入?'],
    ['how-many', '一井幾頭牛?'],
    ['how-many', '要 node 幾版以上?'],
    ['how-much', '市值是多少'],
    ['how-many', 'How many people work there?'],
    ['how-much', 'how much did it cost'],
    ['how-much', 'What was the price?'],
    ['where', '起源於哪裡?'],
    ['where', '它在哪个大学诞生的?'],
    ['where', 'Where was it born?'],
    ['why', '為什麼收購?'],
    ['why', '为啥要用容器'],
    ['why', 'Why did they sell?'],
    ['why', 'What was the reason for it?'],
    ['definition', 'Unikernels 是什麼?'],
    ['definition', '什么是微服务'],
    ['definition', 'unikernel到底是个啥'],
    ['definition', 'Docker 是啥玩意兒'],
    ['definition', '容器是三小'],
    ['definition', 'What is Docker?'],
    ['definition', "what's a container"],
    ['list', '有哪些競爭者?'],
    ['list', '舉例說明'],
    ['list', 'List the competitors'],
    ['other', 'Docker 和 Kubernetes'],
    ['other', 'Does it run on Windows?'],
    ['other', ''],
  ])('%s: %s', (type, question) => {
    expect(questionTypeOf(normalise(question))).toBe(type)
  })

  it.each<[QuestionType, string]>([
    ['who', '哪家公司在哪里'],
    ['why', '為什麼是什麼時候'],
    ['how-many', '几个人在什么地方'],
    ['when', '哪一年多少钱'],
  ])('decides for %s where several fit: %s', (type, question) => {
    expect(questionTypeOf(normalise(question))).toBe(type)
  })

  it.each([
    'whenever',
    'anywhere',
    'somewhere',
    'whoever',
  ])('is not asked by a part of a word: %s', (word) => {
    expect(questionTypeOf(word)).toBe('other')
  })
})

describe('holdsAnswer', () => {
  it.each<[QuestionType, string, string]>([
    ['when', '2014年11月14日,亞馬遜發布了新產品。', '亞馬遜發布了新產品。'],
    ['when', 'It opened in 1759.', 'It opened.'],
    ['when', 'It opened in May.', 'It may open.'],
    ['when', 'It opened on 14 November.', 'It opened on time.'],
    ['when', '公元前三世紀', '從前'],
    ['how-many', '融資1500萬美元。', '融資很快完成。'],
    ['how-many', '蘇堤長約二點八公里。', '蘇堤很長。'],
    ['how-many', '一台機器抵得上四十頭牛。', '井上有一頭牛。'],
    ['how-many', 'It burned twenty-four, no, two candles.', 'It burned candles.'],
    ['who', 'Citrix 把它賣了。', '後來賣了。'],
    ['who', '這家公司賣了它。', '後來賣了。'],
    ['where', '它位於加州。', '它很慢。'],
    ['why', '因為蒸汽機車冒煙。', '蒸汽機車冒煙。'],
    ['why', 'It closed because of smoke.', 'It closed.'],
    ['definition', '容器是一種虛擬化。', '容器很快。'],
    ['list', '例如 Docker、LXC、OpenVZ。', 'Docker 很快。'],
  ])('tells what answers %s', (type, answer, other) => {
    expect(holdsAnswer(type, answer)).toBe(true)
    expect(holdsAnswer(type, other)).toBe(false)
  })

  it('expects nothing where nothing special is asked', () => {
    expect(holdsAnswer('other', '2014年')).toBeUndefined()
  })

  it('says the same each time', () => {
    for (let i = 0; i < 3; i++) expect(holdsAnswer('when', '2014年')).toBe(true)
  })
})

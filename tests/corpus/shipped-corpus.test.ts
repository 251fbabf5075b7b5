import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readCorpusFolder } from '../../src/storage/corpus/corpus-folder.ts'

const corpus = await readCorpusFolder(fileURLToPath(new URL('../../corpus', import.meta.url)))
const article = corpus.articles.find(({ id }) => id === 'openstack-docker-serverless')
const text = (article?.paragraphs ?? []).map((paragraph) => paragraph.text).join('\n')

test('nothing in the shipped corpus is a problem', () => {
  expect(corpus.problems).toEqual([])
  expect(corpus.articles.map(({ source }) => source)).not.toContain('README.md')
})

test('the article has its title, author, opening and five sections', () => {
  expect(article).toMatchObject({
    title: 'OpenStack和Docker不能,ServerLess能決定云計算勝負嗎?',
    author: 'gitmilk',
    language: 'zh-Hant',
  })
  expect(article?.sections.map(({ heading, level }) => [heading.slice(0, 2), level])).toEqual([
    ['1、', 2],
    ['2、', 2],
    ['3、', 2],
    ['4、', 2],
    ['5、', 2],
  ])
  expect(article?.paragraphs).toHaveLength(113)
  expect(article?.paragraphs[0]).toMatchObject({
    section: '',
    text: expect.stringMatching(/^還記得在十多年前/),
  })
})

test('no damage is left in it', () => {
  // A reading in brackets, marks in a row, a replacement character, the site around it.
  expect(text).not.toMatch(/\([a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zü]*\)/u)
  expect(text).not.toMatch(/\?[?;,:]|\ufffd/)
  expect(text).not.toMatch(/閱讀|評論0|QQ群|本文地址|摘要:/)
  expect(text.match(/\([^)]*\)/g)).toEqual([
    '(MicroService)',
    '(物理機或虛擬機)',
    '(Hadoop、Spark、Kafka、Elastic Serarch等等)',
    '(Cloud Native Computing Foundation)',
    '(如需整合,也極其簡單)',
  ])
})

test.each([
  'OpenStack介于兩者之間。或許,這是OpenStack成功的重要因素?',
  'Docker也是來勢洶洶。看看下面的圖,IT圈曝光率也是基礎啊',
  '我們先從看看Docker有多老開始。現在看到的Docker的起源都不能算起源',
  'Lambda識別Event的速度非常快,以毫秒來計算。',
  '相對于上兩者,Facebook 在2014年二月收購的 Parse',
])('what was lost is back: %s', (words) => {
  expect(text).toContain(words)
})

test.each([
  'Raskspace一個副總',
  'Unikernals出現了',
  'Kubernets、Mesos',
  'MiscroService',
  '敏感性查了一些',
  '不能多帶帶決定',
  '微軟ystem center',
  '30,0000臺',
  '他們 也想',
])('the author wrote "%s", and it stays', (words) => {
  expect(text).toContain(words)
})

test('links that were posted long ago still find their paragraphs', () => {
  const ids = Object.fromEntries(
    [1, 7, 31, 97, 113].map((position) => [position, article?.paragraphs[position - 1]?.id.split('#')[1]]),
  )
  expect(ids).toEqual({
    1: '64b1017ce6d5',
    7: '347981b83f48',
    31: 'f3a4692c210e',
    97: '59e478719763',
    113: '792bf011e11b',
  })
})

import { describe, expect, test } from 'vitest'
import { findArticle } from '../../../scripts/import/boilerplate.ts'

const find = (...texts: string[]) => {
  const { kept, dropped, ...rest } = findArticle(texts.map((text) => ({ text })))
  return {
    ...rest,
    kept: kept.map((index) => texts[index]),
    dropped: Object.fromEntries(dropped.map(({ reason, texts }) => [reason, texts])),
  }
}

describe('findArticle', () => {
  test('finds the title above the byline, and the author in it', () => {
    expect(find('A SITE', 'menu', '標題?', 'lin / 1,024人閱讀', '第一段。')).toEqual({
      title: '標題?',
      author: 'lin',
      kept: ['第一段。'],
      dropped: { 'before the title': ['A SITE', 'menu'], 'byline and counter': ['lin / 1,024人閱讀'] },
    })
    expect(find('The title', 'By Jane Doe', 'Text.')).toMatchObject({
      title: 'The title',
      author: 'Jane Doe',
    })
    expect(find('標題', '作者:林', '文。')).toMatchObject({ title: '標題', author: '林' })
    expect(find('Title', '3,001 views', 'Text.')).toMatchObject({ title: 'Title', kept: ['Text.'] })
  })

  test('takes a first line that could be one for the title', () => {
    expect(find('標題', '文。')).toMatchObject({ title: '標題', kept: ['文。'], dropped: {} })
    expect(find('這已經是正文了。', '文。')).toEqual({ kept: ['這已經是正文了。', '文。'], dropped: {} })
  })

  test('takes the first heading of level 1 for the title', () => {
    const part = findArticle([{ text: 'menu' }, { text: 'Title', level: 1 }, { text: 'Text.' }])
    expect(part).toMatchObject({ title: 'Title', kept: [2] })
  })

  test('drops an abstract only if the text says all of it', () => {
    const body = '在1840年以前,寄一封信要走幾個月。他走了八百里。'
    const repeated = '摘要:在年以前,寄一封信要走幾個月。走了八百里。'
    expect(find('標題', repeated, body)).toMatchObject({ kept: [body] })
    const own = '摘要:本文談電報。走了八百里。'
    expect(find('標題', own, body)).toMatchObject({ kept: [own, body] })
  })

  test('drops lone question marks', () => {
    expect(find('標題', '一。', '?', '二。', ' ? ')).toMatchObject({ kept: ['一。', '二。'] })
  })

  test.each([
    '歡迎加入本站公開興趣群',
    '文章版權歸作者所有,未經允許請勿轉載。',
    '版权归原作者所有',
    '轉載請注明本文地址:https://site.example/1.html',
    '相關文章',
    '推荐阅读:',
    '發表評論',
    '0條評論',
    'Related articles',
    'Leave a comment',
    'Comments (3)',
    '© 2016 A Site',
  ])('ends the article at "%s"', (mark) => {
    expect(find('標題', '一。', mark, '二。')).toMatchObject({
      kept: ['一。'],
      dropped: { 'after the article': [mark, '二。'] },
    })
  })

  test.each([
    '相關文章很多,這裡只說一篇。',
    '他發表評論說,電報太貴。',
    'Comments are due by Friday, said the office.',
    '轉載的消息不可信。',
    '我們歡迎加入電報局的人。',
  ])('goes on after "%s"', (text) => {
    expect(find('標題', '一。', text, '二。')).toMatchObject({ kept: ['一。', text, '二。'] })
  })
})

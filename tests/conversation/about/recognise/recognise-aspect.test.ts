import { describe, expect, it } from 'vitest'
import { recogniseAspect } from '../../../../src/conversation/about/recognise/recognise-aspect.ts'

describe('recogniseAspect', () => {
  it.each([
    ['who wrote this', 'author'],
    ['作者是谁', 'author'],
    ['作者是哪位大神', 'author'],
    ['what is the article called', 'title'],
    ['when was it published?', 'date'],
    ['发表于何时', 'date'],
    ['which site is this from', 'url'],
    ['how many words', 'length'],
    ['看完要多长时间', 'length'],
    ['list the sections', 'sections'],
    ['目录', 'sections'],
    ['tldr please', 'summary'],
    ['三句话概括', 'summary'],
    ['what is it about?', 'about'],
    ['这篇在说啥', 'about'],
    ['what documents do you have', 'articles'],
    ['what is part 5 about', 'section'],
    ['can i trust this text', 'reliability'],
    ['is this a reliable source', 'reliability'],
    ['is all of this correct', 'reliability'],
    ['is the writer really an insider', 'reliability'],
    ['is this post sponsored', 'reliability'],
    ['这文章是软文吧', 'reliability'],
    ['帮我抓三个要点', 'summary'],
    ['which is the publisher?', 'url'],
    ['the takeaways, at most four', 'summary'],
    ['is the author biased', 'reliability'],
    ['this post is it factual?', 'reliability'],
    ['文章内容靠谱吗', 'reliability'],
    ['这篇是不是瞎写', 'reliability'],
    ['is the content in here outdated', 'date'],
  ])('%s asks for the %s', (text, aspect) => {
    expect(recogniseAspect(text)).toMatchObject({ aspect, words: '' })
  })

  it.each([
    ['who wrote the openstack article?', 'author', 'openstack'],
    ['summarise the mocking guide', 'summary', 'mocking'],
    ['summary of docker weaknesses', 'summary', 'docker weaknesses'],
  ])('%s says of what', (text, aspect, words) => {
    expect(recogniseAspect(text)).toMatchObject({ aspect, words })
  })

  it.each([
    'what is docker?',
    'how do i set the title',
    'how long does lambda let a function run',
    'author field in package.json required?',
    'date format option',
    'where is the build output published',
    'max length of a username',
    'table of contents plugin config',
    '作者怎么看docker',
    '怎么写摘要',
    'openstack是哪一年成立的',
    '标题长度有限制吗',
    '构建一次要多久',
    'how big do they get',
    'is docker reliable',
    'how accurate is the billing',
    'openstack靠谱吗',
    'can i trust citrix',
  ])('%s asks of something else', (text) => {
    expect(recogniseAspect(text)?.words).not.toBe('')
  })
})

import { describe, expect, it } from 'vitest'
import { countedOut } from '../../../../src/conversation/about/recognise/ordinals.ts'

describe('countedOut', () => {
  it.each([
    ['what is part 5 about', 'section', 5],
    ['section two please', 'section', 2],
    ['the 3rd chapter', 'section', 3],
    ['the last part', 'section', -1],
    ['second to last section', 'section', -2],
    ['paragraph 97', 'paragraph', 97],
    ['第五部分讲了什么', 'section', 5],
    ['第十二节', 'section', 12],
    ['第 4 节重点', 'section', 4],
    ['倒数第二节讲什么', 'section', -2],
    ['最后一段写什么', 'paragraph', -1],
    ['头一段', 'paragraph', 1],
    ['how does the post conclude?', 'end', -1],
    ['the ending of this essay', 'end', -1],
    ['whats the conclusion', 'end', -1],
    ['and what is the conclusion about', 'end', -1],
    ['作者最后怎么说', 'end', -1],
    ['全文的结语', 'end', -1],
    ['how does the text begin', 'paragraph', 1],
    ['开头写了什么', 'paragraph', 1],
  ])('%s', (text, unit, ordinal) => {
    expect(countedOut(text)).toMatchObject({ unit, ordinal })
  })

  it.each([
    'what does part() return',
    'the first release',
    '第二阶段',
    'three sections',
    'part of it',
    'how does a request end',
    'how does the lease conclude',
    '最后卖给谁',
    '得出结论的方法',
  ])('%s counts out none', (text) => {
    expect(countedOut(text)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { namingSection } from '../../../../src/conversation/about/recognise/aspect-in-context.ts'

describe('namingSection', () => {
  it.each([
    ['list the sections', 'and the third one?', 'and the third section?'],
    ['how many sections does it have', 'what is the second one about', 'what is the second section about'],
    ['这篇有几个部分', '第二个讲什么', '第二节讲什么'],
    ['how many words does it have', 'what is the second one about', 'what is the second one about'],
    ['what is docker', 'what is the second one about', 'what is the second one about'],
    ['what is part 2 about', 'and the next one?', ' section 3 ?'],
    ['section 4', 'next', ' section 5 '],
    ['第三节讲什么', '那上一节呢', ' section 2 呢'],
    ['section 1', 'the previous one', 'the previous section'],
    ['what is docker', 'next', 'next'],
  ])('behind %j takes %j for %j', (before, text, named) => {
    expect(namingSection(text, { asked: before })).toBe(named)
  })
})

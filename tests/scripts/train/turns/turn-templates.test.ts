import { describe, expect, it } from 'vitest'
import { Random } from '../../../../scripts/train/turns/random.ts'
import { parseTemplates, turnsOf } from '../../../../scripts/train/turns/turn-templates.ts'

describe('templates of turns', () => {
  it('makes each turn once, with every alternative', () => {
    const [template] = parseTemplates('# greeting\n{hi|hello} {there|all|}', 'greetings.txt')
    if (template === undefined) throw new Error('no template')
    const turns = turnsOf(template, 30, new Random(1))
    expect([...turns].sort()).toEqual(['hello', 'hello all', 'hello there', 'hi', 'hi all', 'hi there'])
    expect(turnsOf(template, 3, new Random(1))).toHaveLength(3)
  })

  it('leaves no alternative of its longest part out, however many they are', () => {
    const words = Array.from({ length: 100 }, (_, at) => `word${at}`)
    const [template] = parseTemplates(`# thanks\n{ok|oh} {${words.join('|')}}`, 'thanks.txt')
    if (template === undefined) throw new Error('no template')
    const turns = turnsOf(template, 30, new Random(1)).map((turn) => turn.split(' ')[1])
    expect(new Set(turns)).toEqual(new Set(words))
  })

  it('joins Chinese without blanks', () => {
    const [template] = parseTemplates('# thanks\n{谢谢} {老师}', 'thanks.txt')
    if (template === undefined) throw new Error('no template')
    expect(turnsOf(template, 1, new Random(1))).toEqual(['谢谢老师'])
  })

  it('says where a class is unknown or braces do not match', () => {
    expect(() => parseTemplates('# hugs\nhi', 'a.txt')).toThrow('a.txt, line 1: there is no class hugs')
    expect(() => parseTemplates('# thanks\n{thanks', 'a.txt')).toThrow('a.txt, line 2')
    expect(() => parseTemplates('thanks', 'a.txt')).toThrow('a.txt, line 1')
  })
})

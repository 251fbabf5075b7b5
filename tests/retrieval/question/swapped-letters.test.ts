import { describe, expect, it } from 'vitest'
import { withoutSwappedLetters } from '../../../src/retrieval/question/swapped-letters.ts'

describe('withoutSwappedLetters', () => {
  it.each([
    ['what abuot mesos', 'what about mesos'],
    ['waht did they buy jsut before?', 'what did they buy just before?'],
  ])('rights %s', (text, righted) => {
    expect(withoutSwappedLetters(text)).toBe(righted)
  })

  it.each(['and hive?', 'ta xen 呢', 'what about docker', 'weher', ''])('leaves %s as it is', (text) => {
    expect(withoutSwappedLetters(text)).toBe(text)
  })
})

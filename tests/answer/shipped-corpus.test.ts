import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Generation } from '../../src/domain.ts'
import { openShippedGeneration } from './shipped-generation.ts'

/** Every system that the article names. */
const NAMES = (
  'OpenStack Eucalyptus CloudStack Nova Swift Docker dotCloud LXC OpenVZ Virtuozzo Linux-VServer SmartOS Unikernels ' +
  'MirageOS CoreOS Rocket Kubernetes Borg Omega Mesos YARN CNCF Lambda Firebase Parse Watson'
).split(' ')

const ASKED: readonly ((name: string) => string)[] = [
  (name) => `What is ${name}?`,
  (name) => `${name} 是什麼?`,
  (name) => `${name}是什么`,
  (name) => name,
]

const WRITTEN: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
]

/** Names that the article also writes in ways of its own. */
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  Unikernels: /unikern[ae]ls?/i,
  Kubernetes: /kubernete?s/i,
}

function holds(text: string, name: string): boolean {
  return SPELLINGS[name]?.test(text) ?? text.toLowerCase().includes(name.toLowerCase())
}

describe('the article that Footnote comes with', () => {
  let generation: Generation

  beforeAll(async () => {
    generation = await openShippedGeneration()
  })

  function check({ answered, answer, citations }: Answer): void {
    expect(answered).toBe(citations.length > 0)
    expect([...answer].length).toBeLessThanOrEqual(280)
    for (const { quote, text, start, end } of citations) expect(text.slice(start, end)).toBe(quote)
  }

  describe.each(NAMES)('%s', (name) => {
    it.each(
      ASKED.map((ask) => ask(name)),
    )('is found when asked for by name, in any letter case: %s', async (question) => {
      const asked = WRITTEN.map((write) => question.replace(name, write(name)))
      for (const inAnyCase of asked) {
        const answer = await generation.ask({ question: inAnyCase })
        check(answer)
        expect.soft(answer.answered, inAnyCase).toBe(true)
        expect
          .soft(
            answer.citations.map(({ text }) => text).filter((text) => holds(text, name)),
            inAnyCase,
          )
          .not.toEqual([])
      }
    })
  })
})

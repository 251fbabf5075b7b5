import { expect, it } from 'vitest'
import { withoutGreetedName } from '../../../src/conversation/courtesy/greeted-name.ts'
import { rolesOf } from '../../../src/conversation/courtesy/strip-courtesy.ts'
import { comparableTurn } from '../../../src/conversation/wording/comparable-turn.ts'

const roles = (text: string) => rolesOf(comparableTurn(text, (word) => word))
const isSubject = (word: string) => ['docker', 'media'].includes(word)
const without = (turn: string) => withoutGreetedName(turn, { roles, isSubject })

it.each([
  ['hey @bob, what is Docker?', 'hey, what is Docker?'],
  ['hey @bob what is Docker?', 'hey, what is Docker?'],
  ['thanks @bob @ann.b: what is Docker?', 'thanks,, what is Docker?'],
  ['你好 @小明,Docker 是什麼?', '你好, Docker 是什麼?'],
  ['Hi Clippy! What is Docker?', 'Hi, What is Docker?'],
])('takes the name out of %j', (turn, left) => {
  expect(without(turn)).toBe(left)
})

it.each([
  'hey @media what does it do?',
  'hey @types/node, what is in it?',
  'hey Docker, what are you?',
  'what did @bob say about Docker?',
  'who is @bob',
  'hey @bob',
  'thanks Bob, what is Docker?',
  'hi Bob, nice to see you',
  'write to bob@example.org, what then?',
])('leaves %j as it is', (turn) => {
  expect(without(turn)).toBe(turn)
})

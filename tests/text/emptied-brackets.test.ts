import { expect, it } from 'vitest'
import { TAKEN_OUT, withoutEmptied } from '../../src/text/emptied-brackets.ts'

it.each([
  [`What is Docker? (from ${TAKEN_OUT})`, 'What is Docker?  '],
  [`${TAKEN_OUT} What is Docker? [via ${TAKEN_OUT}]`, '  What is Docker?  '],
  [`Docker 是什麼?（來自 ${TAKEN_OUT}）`, 'Docker 是什麼? '],
  [`What is Docker (the company ${TAKEN_OUT})?`, 'What is Docker (the company  )?'],
  ['What does f(x) or [a] mean (from the start)?', 'What does f(x) or [a] mean (from the start)?'],
])('of %j nothing is left but %j', (text, left) => {
  expect(withoutEmptied(text)).toBe(left)
})

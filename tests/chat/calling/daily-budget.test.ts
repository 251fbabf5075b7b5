import { expect, it } from 'vitest'
import { DailyBudget } from '../../../src/chat/calling/daily-budget.ts'

const DAY = 24 * 60 * 60 * 1000

it('lets calls through until the tokens of a day are used up, and again on the next', () => {
  let now = 10 * DAY
  const budget = new DailyBudget(100, () => now)
  expect(budget.reserve(60)).toBe(true)
  expect(budget.reserve(60)).toBe(false)
  budget.settle(60, { input: 20, output: 10 })
  expect(budget.reserve(60)).toBe(true)
  budget.settle(60, { input: 40, output: 20 })
  expect(budget.reserve(20)).toBe(false)
  now += DAY
  expect(budget.reserve(100)).toBe(true)
})

it('has no limit where none is set', () => {
  expect(new DailyBudget(undefined).reserve(1e9)).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { isDark } from '../../../src/browser/widget/page-scheme.ts'

describe('a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', false],
    ['rgb(16, 16, 16)', true],
    ['rgb(0 0 255)', true],
    ['rgba(255, 255, 0, 0.9)', false],
    ['rgba(0, 0, 0, 0)', undefined],
    ['rgb(0 0 0 / 0.2)', undefined],
    ['transparent', undefined],
  ])('%s is dark: %s', (color, expected) => {
    expect(isDark(color)).toBe(expected)
  })
})

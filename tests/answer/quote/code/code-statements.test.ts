import { describe, expect, it } from 'vitest'
import type { Run } from '../../../../src/answer/quote/block-choice.ts'
import {
  codeLinesIn,
  statementsAround,
  statementsFrom,
} from '../../../../src/answer/quote/code/code-statements.ts'

function linesOf(code: string) {
  return codeLinesIn(code, { start: 0, end: code.length })
}

function wordsOf(code: string, { first, last }: Run): string {
  return code
    .split('\n')
    .slice(first, last + 1)
    .join('\n')
}

/** The statements around the line that holds some words, the outermost first. */
function around(code: string, words: string): string[] {
  const at = code.split('\n').findIndex((line) => line.includes(words))
  return statementsAround(linesOf(code), { first: at, last: at }).map((run) => wordsOf(code, run))
}

const JS = `import tea from 'tea'

/**
 * Brews.
 */
export function brew() {
  if (hot) {
    pour()
  } else {
    wait()
  }
}`

const PYTHON = `class Shop:
    # Opens it.
    @property
    def open(self):
        return True

    def close(self):
        return False

shop = Shop()`

describe('statementsAround', () => {
  it('is the lines that braces and indentation hold together, with the comments above', () => {
    const [outer, inner, line] = around(JS, 'wait()')
    expect(outer).toBe(JS.slice(JS.indexOf('/**')))
    expect(inner).toBe('  if (hot) {\n    pour()\n  } else {\n    wait()\n  }')
    expect(line).toBe('    wait()')
  })

  it('is the whole of what a closing line closes', () => {
    expect(around(JS, '} else {')[1]).toBe('  if (hot) {\n    pour()\n  } else {\n    wait()\n  }')
  })

  it('needs no braces', () => {
    expect(around(PYTHON, 'return True')).toEqual([
      PYTHON.slice(0, PYTHON.indexOf('\n\nshop')),
      '    # Opens it.\n    @property\n    def open(self):\n        return True',
      '        return True',
    ])
  })
})

describe('statementsFrom', () => {
  it('is the statements of the first line and those beside it, in order', () => {
    expect(statementsFrom(linesOf(JS)).map((run) => wordsOf(JS, run))).toEqual([
      "import tea from 'tea'",
      JS.slice(JS.indexOf('/**')),
    ])
    expect(statementsFrom(linesOf(PYTHON))).toHaveLength(2)
    expect(statementsFrom([])).toEqual([])
  })
})

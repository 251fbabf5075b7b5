import { describe, expect, it } from 'vitest'
import { runDisplay } from '../../../scripts/enrich/display.ts'

/** What a display writes to a terminal or elsewhere. */
function watch(isTTY: boolean, columns = 60) {
  let shown = ''
  const stream = {
    isTTY,
    columns,
    write: (text: string) => {
      shown += text
      return true
    },
  } as unknown as NodeJS.WriteStream
  return { display: runDisplay(stream), shown: () => shown }
}

const PROGRESS = { done: 6, total: 12, news: 't 6 電報很快: 8 questions' }

describe('runDisplay', () => {
  it('writes plain lines where no terminal is, whatever they hold', () => {
    const { display, shown } = watch(false)
    display.onProgress(PROGRESS)
    display.onNotice('Left \u001b[2J\nout.')
    display.end()
    expect(shown()).toBe('6/12 t 6 電報很快: 8 questions\nLeft  [2J out.\n')
  })

  it('draws a bar on a terminal of any width, in one line, and takes it away', () => {
    const { display, shown } = watch(true, 42)
    display.onProgress(PROGRESS)
    expect(shown()).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 6/12 t 6 電報很`)
    display.onNotice('Left out.')
    // The notice stands above, the bar is drawn anew below.
    expect(shown()).toMatch(/Left out\.\n█{12}░{12} 6\/12 t 6 電報很$/)
    const unknown = watch(true, 0)
    unknown.display.onProgress(PROGRESS)
    expect(unknown.shown()).toContain('6/12 t 6 電報很快: 8 questions')
    display.end()
    const beforeEnd = shown().length
    display.end()
    expect(shown()).toHaveLength(beforeEnd)
  })
})

import { clearLine, cursorTo } from 'node:readline'

/** Where a run is. */
interface RunProgress {
  readonly done: number
  readonly total: number
  /** What just happened, in one line. */
  readonly news: string
}

/** Shows people how the writing of questions comes along. */
export interface RunDisplay {
  readonly onProgress: (progress: RunProgress) => void
  readonly onNotice: (notice: string) => void
  /** Takes the progress off the screen. */
  end(): void
}

const BAR_CELLS = 24
/** Some terminals do not say how wide they are. */
const USUAL_COLUMNS = 80

/** A bar that is redrawn on a terminal, with what was just done behind it; elsewhere a plain line for each step. */
export function runDisplay(stream: NodeJS.WriteStream): RunDisplay {
  let bar = ''

  function wipe(): void {
    if (bar === '') return
    cursorTo(stream, 0)
    clearLine(stream, 0)
  }

  return {
    onProgress: ({ done, total, news }) => {
      if (!stream.isTTY) {
        stream.write(`${done}/${total} ${plain(news)}\n`)
        return
      }
      wipe()
      const filled = Math.round((done / total) * BAR_CELLS)
      const cells = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled)
      bar = cutToWidth(`${cells} ${done}/${total} ${plain(news)}`, stream.columns || USUAL_COLUMNS)
      stream.write(bar)
    },
    onNotice: (notice) => {
      wipe()
      stream.write(`${plain(notice)}\n${bar}`)
    },
    end: () => {
      wipe()
      bar = ''
    },
  }
}

/** What a model says must not steer the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

/** A line that wraps could not be taken back; a Han character fills two columns. */
function cutToWidth(text: string, columns: number): string {
  let width = 0
  let fitting = ''
  for (const character of text) {
    width += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1
    if (width >= columns) break
    fitting += character
  }
  return fitting
}

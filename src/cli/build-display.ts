import { clearLine, cursorTo } from 'node:readline'
import type { BuildProgress } from '../index/build/build.ts'

/** Shows people how a build of the index comes along. */
export interface BuildDisplay {
  readonly onProgress: (progress: BuildProgress) => void
  readonly onNotice: (notice: string) => void
  /** Takes the progress off the screen. */
  end(): void
}

const STEPS: Record<BuildProgress['step'], string> = {
  articles: 'reading the articles',
  embedding: 'embedding the passages',
  lexicon: 'indexing the words',
  graph: 'linking the vectors',
  writing: 'writing',
}

/** One line that is rewritten on a terminal; elsewhere a plain line a step. */
export function buildDisplay(stream: NodeJS.WriteStream): BuildDisplay {
  let step: BuildProgress['step'] | undefined

  function wipe(): void {
    if (!stream.isTTY || step === undefined) return
    cursorTo(stream, 0)
    clearLine(stream, 0)
  }

  return {
    onProgress: (progress) => {
      const text = `Index: ${STEPS[progress.step]}`
      if (stream.isTTY) {
        wipe()
        stream.write('total' in progress ? `${text} ${progress.done}/${progress.total}` : text)
      } else if (progress.step !== step) {
        stream.write(`${text}\n`)
      }
      step = progress.step
    },
    onNotice: (notice) => {
      wipe()
      stream.write(`Index: ${notice}\n`)
    },
    end: wipe,
  }
}

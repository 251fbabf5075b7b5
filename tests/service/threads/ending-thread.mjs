// A thread that ends while it is at a question, so many times; `source.portable` counts how often it was asked.
import { worker, workerEmit } from 'workerpool'

/** @param {string} text */
const part = (text) => workerEmit({ part: { type: 'token', text } })

worker({
  open: () => ({ value: 'opened', stages: [] }),
  warmUp: () => ({ value: true, stages: [] }),
  suggestions: () => ({ value: [], stages: [] }),
  /**
   * @param {{ portable: Uint8Array }} source
   * @param {{ question: string }} request
   */
  async ask(source, { question }) {
    const asked = Atomics.add(new Int32Array(source.portable.buffer), 0, 1) + 1
    part('one ')
    // What was sent leaves before the thread ends.
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (asked <= Number(question)) process.exit(1)
    part('two')
    return { value: { answer: `asked ${asked} times` }, stages: [] }
  },
})

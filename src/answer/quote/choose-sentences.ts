import type { Span } from '../../domain/span.ts'
import { type BlockChoice, type Run, spanOfRun, takeNearlyAsGood, unitsIn } from './block-choice.ts'
import { cutSentence } from './cut-sentence.ts'

/** A quote shorter than this says too little by itself, unless it holds what the type of question asks for. */
const SHORTEST_QUOTE = 120

/** A question of the author's is answered by the sentence after it, and a colon leads to it. */
const GOES_ON = /[?？:：]["'”’」』)]*$/

/**
 * Whole sentences of prose, as few as will do. Where one sentence alone does not fit, its clauses around the words that
 * matter.
 *
 * @param sentences those of the block, in order
 * @param holdsAnswer whether the words that matter hold what the type of question asks for
 */
export function chooseSentences(
  choice: BlockChoice,
  sentences: readonly Span[],
  holdsAnswer: boolean,
): Span | undefined {
  const { text, focus, fits } = choice
  const run = unitsIn(sentences, focus)
  if (run === undefined) return cut(choice.block)
  if (!fits(spanOfRun(sentences, run))) {
    const best = bestOf(sentences, run, choice)
    const sentence = sentences[best] as Span
    if (!fits(sentence)) return cut(sentence)
    return spanOfRun(sentences, growUntilEnough({ first: best, last: best }))
  }
  return spanOfRun(sentences, takeNearlyAsGood(sentences, growUntilEnough(run), choice))

  function cut(sentence: Span): Span | undefined {
    return choice.mayCut ? cutSentence(text, sentence, within(focus, sentence), fits) : undefined
  }

  function growUntilEnough({ first, last }: Run): Run {
    const words = text.slice(sentences[first]?.start, sentences[last]?.end)
    const goesOn = GOES_ON.test(words)
    const isShort = choice.generosity === 'enough' && words.length < SHORTEST_QUOTE && !holdsAnswer
    const next = { first, last: last + 1 }
    const previous = { first: first - 1, last }
    if ((goesOn || isShort) && next.last < sentences.length && fits(spanOfRun(sentences, next)))
      return growUntilEnough(next)
    if (isShort && first > 0 && fits(spanOfRun(sentences, previous))) return growUntilEnough(previous)
    return { first, last }
  }
}

/** The sentence that answers best, of some that do not fit together. */
function bestOf(sentences: readonly Span[], { first, last }: Run, { scoreOf }: BlockChoice): number {
  let best = first
  for (let i = first + 1; i <= last; i++) {
    if (scoreOf(sentences[i] as Span) > scoreOf(sentences[best] as Span)) best = i
  }
  return best
}

function within(focus: Span, { start, end }: Span): Span {
  return { start: Math.max(start, focus.start), end: Math.min(end, focus.end) }
}

interface Run {
  readonly start: number
  readonly end: number
  readonly character: string
  readonly canOpen: boolean
  readonly canClose: boolean
}

const RUN = /\*+|_+|~+/g
const WORD_CHARACTER = /[\p{L}\p{N}]/u

/**
 * Offsets of the asterisks, underscores and tildes that Markdown would read as emphasis or as struck through: those of
 * a kind of which one that may open stands before one that may close. A single asterisk, a `snake_case` name or `2 * 3`
 * do nothing. Chinese beside a run is judged as renderers do that are made for it, which read more as emphasis than
 * CommonMark does (https://github.com/tats-u/markdown-cjk-friendly).
 */
export function emphasisIn(text: string): ReadonlySet<number> {
  const runs = Array.from(text.matchAll(RUN), (match) => readRun(text, match.index, match[0]))
  const active = new Set<number>()
  // Three tildes or more strike nothing through, but begin a block of code.
  for (const { start, end, character } of runs)
    if (character === '~' && end - start > 2) for (let at = start; at < end; at++) active.add(at)
  for (const character of ['*', '_', '~']) {
    const same = runs.filter((run) => run.character === character && (run.canOpen || run.canClose))
    const opener = same.findIndex(({ canOpen }) => canOpen)
    if (opener < 0 || !same.slice(opener + 1).some(({ canClose }) => canClose)) continue
    for (const { start, end } of same) for (let at = start; at < end; at++) active.add(at)
  }
  return active
}

function readRun(text: string, start: number, run: string): Run {
  const end = start + run.length
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  const character = run.charAt(0)
  const isInsideWord = character === '_' && WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after)
  return {
    start,
    end,
    character,
    canOpen: !isInsideWord && after.trim() !== '',
    canClose: !isInsideWord && before.trim() !== '',
  }
}

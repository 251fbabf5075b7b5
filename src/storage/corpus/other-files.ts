import type { CorpusNote, CorpusProblem } from '../../corpus/corpus.ts'
import { FORMATS, unreadFormatOf } from '../../corpus/formats/formats.ts'
import { type CorpusFile, inOneLine } from './corpus-files.ts'

/** Files that are named, so that nobody misses one in silence. */
const MOST_KINDS = 6

/** What there is to say about files that are no articles: documents of a format that is not read, and all others. */
export function otherFiles(files: readonly CorpusFile[]): { problems: CorpusProblem[]; notes: CorpusNote[] } {
  const problems: CorpusProblem[] = []
  const kinds = new Map<string, number>()
  const names = FORMATS.map(({ name }) => name)
  for (const { source } of files) {
    const format = unreadFormatOf(source)
    if (format === undefined) {
      const kind = /\.[^./]+$/.exec(source)?.[0].toLowerCase() ?? 'without an ending'
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    } else {
      const message = `${source} is ${format}, which is not read; convert it to ${names[0]} or ${names[1]}, with Pandoc or the program that made it.`
      problems.push({ source, message: inOneLine(message) })
    }
  }
  return { problems, notes: kinds.size === 0 ? [] : [{ source: '', message: describe(kinds) }] }
}

function describe(kinds: ReadonlyMap<string, number>): string {
  const sorted = Array.from(kinds).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  const shown = sorted
    .slice(0, MOST_KINDS)
    .map(([kind, count]) => (count === 1 ? kind : `${kind} (${count})`))
  const more = sorted.length > MOST_KINDS ? ', …' : ''
  return inOneLine(
    `${total === 1 ? 'One file that is no text is' : `${total} files that are no texts are`} not read: ${shown.join(', ')}${more}`,
  )
}

import { isMap, isSeq, type Node } from 'yaml'
import { parseYaml } from '../../../src/corpus/parse-yaml.ts'
import { CorpusError } from '../../../src/errors.ts'

/** An entry of a sidecar, and the lines of the file that are its own. */
export interface EntryPlace {
  /** Which paragraph it is about, the part of its id behind the `#`; undefined where it does not say. */
  readonly paragraph: string | undefined
  /** Its fields, whatever they are. */
  readonly fields: unknown
  /** First line, from 1. */
  readonly line: number
  /** Offset of the line that begins with its `-`. */
  readonly start: number
  /** Offset behind its last line, and the indented comments below it. */
  readonly end: number
  /** Columns before its `-`. */
  readonly indentation: number
}

/**
 * Finds the entries of a sidecar in its text, so that one can be added or taken away without touching the others.
 *
 * @throws CorpusError where the file is not YAML, or not a list with an entry on lines of its own
 */
export function readSidecar(source: string, text: string): EntryPlace[] {
  const { document, fault, placeOf } = parseYaml(text, 'failsafe')
  if (fault) {
    const message = `${source}, line ${fault.line}: not valid YAML: ${fault.message}`
    throw new CorpusError('corpus', message, { fields: { source } })
  }
  const { contents } = document
  if (contents === null || (!isSeq(contents) && contents.toJS(document) === '')) return []
  if (!isSeq<Node>(contents) || contents.flow) {
    const message = `${source} must be a list of entries, each beginning with "- paragraph:" on a line of its own.`
    throw new CorpusError('corpus', message, { fields: { source } })
  }
  const fieldsOf = (node: Node): unknown => {
    try {
      return node.toJS(document)
    } catch (cause) {
      // An alias of nothing, or of far too much.
      throw new CorpusError('corpus', `${source}: ${(cause as Error).message}.`, {
        cause,
        fields: { source },
      })
    }
  }
  return contents.items.map((node) => {
    const [from, to] = node.range ?? [0, 0]
    const start = text.lastIndexOf('\n', text.lastIndexOf('-', from - 1)) + 1
    const indentation = /^ */.exec(text.slice(start))?.[0].length ?? 0
    const paragraph: unknown = isMap(node) ? node.get('paragraph') : undefined
    return {
      paragraph: typeof paragraph === 'string' ? paragraph.trim() : undefined,
      fields: fieldsOf(node),
      line: placeOf(start).line,
      start,
      end: behind(text, to, indentation),
      indentation,
    }
  })
}

/** The end of the line that an entry's last value ends on, and of the comments below that are indented as it is. */
function behind(text: string, valueEnd: number, indentation: number): number {
  let end = text[valueEnd - 1] === '\n' ? valueEnd : nextLine(text, valueEnd)
  const ownComment = new RegExp(`^ {${indentation + 1},}#`)
  while (ownComment.test(text.slice(end, nextLine(text, end)))) end = nextLine(text, end)
  return end
}

function nextLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak < 0 ? text.length : lineBreak + 1
}

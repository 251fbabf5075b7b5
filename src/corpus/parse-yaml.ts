import { type Document, LineCounter, parseDocument } from 'yaml'

/** A place in a file, from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

export interface ParsedYaml {
  readonly document: Document.Parsed
  /** The first syntax error, if there is one; the document is then incomplete. */
  readonly fault?: Place & { readonly message: string }
  /** Where in the text an offset is. */
  placeOf(offset: number): Place
}

/**
 * @param schema `core` reads numbers, booleans and null as such; `failsafe` leaves every value a string
 * @param uniqueKeys whether a key that comes again in a mapping is a fault
 */
export function parseYaml(text: string, schema: 'core' | 'failsafe', uniqueKeys = true): ParsedYaml {
  const lineCounter = new LineCounter()
  const options = { lineCounter, prettyErrors: false, schema, uniqueKeys, logLevel: 'silent' } as const
  const document = parseDocument(text, options)
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const [error] = document.errors
  if (!error) return { document, placeOf }
  return { document, placeOf, fault: { ...placeOf(error.pos[0]), message: error.message } }
}

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

/** @param schema `core` reads numbers, booleans and null as such; `failsafe` leaves every value a string */
export function parseYaml(text: string, schema: 'core' | 'failsafe'): ParsedYaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, schema, logLevel: 'silent' })
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const [error] = document.errors
  if (!error) return { document, placeOf }
  return { document, placeOf, fault: { ...placeOf(error.pos[0]), message: error.message } }
}

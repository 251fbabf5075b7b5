/** A value of JavaScript that needs no program to be known; `unknown` what does. */
export type Literal =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Literal> }
  | { readonly kind: 'unknown'; readonly source: string }

const DEEPEST = 20
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const KEY = /[\w$]+|"[^"\n]*"|'[^'\n]*'/y
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`/y
const ESCAPE = /\\(n|t|.)/gs

/** The value that an expression writes out; nothing where it is no list, record or text. */
export function literalOf(expression: string): Literal | undefined {
  const reader = new LiteralReader(expression)
  const value = reader.read(0)
  return reader.isAtEnd && value.kind !== 'unknown' ? value : undefined
}

class LiteralReader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  get isAtEnd(): boolean {
    this.take(SPACE)
    return this.at >= this.source.length
  }

  read(depth: number): Literal {
    this.take(SPACE)
    const opening = this.source.charAt(this.at)
    const start = this.at
    const value =
      depth > DEEPEST
        ? undefined
        : opening === '['
          ? this.list(depth)
          : opening === '{'
            ? this.record(depth)
            : this.text()
    if (value !== undefined && this.isBeforeEnd()) return value
    this.at = start
    return this.skip()
  }

  private list(depth: number): Literal | undefined {
    this.at++
    const items: Literal[] = []
    while (!this.takes(']')) {
      if (this.at >= this.source.length) return undefined
      items.push(this.read(depth + 1))
      if (!this.takes(',') && this.source.charAt(this.at) !== ']') return undefined
    }
    return { kind: 'list', items }
  }

  private record(depth: number): Literal | undefined {
    this.at++
    const fields = new Map<string, Literal>()
    while (!this.takes('}')) {
      this.take(SPACE)
      const key = this.take(KEY)?.replace(/^["']|["']$/g, '')
      if (key === undefined || !this.takes(':')) return undefined
      fields.set(key, this.read(depth + 1))
      if (!this.takes(',') && this.source.charAt(this.at) !== '}') return undefined
    }
    return { kind: 'record', fields }
  }

  /** One text, or several that are joined by a plus. */
  private text(): Literal | undefined {
    let text = ''
    do {
      this.take(SPACE)
      const part = this.take(STRING)
      if (part === undefined) return undefined
      text += part.slice(1, -1).replace(ESCAPE, (_, mark: string) => (/[nt]/.test(mark) ? ' ' : mark))
    } while (this.takes('+'))
    return { kind: 'text', text }
  }

  /** Whatever stands before the end of this value, brackets in it closed. */
  private skip(): Literal {
    const start = this.at
    let depth = 0
    while (this.at < this.source.length) {
      const character = this.source.charAt(this.at)
      if (depth === 0 && /[,\]}]/.test(character)) break
      if (/["'`]/.test(character) && this.take(STRING) !== undefined) continue
      if (/[([{]/.test(character)) depth++
      if (/[)\]}]/.test(character)) depth--
      this.at++
    }
    return { kind: 'unknown', source: this.source.slice(start, this.at).trim() }
  }

  private isBeforeEnd(): boolean {
    this.take(SPACE)
    return this.at >= this.source.length || /[,\]}]/.test(this.source.charAt(this.at))
  }

  private takes(mark: string): boolean {
    this.take(SPACE)
    if (this.source.charAt(this.at) !== mark) return false
    this.at++
    return true
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.source)?.[0]
    if (match !== undefined) this.at += match.length
    return match
  }
}

/** What a part of an expression can begin with: any of these characters, or `undefined` where it may be any at all. */
interface Beginning {
  readonly characters: ReadonlySet<string> | undefined
  /** Whether the part can match nothing, so that what follows it may come first. */
  readonly isOptional: boolean
}

/** Escapes that stand for a single character, and the characters. Others stand for many. */
const LITERAL_ESCAPE = /^[^\p{L}\p{N}]$/u
const LOOKAROUND = /^\?<?[=!]/

/**
 * The characters that a match of a regular expression can begin with: hundreds of expressions need not be tried, and
 * compiled, at a place where they cannot match. Reads the syntax that phrases are written in; of what it does not know
 * it says that anything may come first.
 *
 * @param source of an expression with the flag `u` and without `i`
 * @returns undefined where it may be any character, or none
 */
export function firstCharacters(source: string): ReadonlySet<string> | undefined {
  const { characters, isOptional } = new Reader([...source]).alternatives()
  return isOptional ? undefined : characters
}

class Reader {
  private readonly source: readonly string[]
  private at = 0

  constructor(source: readonly string[]) {
    this.source = source
  }

  /** Up to the end of the group or of the source. */
  alternatives(): Beginning {
    const all = [this.sequence()]
    while (this.source[this.at] === '|') {
      this.at++
      all.push(this.sequence())
    }
    return { characters: unionOf(all), isOptional: all.some(({ isOptional }) => isOptional) }
  }

  private sequence(): Beginning {
    const first: Beginning[] = []
    let isOptional = true
    for (let next = this.source[this.at]; next !== undefined && next !== '|' && next !== ')'; ) {
      const part = this.quantified()
      if (isOptional) first.push(part)
      isOptional &&= part.isOptional
      next = this.source[this.at]
    }
    return { characters: unionOf(first), isOptional }
  }

  private quantified(): Beginning {
    const { characters, isOptional } = this.atom()
    const quantifier = this.source[this.at]
    let mayBeLeftOut = quantifier === '?' || quantifier === '*'
    if (mayBeLeftOut || quantifier === '+') this.at++
    else if (quantifier === '{') {
      mayBeLeftOut = this.source[this.at + 1] === '0'
      this.at = this.source.indexOf('}', this.at) + 1
    }
    if (this.source[this.at] === '?') this.at++
    return { characters, isOptional: isOptional || mayBeLeftOut }
  }

  private atom(): Beginning {
    const character = this.source[this.at++] as string
    if (character === '(') return this.group()
    if (character === '[') return this.characterClass()
    if (character === '^' || character === '$') return { characters: new Set(), isOptional: true }
    if (character === '.') return { characters: undefined, isOptional: false }
    if (character !== '\\') return { characters: new Set([character]), isOptional: false }
    const escaped = this.escaped()
    return { characters: escaped === undefined ? undefined : new Set([escaped]), isOptional: false }
  }

  private group(): Beginning {
    const isLookaround = LOOKAROUND.test(this.source.slice(this.at, this.at + 3).join(''))
    if (this.source[this.at] === '?') while (!':=!>'.includes(this.source[this.at++] as string));
    const inside = this.alternatives()
    this.at++
    return isLookaround ? { characters: new Set(), isOptional: true } : inside
  }

  /** A range has its ends and what lies between them. */
  private characterClass(): Beginning {
    const characters = new Set<string>()
    let isAny = this.source[this.at] === '^'
    while (this.source[this.at] !== ']') {
      const character = this.source[this.at++] as string
      const literal = character === '\\' ? this.escaped() : character
      if (literal === undefined || (this.source[this.at] === '-' && this.source[this.at + 1] !== ']'))
        isAny = true
      else characters.add(literal)
    }
    this.at++
    return { characters: isAny ? undefined : characters, isOptional: false }
  }

  /** Behind a backslash. @returns undefined where it stands for several characters, or for a place between two */
  private escaped(): string | undefined {
    const character = this.source[this.at++] as string
    if ('pPu'.includes(character) && this.source[this.at] === '{')
      this.at = this.source.indexOf('}', this.at) + 1
    return LITERAL_ESCAPE.test(character) ? character : undefined
  }
}

function unionOf(all: readonly Beginning[]): ReadonlySet<string> | undefined {
  const union = new Set<string>()
  for (const { characters } of all) {
    if (characters === undefined) return undefined
    for (const character of characters) union.add(character)
  }
  return union
}

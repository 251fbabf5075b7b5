/** CC-CEDICT capitalises the pinyin of names. */
export function isNameReading(pinyin: string): boolean {
  return /^[A-Z]/.test(pinyin)
}

/** Gathers from the entries of CC-CEDICT how characters are read, and which words are names. */
export class SpokenWords {
  private readonly named = new Set<string>()
  private readonly others = new Set<string>()
  private readonly charactersOf = new Map<string, Set<string>>()

  /** @param pinyin with tones, as CC-CEDICT writes it: `Mu4 ni2 hei1`, `lu:4` */
  take(simplified: string, pinyin: string): void {
    if ([...simplified].length > 1) {
      ;(isNameReading(pinyin) ? this.named : this.others).add(simplified)
      return
    }
    const syllable = pinyin.toLowerCase().replace('u:', 'v').replace(/\d$/, '')
    if (!/^\p{Script=Han}$/u.test(simplified) || !/^[a-z]+$/.test(syllable)) return
    const characters = this.charactersOf.get(syllable) ?? new Set<string>()
    this.charactersOf.set(syllable, characters.add(simplified))
  }

  /** The words of two characters or more that are nothing but names. */
  get names(): Set<string> {
    return new Set([...this.named].filter((word) => !this.others.has(word)))
  }

  /** A syllable a line without its tone, and behind a space the characters that are read so. */
  get readings(): string {
    const lines = [...this.charactersOf].map(
      ([syllable, characters]) => `${syllable} ${[...characters].sort().join('')}`,
    )
    return lines.sort().join('\n')
  }
}

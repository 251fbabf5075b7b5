import type { Span } from '../../domain/span.ts'
import type { BilingualDictionary } from '../../text/dictionary/bilingual-dictionary.ts'

/**
 * Names cross scripts by their sound: 宋履谦 is spelt Song Lüqian, Marrowby is written 马罗比. Spelling in pinyin is exact;
 * transliteration keeps the consonants, roughly, so that these are compared, by the classes that Chinese does not tell
 * apart (b and p, l and r).
 */
export class Sounds {
  private readonly dictionary: BilingualDictionary

  constructor(dictionary: BilingualDictionary) {
    this.dictionary = dictionary
  }

  /**
   * Where a Latin word spells characters that stand side by side in a text: `Qinglan` for 青岚.
   *
   * @param word letters, hyphens and apostrophes
   */
  spelledIn(text: string, word: string): Span | undefined {
    const letters = plainLetters(word)
    if (letters.length < 2) return undefined
    for (let start = 0; start < text.length; start++) {
      const end = this.spelledTo(letters, text, start, 0)
      if (end !== undefined) return { start, end }
    }
    return undefined
  }

  /** Where the characters end that the rest of the letters spells. */
  private spelledTo(letters: string, text: string, at: number, done: number): number | undefined {
    if (done === letters.length) return at
    for (const syllable of this.dictionary.readingsOf(text[at] ?? '')) {
      const fits = letters.startsWith(syllable, done) || letters.startsWith(syllable.replace('v', 'u'), done)
      const end = fits ? this.spelledTo(letters, text, at + 1, done + syllable.length) : undefined
      if (end !== undefined) return end
    }
    return undefined
  }

  /** Whether Han characters are how a foreign name is written: 马罗比 for Marrowby. */
  transliterates(characters: readonly string[], name: string): boolean {
    const wanted = consonantsOf(plainLetters(name))
    const heard = withoutRepetition(
      characters.map((character) => this.consonantsOfCharacter(character)).join(''),
    )
    return wanted.length >= 2 && isAlike(heard, wanted)
  }

  /**
   * Where some characters of a text, two to eight side by side, are how a foreign name is written.
   *
   * @param isWord whether a character belongs to a word that means something: no foreign name is made of such
   */
  transliteratedIn(text: string, name: string, isWord: (at: number) => boolean): Span | undefined {
    const wanted = consonantsOf(plainLetters(name))
    if (wanted.length < 3) return undefined
    const heard = text
      .split('')
      .map((character, at) => (isWord(at) ? undefined : this.consonantsOfCharacter(character)))
    for (let start = 0; start < heard.length; start++) {
      if (heard[start] === undefined || heard[start] === '') continue
      let sound = heard[start] ?? ''
      for (let end = start + 1; end < Math.min(heard.length, start + 8); end++) {
        const next = heard[end]
        if (next === undefined) break
        sound += next
        if (isAlike(withoutRepetition(sound), wanted)) return { start, end: end + 1 }
      }
    }
    return undefined
  }

  /** Consonants of a character's first reading; undefined where it has none. */
  private consonantsOfCharacter(character: string): string | undefined {
    const [syllable] = this.dictionary.readingsOf(character)
    if (syllable === undefined) return undefined
    if (syllable === 'er') return 'L'
    const initial = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsw])/.exec(syllable)?.[0] ?? ''
    return `${PINYIN_CLASSES[initial] ?? ''}${/ng?$/.test(syllable) ? 'N' : ''}`
  }
}

const PINYIN_CLASSES: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  f: 'F',
  w: 'F',
  m: 'M',
  d: 'T',
  t: 'T',
  n: 'N',
  l: 'L',
  r: 'L',
  g: 'K',
  k: 'K',
  h: 'H',
  j: 'S',
  q: 'S',
  x: 'S',
  zh: 'S',
  ch: 'S',
  sh: 'S',
  z: 'S',
  c: 'S',
  s: 'S',
}

function plainLetters(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

/** 汉娜 and Hanna: a sound that is heard twice in a row is one. */
function withoutRepetition(sounds: string): string {
  return sounds.replace(/(.)\1+/g, '$1')
}

/** What of a Latin name Chinese keeps: its consonants, by their classes. */
function consonantsOf(letters: string): string {
  const classes = letters
    .replace(/^wr/, 'r')
    .replace(/^kn/, 'n')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck/g, 'k')
    .replace(/sch|sh|ch|tz|zz/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/x/g, 'ks')
    .replace(/ng/g, 'n')
    .replace(/[aeiouy]/g, '')
    .replace(/[bp]/g, 'B')
    .replace(/[fvw]/g, 'F')
    .replace(/[dt]/g, 'T')
    .replace(/[lr]/g, 'L')
    .replace(/[gkqc]/g, 'K')
    .replace(/[jsz]/g, 'S')
    .replace(/n/g, 'N')
    .replace(/m/g, 'M')
    .replace(/h/g, 'H')
  return withoutRepetition(classes)
}

/** A sound that one of the two may lack: r and h are swallowed, w and v come and go. */
const OFTEN_LOST = 0.4
/** Of the sounds of a name so many may differ. */
const MOST_DIFFERENT = 0.21

function isAlike(heard: string, wanted: string): boolean {
  if (heard.length < wanted.length - 1 || heard.length > wanted.length + 2) return false
  const lost = (sound: string | undefined) => (sound !== undefined && 'LHF'.includes(sound) ? OFTEN_LOST : 1)
  let row = [0]
  for (let j = 1; j <= wanted.length; j++) row[j] = (row[j - 1] as number) + lost(wanted[j - 1])
  for (let i = 1; i <= heard.length; i++) {
    const next = [(row[0] as number) + lost(heard[i - 1])]
    for (let j = 1; j <= wanted.length; j++) {
      const same = heard[i - 1] === wanted[j - 1] ? 0 : 1
      next[j] = Math.min(
        (row[j - 1] as number) + same,
        (row[j] as number) + lost(heard[i - 1]),
        (next[j - 1] as number) + lost(wanted[j - 1]),
      )
    }
    row = next
  }
  return (row[wanted.length] as number) <= MOST_DIFFERENT * wanted.length
}

import { stemmer } from 'stemmer'
import { baseFormsOf } from '../../text/english/english-forms.ts'
import type { Token } from '../reading/tokens.ts'
import type { MeaningReader, Meanings } from './meanings.ts'

/** Words at least this rare count fully, like a name; the commonest ones count LEAST_TELLING. */
const TELLING_RARITY = 8
const LEAST_TELLING = 0.3
/** A single character says little by itself. */
const CHARACTER_WEIGHT = 0.4
/** A word whose characters are all said is nearly said: 停运 by 停驶 and 运行. */
const BY_CHARACTERS = 0.65

/** How telling a word is in the language at large. */
export function weightOf({ key, kind }: Token, { dictionary }: MeaningReader): number {
  if (kind === 'number') return LEAST_TELLING
  const isCharacter = kind === 'han' && [...key].length === 1
  if (isCharacter) return CHARACTER_WEIGHT
  const rarity = kind === 'latin' ? dictionary.rarity(key) : dictionary.wordRarity(key)
  return Math.min(1, Math.max(LEAST_TELLING, rarity / TELLING_RARITY))
}

/** The keys under which a word may be found: of an English one also those of its base forms. */
export function keysOf({ key, kind, surface }: Token): string[] {
  return kind === 'latin'
    ? [...new Set([key, ...baseFormsOf(surface.toLowerCase()).map((form) => stemmer(form))])]
    : [key]
}

/** How nearly a text says a word, 0–1: outright, in another form, translated, by a synonym or by its characters. */
export function saidBy(meanings: Meanings, token: Token, reader: MeaningReader): number {
  if (token.kind === 'number') return meanings.has(token.key) ? 1 : 0
  const whole = Math.max(...keysOf(token).map((key) => reader.similarity(key, meanings)))
  const characters = [...token.key]
  if (token.kind === 'latin' || characters.length === 1 || whole >= BY_CHARACTERS) return whole
  const parts = characters.map((character) => reader.similarity(character, meanings))
  return Math.max(whole, (BY_CHARACTERS * parts.reduce((sum, said) => sum + said, 0)) / characters.length)
}

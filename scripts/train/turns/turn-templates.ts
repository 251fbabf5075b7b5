import { TURN_CLASSES, type TurnClass } from '../../../src/conversation/classify/turn-classes.ts'
import type { Random } from './random.ts'

/** A line of alternatives: `{hi|hello} {there|all|}`, and what it is an example of. */
export interface TurnTemplate {
  readonly turnClass: TurnClass
  readonly parts: readonly (readonly string[])[]
}

/**
 * Reads a file of templates: a line `# class`, then a template a line.
 *
 * @throws Error for a class that there is not, or braces that do not match
 */
export function parseTemplates(text: string, file: string): TurnTemplate[] {
  const templates: TurnTemplate[] = []
  let turnClass: TurnClass | undefined
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const heading = /^# (\S+)$/.exec(line)?.[1]
    if (heading !== undefined) {
      turnClass = TURN_CLASSES.find((name) => name === heading)
      if (turnClass === undefined) throw new Error(`${file}, line ${at + 1}: there is no class ${heading}`)
      continue
    }
    const parts = line.split(/[{}]/).map((part, place) => (place % 2 === 1 ? part.split('|') : [part]))
    if (turnClass === undefined || !/^(?:[^{}]*\{[^{}]*\})*[^{}]*$/.test(line))
      throw new Error(`${file}, line ${at + 1}: no class above it, or braces that do not match`)
    templates.push({ turnClass, parts })
  }
  return templates
}

/** Turns made from a template, no more than so many, with each alternative as often as every other. */
export function turnsOf({ parts }: TurnTemplate, most: number, random: Random): string[] {
  const turns = new Set<string>()
  const offsets = parts.map((alternatives) => random.below(alternatives.length))
  for (let round = 0; turns.size < most && round < 3 * most; round++) {
    const chosen = parts.map((alternatives, at) => {
      const isRound = at > 0 && random.next() < 0.7
      const place = isRound ? random.below(alternatives.length) : (offsets[at] ?? 0) + round
      return alternatives[place % alternatives.length]
    })
    turns.add(withoutSpareBlanks(chosen.join('')))
  }
  return [...turns].filter((turn) => turn !== '')
}

/** In Chinese, alternatives follow each other without a blank. */
function withoutSpareBlanks(turn: string): string {
  return turn
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}

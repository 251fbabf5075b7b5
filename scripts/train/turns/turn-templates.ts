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

/**
 * Turns made from a template: so many at most, but each alternative of its longest part, which is gone through in turn
 * while the other parts are drawn.
 */
export function turnsOf({ parts }: TurnTemplate, most: number, random: Random): string[] {
  const turns = new Set<string>()
  const longest = parts.reduce((best, part, at) => (part.length > (parts[best]?.length ?? 0) ? at : best), 0)
  const enough = Math.max(most, parts[longest]?.length ?? 0)
  const start = random.below(parts[longest]?.length ?? 1)
  for (let round = 0; turns.size < enough && round < 3 * enough; round++) {
    const chosen = parts.map((alternatives, at) =>
      at === longest ? alternatives[(start + round) % alternatives.length] : random.pick(alternatives),
    )
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

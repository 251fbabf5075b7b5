import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ConfidenceModel } from '../../src/answer/confidence/confidence.ts'
import type { RankingModel } from '../../src/retrieval/ranking/ranking-model.ts'

/** Weights by name, or such groups of weights by name: {@link RankingModel}, {@link ConfidenceModel}. */
export type Weights = Readonly<RankingModel | ConfidenceModel>

/** A file of trained weights. */
export interface WeightsFile {
  readonly path: string
  /** Name of the constant. */
  readonly constant: string
  /** Its type, and the module beside it that the type is from. */
  readonly type: string
  readonly module: string
}

export const RANKING_FILE: WeightsFile = {
  path: fileURLToPath(new URL('../../src/retrieval/ranking/ranking-weights.ts', import.meta.url)),
  constant: 'RANKING_WEIGHTS',
  type: 'RankingModel',
  module: './ranking-model.ts',
}

export const CONFIDENCE_FILE: WeightsFile = {
  path: fileURLToPath(new URL('../../src/answer/confidence/confidence-weights.ts', import.meta.url)),
  constant: 'CONFIDENCE_WEIGHTS',
  type: 'ConfidenceModel',
  module: './confidence.ts',
}

/** As TypeScript, formatted as the rest of the code is. */
export function weightsSource({ constant, type, module }: WeightsFile, weights: Weights): string {
  return [
    `import type { ${type} } from '${module}'`,
    '',
    '/** Learned from questions of known answer, not set by hand; `npm run train` learns them anew. */',
    `export const ${constant}: ${type} = ${objectLiteral(weights, '')}`,
    '',
  ].join('\n')
}

export async function writeWeights(file: WeightsFile, weights: Weights): Promise<void> {
  await writeFile(file.path, weightsSource(file, weights))
}

function objectLiteral(weights: object, indentation: string): string {
  const lines = Object.entries<number | object>({ ...weights }).map(([name, weight]) => {
    const value = typeof weight === 'number' ? rounded(weight) : objectLiteral(weight, `${indentation}  `)
    return `${indentation}  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${value},\n`
  })
  return `{\n${lines.join('')}${indentation}}`
}

/** To three decimals, which change no answer; never −0. */
function rounded(weight: number): string {
  return String(Math.round(weight * 1000) / 1000 + 0)
}

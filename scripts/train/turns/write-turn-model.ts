import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { STEPS, type StoredTurnModel } from '../../../src/conversation/classify/turn-model.ts'
import type { SoftmaxModel } from './fit-softmax.ts'

const FILE = fileURLToPath(new URL('../../../src/conversation/classify/turn-weights.ts', import.meta.url))
/** Weights beyond it are cut; few are. */
const LARGEST = 6

export interface KnownWords {
  readonly words: readonly string[]
  readonly pairs: readonly string[]
}

/** A model in four bits a weight. */
export function storedModel({ weights, bias }: SoftmaxModel, { words, pairs }: KnownWords): StoredTurnModel {
  const bytes = Buffer.alloc(Math.ceil(weights.length / 2))
  for (const [at, weight] of weights.entries()) {
    const share = Math.min(1, Math.abs(weight) / LARGEST)
    const nibble = Math.sign(weight) * Math.round(Math.sqrt(share) * STEPS) + 8
    bytes[at >> 1] = (bytes[at >> 1] as number) | (at % 2 === 0 ? nibble << 4 : nibble)
  }
  return {
    largest: LARGEST,
    bias: [...bias].map((value) => Math.round(value * 1000) / 1000 + 0),
    weights: bytes.toString('base64'),
    words: words.join(' '),
    pairs: pairs.join(''),
  }
}

/** @returns path of the file */
export async function writeTurnModel(model: StoredTurnModel): Promise<string> {
  const fields = Object.entries(model).map(([name, value]) =>
    Array.isArray(value)
      ? `  ${name}: [${value.join(', ')}],`
      : `  ${name}: ${typeof value === 'string' ? `'${value}'` : value},`,
  )
  await writeFile(
    FILE,
    [
      "import type { StoredTurnModel } from './turn-model.ts'",
      '',
      '/** Learned from turns of known kind, not set by hand; `npm run train:turns` learns them anew. */',
      '// biome-ignore format: a line a field',
      'export const TURN_WEIGHTS: StoredTurnModel = {',
      ...fields,
      '}',
      '',
    ].join('\n'),
  )
  return FILE
}

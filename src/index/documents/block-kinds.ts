import type { BlockKind } from '../../domain/block.ts'

/** The kinds of blocks by the numbers that stand for them in an index. */
export const KINDS: readonly BlockKind[] = ['prose', 'list', 'table', 'code', 'quote']

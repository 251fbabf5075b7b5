import type { CorpusNote, CorpusProblem } from '../corpus/corpus.ts'
import type { IndexError } from '../errors.ts'
import type { BuildProgress } from '../index/build/build.ts'
import type { Changes } from '../index/build/changes.ts'
import type { EmbeddingEstimate } from '../index/build/embedding-estimate.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import type { StoredGeneration } from '../storage/index/read-generation.ts'
import type { VectorIndexBounds } from '../storage/index/vector-index.ts'

export interface RebuildOptions {
  readonly corpusDirectory: string
  readonly indexDirectory: string
  readonly recipe: IndexRecipe
  /**
   * Build although the index is up to date, and take nothing from it. Of vectors from a server, only those are taken
   * that an interrupted build of this kind has left behind.
   */
  readonly full?: boolean | undefined
  /** Build although somebody rolled the index back and left it so. */
  readonly unpin?: boolean | undefined
  /** Say what would be done; embed nothing and write nothing. */
  readonly dryRun?: boolean | undefined
  /** Fail where a file of the corpus cannot be used, instead of leaving it out. */
  readonly strict?: boolean | undefined
  /** Wait while another process builds (the default), or fail. */
  readonly wait?: boolean | undefined
  /** Build although the index serves, where a build would add the graph of its vectors that is missing. */
  readonly repair?: boolean | undefined
  /** How many vectors are searched by what; for tests, which have few. */
  readonly vectorIndex?: Partial<VectorIndexBounds> | undefined
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined
  /** Called with what a server will be asked to embed, before it is; an error that it throws ends the build. */
  readonly onEstimate?: ((estimate: EmbeddingEstimate) => void | Promise<void>) | undefined
  /** Called with a sentence that people should read: why it is built, who is waited for, what could not be had. */
  readonly onNotice?: ((notice: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /**
   * Names the code that reads the corpus, so that files which it has read before are not parsed again.
   * @default the source that the program was compiled from; without one every file is parsed
   */
  readonly program?: string | undefined
}

export interface RebuildReport {
  readonly outcome: 'unchanged' | 'built' | 'would build'
  /** Why the index could not be served as it was; nothing where it could. */
  readonly reason: IndexError | undefined
  /** Name of what is, or for a dry run would be, served now. */
  readonly generation: string
  readonly changes: Changes
  /** Texts that were, or for a dry run would be, embedded; the other vectors were there already. */
  readonly embedded: number
  /** What a dry run found that a server would be asked to embed; nothing where none would. */
  readonly estimate: EmbeddingEstimate | undefined
  /** Files of the corpus, and sentences written ahead, that were left out, and why. */
  readonly problems: readonly CorpusProblem[]
  /** What else there is to say about its files: what was mended, skipped or renamed. */
  readonly notes: readonly CorpusNote[]
  readonly milliseconds: number
  /** The generation as it was read, where nothing was built. */
  readonly stored: StoredGeneration | undefined
}

/** What a rebuild did to the index. */
export interface RebuildOutcome extends Omit<RebuildReport, 'problems' | 'notes' | 'milliseconds'> {
  /** Sentences written ahead that say what their words do not, and were left out; none is known before a build. */
  readonly refused: readonly CorpusProblem[]
}

import { type Configuration, isOnServer } from '../configuration/configuration.ts'
import type { EmbeddingsServer } from '../embeddings/embeddings-server.ts'
import type { FingerprintedEmbeddings } from '../embeddings/fingerprinted-embeddings.ts'
import type { IndexRecipe } from '../index/build/recipe.ts'
import { builtinRecipe } from '../indexing/recipes/builtin-recipe.ts'
import { recipeWithEmbeddings } from '../indexing/recipes/recipe-with-embeddings.ts'

/** What makes the vectors of an index, and of the questions that are put to it. */
export interface Embedder {
  readonly recipe: IndexRecipe
  /** For questions; nothing where the index brings them along. */
  readonly embeddings: FingerprintedEmbeddings | undefined
}

/** The embedder that the configuration names. Asks no server anything. */
export async function openEmbedder(configuration: Configuration): Promise<Embedder> {
  const server = embeddingsServer(configuration)
  if (server === undefined) return { recipe: builtinRecipe, embeddings: undefined }
  // Slow to load, and mostly not needed.
  const { RemoteEmbeddings } = await import('../embeddings/remote.ts')
  const embeddings = new RemoteEmbeddings(server)
  return {
    recipe: recipeWithEmbeddings(
      embeddings.fingerprint,
      (signal) => new RemoteEmbeddings(server, { signal }),
    ),
    embeddings,
  }
}

/** The server that embeds; nothing for the built-in embeddings. */
function embeddingsServer(configuration: Configuration): EmbeddingsServer | undefined {
  const { EMBEDDINGS, EMBEDDINGS_BASE_URL, EMBEDDINGS_API_KEY } = configuration
  if (!isOnServer(configuration, 'EMBEDDINGS') || EMBEDDINGS_BASE_URL === undefined) return undefined
  return { model: EMBEDDINGS, baseUrl: EMBEDDINGS_BASE_URL, apiKey: EMBEDDINGS_API_KEY }
}

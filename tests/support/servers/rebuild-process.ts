import { rebuildIndex } from '../../../src/indexing/rebuild-index.ts'
import { recipeWith } from '../corpora/index-recipe.ts'

// A build in a process of its own, for tests that limit what a process may do: `rebuild-process.ts <corpus> <index>`.
const [corpusDirectory = '', indexDirectory = ''] = process.argv.slice(2)
try {
  const { outcome } = await rebuildIndex({ corpusDirectory, indexDirectory, recipe: recipeWith() })
  process.stdout.write(outcome)
} catch (error) {
  process.stderr.write(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  process.exitCode = 1
}

import { FlatVectorStore } from '../../../src/index/vectorstores/flat.ts'
import { describeVectorStore } from '../../contracts/vector-store.ts'

describeVectorStore(
  'FlatVectorStore',
  (embeddings, dimensions) => new FlatVectorStore(embeddings, dimensions),
)

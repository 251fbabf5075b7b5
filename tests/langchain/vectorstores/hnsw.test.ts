import { HnswVectorStore } from '../../../src/langchain/vectorstores/hnsw.ts'
import { describeVectorStore } from '../../contracts/vector-store.ts'

describeVectorStore('HnswVectorStore', (embeddings, dimensions) =>
  HnswVectorStore.create(embeddings, dimensions),
)

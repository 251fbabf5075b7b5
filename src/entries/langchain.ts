// What `footnote/langchain` offers to chains.
export { askRunnable } from '../langchain/ask-runnable.ts'
export {
  FootnoteRetriever,
  type FootnoteRetrieverFields,
  type ParagraphMetadata,
} from '../langchain/retriever.ts'

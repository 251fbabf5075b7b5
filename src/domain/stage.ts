/** A step of the work on a question: waiting for its turn, finding paragraphs, asking a model, writing the answer. */
export interface Stage {
  readonly name: 'queue' | 'retrieval' | 'model' | 'answer'
  /** When it began, in milliseconds since 1970. */
  readonly start: number
  readonly milliseconds: number
  readonly failed: boolean
}

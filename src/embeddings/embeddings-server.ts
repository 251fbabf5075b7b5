/** A model on an OpenAI-compatible server. */
export interface EmbeddingsServer {
  readonly model: string
  /** Without its last slash. */
  readonly baseUrl: string
  /** Servers on one's own machine seldom ask for one. */
  readonly apiKey: string | undefined
}

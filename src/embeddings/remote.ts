import { Embeddings } from '@langchain/core/embeddings'
import type { OpenAIEmbeddings } from '@langchain/openai'
import { EmbeddingsError } from '../errors.ts'
import { pause } from '../pause.ts'
import { backOff } from './back-off.ts'
import type { EmbeddingsServer } from './embeddings-server.ts'
import type { FingerprintedEmbeddings, RequestLimits } from './fingerprinted-embeddings.ts'
import { openaiClient } from './openai-client.ts'
import { describeServerFault } from './server-fault.ts'
import { toUnitLength } from './unit-length.ts'

export interface RemoteOptions {
  /** Stops the requests under way, which then reject with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Waits between two attempts; tests replace it.
   *
   * @default pause
   */
  readonly wait?: typeof pause | undefined
  /**
   * Milliseconds that embedding a question may take.
   *
   * @default 5000
   */
  readonly questionMilliseconds?: number | undefined
}

/**
 * 32 texts are what common servers take by default (text-embeddings-inference), and 20 000 characters stay below the
 * limits on tokens in all of them. Where a server takes less, a request is halved.
 */
const LIMITS: RequestLimits = { texts: 32, characters: 20_000, concurrency: 4 }

/** How long a request may take: a build is patient, somebody who asks is not. */
const DOCUMENTS_MILLISECONDS = 120_000
const QUESTION_MILLISECONDS = 5_000
/** How often a build tries a request; a question is tried once. */
const ATTEMPTS = 6
/** A server that asks for a longer break is not waited for. */
const LONGEST_BREAK_MILLISECONDS = 5 * 60_000
/** A shorter text is not refused for its length. */
const SHORTEST = 200

/** The fingerprint of {@link RemoteEmbeddings}; known without asking the server. */
export function remoteFingerprint(model: string): string {
  return `remote/1 ${model}`
}

/**
 * Vectors of a model behind the embeddings API of OpenAI, which most servers speak. The client is LangChain's; attempts
 * are repeated here, as LangChain gives up on a 429 without `Retry-After`, disregards it on a 503, and cannot be
 * interrupted.
 *
 * What names the vectors is the model alone, so that a server may move: the same name at another address is taken for
 * the same model.
 *
 * @example
 * ```ts
 * const embeddings = new RemoteEmbeddings({ model: 'bge-m3', baseUrl: 'http://127.0.0.1:11434/v1', apiKey: undefined })
 * const vector = await embeddings.embedQuery('When was Lambda released?')
 * ```
 */
export class RemoteEmbeddings extends Embeddings implements FingerprintedEmbeddings {
  readonly fingerprint: string
  readonly requests = LIMITS
  private readonly server: EmbeddingsServer
  private readonly signal: AbortSignal | undefined
  private readonly wait: typeof pause
  private readonly forDocuments: OpenAIEmbeddings
  private readonly forQuestions: OpenAIEmbeddings
  /** A server that has answered before is worth waiting for when it cannot be reached; a wrong address is not. */
  private hasAnswered = false
  /** Texts that the server is known to take at once. */
  private most = LIMITS.texts

  constructor(
    server: EmbeddingsServer,
    { signal, wait = pause, questionMilliseconds = QUESTION_MILLISECONDS }: RemoteOptions = {},
  ) {
    super({})
    this.server = server
    this.signal = signal
    this.wait = wait
    this.fingerprint = remoteFingerprint(server.model)
    this.forDocuments = openaiClient(server, {
      milliseconds: DOCUMENTS_MILLISECONDS,
      concurrency: LIMITS.concurrency,
      signal,
    })
    this.forQuestions = openaiClient(server, {
      milliseconds: questionMilliseconds,
      // A question must not wait for others that the server delays.
      concurrency: Number.POSITIVE_INFINITY,
      signal,
    })
  }

  /**
   * @returns one unit vector a text
   * @throws EmbeddingsError
   */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = []
    while (vectors.length < texts.length) {
      const batch = texts.slice(vectors.length, vectors.length + this.most)
      const { vectors: next } = await this.embed(batch)
      vectors.push(...next)
    }
    return vectors
  }

  /**
   * @returns a unit vector
   * @throws EmbeddingsError at the first failure, or where the answer takes too long
   */
  override async embedQuery(text: string): Promise<number[]> {
    try {
      const [vector = []] = await this.ask(this.forQuestions, [text])
      return vector
    } catch (thrown) {
      throw describeServerFault(thrown, this.server, text).error
    }
  }

  /**
   * In one request, or in halves where the server refuses it: how many texts and tokens one takes differs from server
   * to server, and is seldom said in a form that a program could read. A single text that is refused is too long for
   * the model; its beginning then stands for it.
   */
  private async embed(texts: string[]): Promise<{ vectors: number[][]; atOnce: boolean }> {
    if (texts.length <= this.most) {
      try {
        return { vectors: await this.askPatiently(texts), atOnce: true }
      } catch (error) {
        const refused = error instanceof EmbeddingsError && error.fault === 'refused'
        const [text = ''] = texts
        if (!refused || (texts.length === 1 && text.length <= SHORTEST)) throw error
        if (texts.length === 1) {
          const beginning = text.slice(0, Math.ceil(text.length / 2))
          return { vectors: (await this.embed([beginning])).vectors, atOnce: false }
        }
      }
    }
    const half = Math.ceil(texts.length / 2)
    const first = await this.embed(texts.slice(0, half))
    const second = await this.embed(texts.slice(half))
    // Nothing was wrong with the texts, then, but that they were too many.
    if (first.atOnce && second.atOnce) this.most = Math.min(this.most, half)
    return { vectors: [...first.vectors, ...second.vectors], atOnce: false }
  }

  private async askPatiently(texts: string[]): Promise<number[][]> {
    for (let attempt = 1; ; attempt++) {
      this.signal?.throwIfAborted()
      try {
        const vectors = await this.ask(this.forDocuments, texts)
        this.hasAnswered = true
        return vectors
      } catch (thrown) {
        this.signal?.throwIfAborted()
        const { error, temporary, retryAfterMilliseconds = 0 } = describeServerFault(thrown, this.server)
        if (error.fault !== 'unreachable') this.hasAnswered = true
        const wrongAddress = error.fault === 'unreachable' && !this.hasAnswered
        const tooLong = retryAfterMilliseconds > LONGEST_BREAK_MILLISECONDS
        if (!temporary || wrongAddress || tooLong || attempt === ATTEMPTS) throw error
        await this.wait(backOff(attempt, retryAfterMilliseconds), this.signal)
      }
    }
  }

  private async ask(client: OpenAIEmbeddings, texts: string[]): Promise<number[][]> {
    const vectors = await client.embedDocuments(texts.map(sendable))
    // Models differ in whether they do it themselves.
    return vectors.map(toUnitLength)
  }
}

/** Servers refuse an empty text, and text that is not Unicode. */
function sendable(text: string): string {
  return text === '' ? ' ' : text.replace(/\p{Surrogate}/gu, '\ufffd')
}

import type { Answer } from '../../domain/answer.ts'
import type { Citation } from '../../domain/citation.ts'
import type { AskRequest } from '../../domain/question.ts'
import type { ServedAnswer } from '../../protocol/served-answer.ts'
import { AskError } from './ask-error.ts'
import { readEvents } from './event-stream.ts'
import { silenceOf } from './silence.ts'

/** An answer as the page keeps it. */
export interface ReceivedAnswer extends Answer {
  /** The request that it answers: feedback about the answer names it. */
  readonly requestId?: string | null
}

export interface AskListener {
  readonly signal: AbortSignal
  /** Called with the sources of the text to come. */
  readonly onCitations: (citations: readonly Citation[]) => void
  /** Called with each further piece of the answer. */
  readonly onText: (text: string) => void
}

/** The service that is asked. */
export interface Service {
  /** Empty for the page's own. */
  readonly origin: string
  /** An API key, where the service asks for one. */
  readonly key?: string | undefined
  /** Language of the words around the conversation. */
  readonly language: string
}

export function headersFor({ key, language }: Service): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Accept-Language': language,
    ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
  }
}

/**
 * Asks a service and follows the answer as it comes.
 *
 * @throws {AskError} where there is no answer
 * @throws DOMException `AbortError` once the signal says so
 */
export async function askService(
  service: Service,
  request: AskRequest,
  { signal, onCitations, onText }: AskListener,
): Promise<ServedAnswer & ReceivedAnswer> {
  let isReached = false
  try {
    const response = await fetch(`${service.origin}/ask`, {
      method: 'POST',
      headers: { ...headersFor(service), Accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal,
    })
    isReached = true
    if (!response.ok || response.body === null) throw await refused(response)
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(readEvents()).getReader()
    for (;;) {
      const { done, value } = await events.read()
      if (done) throw new AskError(0, '')
      const data = JSON.parse(value.data)
      if (value.event === 'citations') onCitations(at(service, data.citations))
      if (value.event === 'token') onText(data.text)
      if (value.event === 'done') {
        return {
          ...data,
          citations: at(service, data.citations),
          related: at(service, data.related),
          requestId: response.headers.get('X-Request-Id'),
        }
      }
      if (value.event === 'error') throw new AskError(data.status, data.detail)
    }
  } catch (error) {
    if (signal.aborted || error instanceof AskError) throw error
    const silence = isReached ? 'unreachable' : await silenceOf(service.origin)
    throw new AskError(0, error instanceof Error ? error.message : '', silence)
  }
}

/** Sources with addresses that hold on the page of another site, too. */
function at<T extends { readonly url: string }>({ origin }: Service, sources: readonly T[]): T[] {
  return sources.map((source) => ({ ...source, url: `${origin}${source.url}` }))
}

async function refused(response: Response): Promise<AskError> {
  const problem = await response.json().catch(() => ({}))
  return new AskError(response.status, problem.detail ?? '')
}

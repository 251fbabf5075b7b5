import { FootnoteError } from '../errors.ts'

/** What can go wrong over HTTP. The names are part of the interface: they end up in `type` and never change. */
export type ProblemName =
  | 'invalid-request'
  | 'malformed-request'
  | 'malformed-json'
  | 'unauthorized'
  | 'unsupported-media-type'
  | 'request-timeout'
  | 'content-too-large'
  | 'not-found'
  | 'method-not-allowed'
  | 'reindex-running'
  | 'misdirected-request'
  | 'too-many-requests'
  | 'headers-too-large'
  | 'not-ready'
  | 'overloaded'
  | 'internal-error'

const STATUS_AND_TITLE = {
  'invalid-request': [400, 'The request is not valid'],
  'malformed-request': [400, 'This is not valid HTTP'],
  'malformed-json': [400, 'The body is not valid JSON'],
  unauthorized: [401, 'This needs a token'],
  'not-found': [404, 'Nothing is here'],
  'method-not-allowed': [405, 'This method is not supported here'],
  'request-timeout': [408, 'The request took too long to arrive'],
  'reindex-running': [409, 'The index is being rebuilt already'],
  'content-too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'This content type is not supported'],
  'misdirected-request': [421, 'The request is for another host'],
  'too-many-requests': [429, 'These are too many requests'],
  'headers-too-large': [431, 'The headers are too large'],
  'internal-error': [500, 'Something went wrong on our side'],
  'not-ready': [503, 'The service is not ready yet'],
  overloaded: [503, 'The service has too much to do'],
} as const satisfies Record<ProblemName, readonly [number, string]>

/** The HTTP status of a problem. */
export function problemStatus(problem: ProblemName) {
  return STATUS_AND_TITLE[problem][0]
}

export function problemTitle(problem: ProblemName): string {
  return STATUS_AND_TITLE[problem][1]
}

/** One fault of a request: where it is and what to do about it. */
export interface Fault {
  /** JSON Pointer into the body as a URI fragment (RFC 6901 §6), e.g. `#/history/0/role`. */
  readonly pointer?: string
  /** Name of the query parameter, where the fault is not in a body. */
  readonly parameter?: string
  readonly detail: string
}

export interface ProblemDetails {
  /** For the caller: what was wrong and what to do. */
  readonly detail: string
  readonly errors?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
  /** Further members of the document (RFC 9457 §3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Ends a request with a problem (RFC 9457). Everything in it is meant for the caller. */
export class Problem extends FootnoteError {
  override readonly name = 'Problem'
  readonly problem: ProblemName
  readonly errors: readonly Fault[] | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly extensions: Readonly<Record<string, unknown>>

  constructor(problem: ProblemName, { detail, errors, headers, extensions }: ProblemDetails) {
    super('http', detail)
    this.problem = problem
    this.errors = errors
    this.headers = headers ?? {}
    this.extensions = extensions ?? {}
  }

  get status() {
    return problemStatus(this.problem)
  }

  get title(): string {
    return problemTitle(this.problem)
  }

  /** The members of an `application/problem+json` document. */
  toJSON() {
    return {
      ...this.extensions,
      type: `urn:footnote:problem:${this.problem}`,
      title: this.title,
      status: this.status,
      detail: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    }
  }
}

import { IndexFixture } from '../../support/corpora/index-fixture.ts'

/** A corpus in which one paragraph holds a number that every edit raises, so that an answer tells which edit it saw. */
export class VersionedArticle extends IndexFixture {
  /** The number that was written last; 0 before the first edit. */
  version = 0

  async edit(): Promise<number> {
    this.version++
    await this.write(
      'containers.md',
      `Kubernetes 的版本號是 ${this.version}。`,
      'Eucalyptus 是加州大學的項目。',
      'Xen 的虛擬化技術很早就有了。',
    )
    return this.version
  }
}

export const QUESTION = 'Kubernetes 的版本號是多少?'

interface AskResponse {
  readonly citations: readonly { readonly text: string; readonly quote: string; readonly start: number }[]
  readonly related?: readonly { readonly text: string }[]
}

/**
 * The version that an answer was made from.
 *
 * @throws Error where the answer holds none, or quotes what does not stand there
 */
export function versionOf({ citations, related = [] }: AskResponse): number {
  for (const { text, quote, start } of citations) {
    if (text.slice(start, start + quote.length) !== quote) throw new Error(`Not verbatim: ${quote}`)
  }
  for (const { text } of [...citations, ...related]) {
    const version = /版本號是 (\d+)。/.exec(text)?.[1]
    if (version !== undefined) return Number(version)
  }
  throw new Error(`The answer shows no version: ${JSON.stringify({ citations, related })}`)
}

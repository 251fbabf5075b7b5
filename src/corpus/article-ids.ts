import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { articleIdOf } from './article-id.ts'

/** An article that has been read, and the id that it asks for. */
export interface IdRequest {
  /** Path below the corpus folder. */
  readonly source: string
  /** What its author gives it, or what its path comes to. */
  readonly wanted: string
  /** What it had when it was read last. */
  readonly before: string | undefined
}

/** Digits of a path's hash that tell articles of one name apart. */
const HASH_LENGTH = 6

/**
 * Gives each article an id of its own. Those that were there keep theirs: links to them stand in old messages. Of others
 * that ask for the same, the one whose path reads like it comes first; the rest get their path, or the id with a short
 * hash of their path behind it, so that neither the order of files nor a third one changes it.
 *
 * @returns the ids by source
 */
export function assignArticleIds(requests: readonly IdRequest[]): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const give = (source: string, id: string): boolean => {
    if (taken.has(id)) return false
    taken.add(id)
    ids.set(source, id)
    return true
  }
  for (const { source, wanted, before } of requests) {
    if (before !== undefined && choicesOf(source, wanted).includes(before)) give(source, before)
  }
  const others = requests.filter(({ source }) => !ids.has(source)).sort((a, b) => rankOf(a) - rankOf(b))
  for (const { source, wanted } of others) give(source, wanted)
  for (const { source, wanted } of others) {
    if (!ids.has(source)) choicesOf(source, wanted).some((id) => give(source, id))
  }
  return ids
}

/** What an article may be called, best first. The last is as good as certain to be free. */
function choicesOf(source: string, wanted: string): string[] {
  const hash = bytesToHex(sha256(utf8ToBytes(source)))
  return [wanted, articleIdOf(source), `${wanted}-${hash.slice(0, HASH_LENGTH)}`, `${wanted}-${hash}`]
}

/** The id that an article asks for which now has this one, as far as its path tells. */
export function wantedBehind(source: string, id: string): string {
  const hash = bytesToHex(sha256(utf8ToBytes(source))).slice(0, HASH_LENGTH)
  return id.endsWith(`-${hash}`) ? id.slice(0, -HASH_LENGTH - 1) : id
}

/** 0 where the path, but for its ending, reads like the id; Markdown, of which there is most, comes first. */
function rankOf({ source, wanted }: IdRequest): number {
  const isExact = source.replace(/\.\w+$/, '').replaceAll('/', '.') === wanted
  return (isExact ? 0 : 2) + (/\.(?:md|markdown)$/i.test(source) ? 0 : 1)
}

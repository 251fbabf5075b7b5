import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The id of an article whose author gave none: its path without the extension, in lower case, with a hyphen for all
 * that is neither letter nor digit and a full stop for each folder: `notes/2016/Docker & me.md` is
 * `notes.2016.docker-me`. Letters of any script stay, so that an address can be read.
 *
 * @param path below the corpus folder, with forward slashes
 */
export function articleIdOf(path: string): string {
  const id = path
    .replace(/\.\w+$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .split('/')
    .map((segment) => segment.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((segment) => segment !== '')
    .join('.')
  return id === '' ? `article-${bytesToHex(sha256(utf8ToBytes(path))).slice(0, 8)}` : id
}

/** The title of an article that has none: the name of its file. */
export function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return name.replace(/[-_\s]+/g, ' ').trim() || name
}

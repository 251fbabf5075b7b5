import { KnownArticles } from './documents/known-articles.ts'
import { StoredLibrary } from './documents/stored-library.ts'
import { StoredPassages } from './documents/stored-passages.ts'
import { StoredStatements } from './documents/stored-statements.ts'
import { decodeContainer, type Sections, textSection, withoutPrefix, withPrefix } from './format/container.ts'
import { type IndexHeader, parseHeader } from './format/manifest.ts'
import { ExactSearch } from './vectors/exact-search.ts'
import type { VectorSearch } from './vectors/vector-search.ts'
import { Vectors } from './vectors/vectors.ts'

/** What a built index holds: its portable form, the same in Node and in a Worker. */
export interface IndexParts {
  readonly header: IndexHeader
  readonly library: Sections
  readonly origins: Sections
  readonly passages: Sections
  readonly statements: Sections
  readonly lexicalIndex: Sections
  readonly vectors: Sections
}

/** One built index, ready to be searched. */
export interface OpenIndex {
  readonly header: IndexHeader
  readonly library: StoredLibrary
  /** The articles by their files, to be taken over by the next build. */
  readonly known: KnownArticles
  readonly passages: StoredPassages
  /** Sentences written ahead about the paragraphs. */
  readonly statements: StoredStatements
  /** The lexical index as its own encoder wrote it. */
  readonly lexicalIndex: Sections
  /** One vector a passage, in the same rows. */
  readonly vectors: Vectors
  /** Finds passages by their vectors. */
  readonly search: VectorSearch
}

/** The sections of an index file, to be written with {@link encodeContainer} or piece by piece. */
export function toSections(parts: IndexParts): Sections {
  return {
    header: JSON.stringify(parts.header),
    ...withPrefix('library', parts.library),
    ...withPrefix('origins', parts.origins),
    ...withPrefix('passages', parts.passages),
    ...withPrefix('statements', parts.statements),
    ...withPrefix('lexicon', parts.lexicalIndex),
    ...withPrefix('vectors', parts.vectors),
  }
}

/**
 * Opens an index file: a read, not a parse; texts are unpacked when they are asked for.
 *
 * @param bytes must not be changed afterwards
 * @throws IndexError `damaged` or `incompatible`
 */
export function openIndex(bytes: Uint8Array): OpenIndex {
  const sections = decodeContainer(bytes)
  const header = parseHeader(textSection(sections, 'header'))
  const library = new StoredLibrary(withoutPrefix('library', sections))
  const vectors = Vectors.fromSections(withoutPrefix('vectors', sections))
  return {
    header,
    library,
    known: new KnownArticles(withoutPrefix('origins', sections), library),
    passages: new StoredPassages(withoutPrefix('passages', sections), library),
    statements: new StoredStatements(withoutPrefix('statements', sections)),
    lexicalIndex: withoutPrefix('lexicon', sections),
    vectors,
    search: new ExactSearch(vectors),
  }
}

/*
 * The parts of a paragraph's id, `<article id>#<anchor>`. An anchor is the hash of the paragraph's words, with `-2`, `-3` …
 * behind it where the same words stand in the article again.
 */

/** The id of the article that a paragraph stands in; empty for what is no paragraph's id. */
export function articleIdOf(paragraphId: string): string {
  return paragraphId.slice(0, Math.max(0, paragraphId.lastIndexOf('#')))
}

/** The part of a paragraph id after its last `#`: unique within the article, safe in an address and as an HTML id. */
export function anchorOf(paragraphId: string): string {
  return paragraphId.slice(paragraphId.lastIndexOf('#') + 1)
}

/** Hash of a paragraph's words, which does not depend on its article, the width of its letters or its lines. */
export function wordsHashOf(paragraphId: string): string {
  return anchorOf(paragraphId).replace(/-\d+$/, '')
}

declare global {
  /** Set by scripts/build.ts. */
  var FOOTNOTE_BUILD: string | undefined
}

/** Names the source that this program was compiled from; nothing where the source runs as it is. */
export const PROGRAM: string | undefined = globalThis.FOOTNOTE_BUILD

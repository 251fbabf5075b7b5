/** Between two humps (`testTimeout`, `XMLHttpRequest`), and between a number and what it counts (`200kb`). */
const BOUNDARY = /[._/-]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=^\p{N}+)(?=\p{L})/u

/**
 * The parts of an identifier: `getTimerCount` → get, Timer, Count; `node_modules` → node, modules; `Node.js` → Node, js.
 * Nothing for a word of one part.
 *
 * @param written in its own case, without what stands before it (`--`, `@`)
 */
export function identifierParts(written: string): string[] {
  const parts = written.split(BOUNDARY).filter((part) => part !== '')
  return parts.length > 1 ? parts : []
}

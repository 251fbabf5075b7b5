/**
 * The lines of UTF-8 bytes that come in pieces, without their line feeds; the last one may have none. Nothing else ends a
 * line: `node:readline` also ends one at U+2028 and U+2029, from Node 24 on, which may stand inside the strings of JSON.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

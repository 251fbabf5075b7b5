import { FootnoteError } from '../../errors.ts'

/** The text of an answer on its way: hands on its pieces, and in the end whatever an answerer has not streamed. */
export class StreamedText {
  private text = ''
  private readonly send: (piece: string) => void

  /** @param send called with each piece, none of them empty; all of them joined are the answer */
  constructor(send: (piece: string) => void) {
    this.send = send
  }

  add(piece: string): void {
    if (piece === '') return
    this.text += piece
    this.send(piece)
  }

  /**
   * Sends what is left of the finished answer: all of it, if the answerer does not stream.
   *
   * @param pieces what it is cut into; nothing to send it whole
   * @throws {FootnoteError} where another text was streamed than is answered
   */
  finish(answer: string, pieces = /.+/gs): void {
    if (!answer.startsWith(this.text)) {
      throw new FootnoteError('answer', 'The streamed text differs from the answer that was returned', {
        fields: { streamed: this.text.length, returned: answer.length },
      })
    }
    for (const [piece] of answer.slice(this.text.length).matchAll(pieces)) this.add(piece)
  }
}

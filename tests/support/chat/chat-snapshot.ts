import type { Answer } from '../../../src/domain/answer.ts'
import type { AskOptions } from '../../../src/domain/ask.ts'
import type { Citation } from '../../../src/domain/citation.ts'
import type { IndexSnapshot } from '../../../src/domain/index-snapshot.ts'
import type { AskRequest } from '../../../src/domain/question.ts'
import { FAKE_ARTICLES, fakeAsk, fakeCitation, fakeSnapshot } from '../fake-snapshot.ts'

/** Where a test holds an answer back: after its first token. */
export class Gate {
  private open: () => void = () => {}
  private opened = Promise.resolve()
  /** Questions whose answers were aborted. */
  readonly aborted: string[] = []

  close(): void {
    this.opened = new Promise((resolve) => {
      this.open = resolve
    })
  }

  release(): void {
    this.open()
  }

  /** Resolves when the gate is open, rejects when the client has left. */
  async pass(question: string, signal: AbortSignal | undefined): Promise<void> {
    const left = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        this.aborted.push(question)
        reject(signal.reason)
      })
    })
    await Promise.race([this.opened, left])
  }
}

const CODE = 'if (a < b) {\n  run("</pre><script>alert(1)</script>")\n}'

/** Answers of every kind, by a word of the question. */
const SCRIPTED: Readonly<Record<string, () => Partial<Answer>>> = {
  code: () => {
    const citation = fakeCitation(CODE)
    return {
      answer: `Do this:\n\n\`\`\`js\n${CODE}\n\`\`\`\n\n[1]`,
      citations: [{ ...citation, kind: 'code' }],
    }
  },
  table: () => ({
    answer: '| 名稱 | 年份 |\n| --- | --- |\n| Docker | 2013 |\n| Lambda | 2014 |\n\n[1]',
    citations: [{ ...fakeCitation('Docker\t2013'), kind: 'table' }],
  }),
  summary: () => ({
    answer: '- 第一項 **重要**[1]\n- 第二項[2]\n  - 裡面\n\n1. 一\n2. 二',
    citations: numbered([fakeCitation('第三項'), fakeCitation('之後一切都變了')]),
  }),
  unsure: () => ({ confidence: 0.4 }),
  hello: () => ({
    kind: 'conversation',
    answered: false,
    answer: 'Hello! Ask me about the articles.',
    citations: [],
    answerLanguage: 'en',
    language: 'en',
    suggestions: ['Lambda 什麼時候發布的?', "What's a container ship?"],
    act: 'greeting',
  }),
}

function numbered(citations: readonly Citation[]): Citation[] {
  return citations.map((citation, index) => ({ ...citation, marker: index + 1 }))
}

/**
 * A snapshot for pages in a browser: answers of every kind, streamed in pieces and held back at a gate. "broken" fails.
 * @param requests collects what was asked
 */
export function chatSnapshot(gate: Gate, requests: AskRequest[] = []): IndexSnapshot {
  async function ask(request: AskRequest, { signal, onPart }: AskOptions = {}): Promise<Answer> {
    requests.push(request)
    const answer = await answerTo(request)
    if (answer.citations.length > 0) onPart?.({ type: 'citations', citations: answer.citations })
    const pieces = answer.answer.match(/[\s\S]{1,6}/gu) ?? []
    for (const [index, text] of pieces.entries()) {
      onPart?.({ type: 'token', text })
      if (index === 0) await gate.pass(request.question, signal)
    }
    if (request.question.includes('broken')) throw new Error('broken on purpose')
    return answer
  }
  return fakeSnapshot({ ask })
}

async function answerTo(request: AskRequest): Promise<Answer> {
  const [, scripted] = Object.entries(SCRIPTED).find(([word]) => request.question.includes(word)) ?? []
  const isKnown = /Lambda|ship|最後/.test(request.question)
  const base = await fakeAsk(isKnown ? request : { ...request, question: scripted ? 'Lambda' : 'nothing' })
  if (scripted !== undefined) return { ...base, ...scripted() }
  if (base.kind !== 'declined') return base
  const [paragraph] = FAKE_ARTICLES[1]?.paragraphs ?? []
  if (paragraph === undefined) return base
  const { id, article, section, text, position } = paragraph
  const near = { id, article, title: 'Ships', section, paragraph: position, text, textStart: 0 }
  return { ...base, related: [{ ...near, url: `/articles/notes/ships#${id.split('#')[1]}` }] }
}

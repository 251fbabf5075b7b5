import { BaseCallbackHandler } from '@langchain/core/callbacks/base'
import { Document, type DocumentInterface } from '@langchain/core/documents'
import { StringOutputParser } from '@langchain/core/output_parsers'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { citationUrl } from '../../src/answer/citation-url.ts'
import { InvalidRequestError } from '../../src/errors.ts'
import { FootnoteRetriever, type FootnoteRetrieverFields } from '../../src/langchain/retriever.ts'
import { openSmallIndex, type SmallIndex } from '../support/corpora/small-corpus-index.ts'

const QUESTION = '誰收購了 Twinings?'

/** The names and inputs of the runs that a callback is told about. */
class Recorder extends BaseCallbackHandler {
  readonly name = 'recorder'
  readonly events: string[] = []

  override handleRetrieverStart(_retriever: unknown, query: string) {
    this.events.push(`start ${query}`)
  }

  override handleRetrieverEnd(documents: DocumentInterface[]) {
    this.events.push(`end ${documents.length}`)
  }

  override handleRetrieverError(error: Error) {
    this.events.push(`error ${error.message}`)
  }
}

function joined(documents: readonly DocumentInterface[]): string {
  return documents.map(({ pageContent }) => pageContent).join('\n\n')
}

describe('FootnoteRetriever', () => {
  let small: SmallIndex

  beforeAll(async () => {
    small = await openSmallIndex()
  })

  function retrieverWith(fields: Partial<FootnoteRetrieverFields> = {}): FootnoteRetriever {
    const { retriever, index } = small
    return new FootnoteRetriever({ retriever, library: index.library, urlOf: citationUrl, ...fields })
  }

  it('returns paragraphs as documents, best first', async () => {
    const documents = await retrieverWith().invoke(QUESTION)
    const [best] = documents
    expect(best).toBeInstanceOf(Document)
    const paragraph = small.index.library.article('tea')?.paragraphs[2]
    expect(best).toMatchObject({
      id: paragraph?.id,
      pageContent: paragraph?.text,
      metadata: {
        id: paragraph?.id,
        article: 'tea',
        title: '茶的故事',
        section: '收購',
        paragraph: 3,
        url: paragraph === undefined ? '' : citationUrl(paragraph),
      },
    })
    const scores = documents.map(({ metadata }) => metadata.score)
    expect(scores).toEqual([...scores].sort((left, right) => right - left))
    for (const score of scores) {
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  it.each([1, 2, 3])('returns at most k documents (k = %i), the same best ones', async (k) => {
    const all = await retrieverWith({ k: 100 }).invoke(QUESTION)
    expect(await retrieverWith({ k }).invoke(QUESTION)).toEqual(all.slice(0, k))
  })

  it('returns each paragraph once', async () => {
    const ids = (await retrieverWith({ k: 100 }).invoke(QUESTION)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses k = %d', (k) => {
    expect(() => retrieverWith({ k })).toThrow(InvalidRequestError)
  })

  it('finds nothing for a question without a word', async () => {
    expect(await retrieverWith().invoke('?!')).toEqual([])
  })

  it('gives addresses of the service that the chain belongs to', async () => {
    const urlOf: FootnoteRetrieverFields['urlOf'] = (paragraph) =>
      new URL(citationUrl(paragraph), 'https://footnote.example').href
    const [best] = await retrieverWith({ urlOf, k: 1 }).invoke(QUESTION)
    expect(best?.metadata.url).toMatch(/^https:\/\/footnote\.example\/articles\/tea#[\da-f]{12}$/)
  })

  it('pipes into a function', async () => {
    const count = retrieverWith({ k: 2 }).pipe((documents: DocumentInterface[]) => documents.length)
    expect(await count.invoke(QUESTION)).toBe(2)
  })

  it('answers questions in a batch as it does one by one', async () => {
    const questions = [QUESTION, 'Who built the first lighthouse?', '达灵顿铁路的工程师是谁?']
    const retriever = retrieverWith({ k: 1 })
    const batch = await retriever.batch(questions, { maxConcurrency: 2 })
    expect(batch).toEqual(await Promise.all(questions.map((question) => retriever.invoke(question))))
    expect(batch.map(([best]) => best?.metadata.article)).toEqual(['tea', 'lighthouses', 'railways'])
  })

  it('feeds a chat model through a prompt', async () => {
    const model = new FakeListChatModel({ responses: ['Associated British Foods.'] })
    const prompts: string[] = []
    const chain = RunnableSequence.from([
      { context: retrieverWith({ k: 1 }).pipe(joined), question: new RunnablePassthrough<string>() },
      ChatPromptTemplate.fromMessages([
        ['system', 'Answer from this text alone:\n{context}'],
        ['human', '{question}'],
      ]),
      (prompt: { toString(): string }) => {
        prompts.push(prompt.toString())
        return prompt
      },
      model,
      new StringOutputParser(),
    ])
    expect(await chain.invoke(QUESTION)).toBe('Associated British Foods.')
    expect(prompts).toEqual([expect.stringContaining('Associated British Foods 收購了 Twinings')])
    expect(prompts).toEqual([expect.stringContaining(QUESTION)])
  })

  it('tells the callbacks of the config and its own', async () => {
    const [ofConfig, own] = [new Recorder(), new Recorder()]
    await retrieverWith({ k: 1, callbacks: [own] }).invoke(QUESTION, { callbacks: [ofConfig] })
    expect(ofConfig.events).toEqual([`start ${QUESTION}`, 'end 1'])
    expect(own.events).toEqual(ofConfig.events)
  })

  it('lets errors through, and tells the callbacks', async () => {
    const recorder = new Recorder()
    const retriever = { retrieve: () => Promise.reject(new Error('no embeddings today')) }
    const failing = retrieverWith({ retriever }).invoke(QUESTION, { callbacks: [recorder] })
    await expect(failing).rejects.toThrow('no embeddings today')
    expect(recorder.events).toEqual([`start ${QUESTION}`, 'error no embeddings today'])
  })
})

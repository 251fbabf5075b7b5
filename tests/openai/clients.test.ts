import { ChatOpenAI } from '@langchain/openai'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendParts } from '../../src/answer/streaming/answer-parts.ts'
import { createApp } from '../../src/http/create-app.ts'
import { type RunningServer, serve } from '../../src/http/serve.ts'
import { commonInterfaces } from '../../src/interfaces.ts'
import { silentLog } from '../../src/log.ts'
import { feedbackToLog } from '../../src/question-log/feedback.ts'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../support/fake-snapshot.ts'

const QUESTION = 'Lambda 什麼時候發布的?'
const ANSWER = `${LAMBDA_SENTENCE}[1]`
const TITLE = `雲 <計算> & 容器 · ¶ 1 — “${LAMBDA_SENTENCE}”`

/** A snapshot that streams what it answers. */
const snapshot = fakeSnapshot({
  ask: async (request, options) => {
    const answer = await fakeAsk(request)
    sendParts(answer, options?.onPart)
    return answer
  },
})

describe('official clients', () => {
  let server: RunningServer
  let openai: OpenAI

  beforeAll(async () => {
    const app = createApp({
      current: () => snapshot,
      interfaces: commonInterfaces({ log: silentLog, feedback: feedbackToLog(silentLog) }),
    })
    server = await serve(app.fetch, { host: '127.0.0.1', port: 0 })
    openai = new OpenAI({ baseURL: `${server.origin}/v1`, apiKey: 'none', maxRetries: 0 })
  })

  afterAll(async () => {
    await server.close(1000)
  })

  const url = () => `${server.origin}/articles/cloud?mark=aa11.3-34#aa11`

  it('list the models', async () => {
    const ids: string[] = []
    for await (const { id } of openai.models.list()) ids.push(id)
    expect(ids).toEqual(['footnote', 'footnote-links'])
    expect(await openai.models.retrieve('footnote')).toMatchObject({ id: 'footnote', object: 'model' })
  })

  it('complete a chat, with the quote and an absolute address as annotation', async () => {
    const completion = await openai.chat.completions.create({
      model: 'footnote',
      messages: [
        { role: 'system', content: 'You are a pirate.' },
        { role: 'user', content: [{ type: 'text', text: QUESTION }] },
      ],
      temperature: 0.2,
      max_tokens: 5,
      tools: [{ type: 'function', function: { name: 'f', parameters: {} } }],
    })
    const [choice] = completion.choices
    expect(choice?.finish_reason).toBe('stop')
    expect(choice?.message.content).toBe(ANSWER)
    expect(choice?.message.annotations).toEqual([
      {
        type: 'url_citation',
        url_citation: {
          start_index: LAMBDA_SENTENCE.length,
          end_index: LAMBDA_SENTENCE.length + 3,
          title: TITLE,
          url: url(),
        },
      },
    ])
    expect(completion.usage?.total_tokens).toBe(
      (completion.usage?.prompt_tokens ?? 0) + (completion.usage?.completion_tokens ?? 0),
    )
  })

  it('stream a chat, with all sources in the chunk that ends it, and usage when asked', async () => {
    const stream = await openai.chat.completions.create({
      model: 'footnote',
      messages: [{ role: 'user', content: QUESTION }],
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks: OpenAI.Chat.ChatCompletionChunk[] = []
    for await (const chunk of stream) chunks.push(chunk)
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' })
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(ANSWER)
    expect(chunks.length).toBeGreaterThan(4)
    const annotated = chunks.filter(({ choices }) => choices[0] && 'annotations' in choices[0].delta)
    expect(annotated).toHaveLength(1)
    expect(annotated[0]?.choices[0]).toMatchObject({
      delta: { annotations: [{ type: 'url_citation', url_citation: { title: TITLE, url: url() } }] },
      finish_reason: 'stop',
    })
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
    expect(chunks.filter(({ usage }) => usage)).toHaveLength(1)
  })

  it('gather a streamed chat into a whole one', async () => {
    const runner = openai.chat.completions.stream({
      model: 'footnote',
      messages: [{ role: 'user', content: QUESTION }],
    })
    const completion = await runner.finalChatCompletion()
    expect(completion.choices[0]?.message.content).toBe(ANSWER)
    expect(completion.choices[0]?.finish_reason).toBe('stop')
  })

  it('write links into the text for clients that show no annotations', async () => {
    const { choices } = await openai.chat.completions.create({
      model: 'footnote-links',
      messages: [{ role: 'user', content: QUESTION }],
    })
    expect(choices[0]?.message.annotations).toEqual([])
    expect(choices[0]?.message.content).toBe(
      `${LAMBDA_SENTENCE}[\\[1\\]](${url()})\n\n**來源**\n\n` +
        `1. [雲 \\<計算\\> & 容器 · ¶ 1](${url()}): “${LAMBDA_SENTENCE}”`,
    )
  })

  it('get no sources for what the articles do not say', async () => {
    const { choices } = await openai.chat.completions.create({
      model: 'footnote',
      messages: [{ role: 'user', content: '天氣怎麼樣?' }],
    })
    expect(choices[0]?.message).toMatchObject({ content: '文章沒有提到。', annotations: [] })
  })

  it('create a response', async () => {
    const response = await openai.responses.create({
      model: 'footnote',
      instructions: 'Be brief.',
      input: [
        { role: 'user', content: '天氣怎麼樣?' },
        { role: 'assistant', content: '文章沒有提到。' },
        { role: 'user', content: [{ type: 'input_text', text: QUESTION }] },
      ],
    })
    expect(response.status).toBe('completed')
    expect(response.output_text).toBe(ANSWER)
    expect(response.output[0]).toMatchObject({
      type: 'message',
      content: [{ annotations: [{ type: 'url_citation', title: TITLE, url: url() }] }],
    })
  })

  it('stream a response, each event numbered', async () => {
    const stream = await openai.responses.create({ model: 'footnote', input: QUESTION, stream: true })
    const events: OpenAI.Responses.ResponseStreamEvent[] = []
    for await (const event of stream) events.push(event)
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => at))
    const types = events.map(({ type }) => type)
    expect(types.filter((type, at) => type !== types[at - 1])).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.annotation.added',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ])
    const text = events.flatMap((event) => (event.type === 'response.output_text.delta' ? [event.delta] : []))
    expect(text.join('')).toBe(ANSWER)
    const gathered = await openai.responses.stream({ model: 'footnote', input: QUESTION }).finalResponse()
    expect(gathered.output_text).toBe(ANSWER)
  })

  it('are told what was wrong in the words of their API', async () => {
    const messages = [{ role: 'user' as const, content: QUESTION }]
    await expect(openai.chat.completions.create({ model: 'gpt-9', messages })).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
      param: 'model',
      type: 'invalid_request_error',
    })
    await expect(openai.models.retrieve('gpt-9')).rejects.toThrow(OpenAI.NotFoundError)
    await expect(openai.chat.completions.create({ model: 'footnote', messages: [] })).rejects.toMatchObject({
      status: 400,
      param: 'messages',
    })
    const long = [{ role: 'user' as const, content: 'a'.repeat(1001) }]
    await expect(openai.chat.completions.create({ model: 'footnote', messages: long })).rejects.toThrow(
      /1001 characters; at most 1000/,
    )
    await expect(
      openai.responses.create({ model: 'footnote', input: QUESTION, previous_response_id: 'resp_1' }),
    ).rejects.toMatchObject({ status: 400, param: 'previous_response_id' })
  })

  describe('ChatOpenAI of LangChain', () => {
    const chat = (fields: object = {}) =>
      new ChatOpenAI({
        model: 'footnote',
        apiKey: 'none',
        maxRetries: 0,
        configuration: { baseURL: `${server.origin}/v1` },
        ...fields,
      })

    it('invokes', async () => {
      const message = await chat().invoke([
        ['system', 'Be brief.'],
        ['human', QUESTION],
      ])
      expect(message.content).toBe(ANSWER)
      expect(message.usage_metadata).toMatchObject({ total_tokens: expect.any(Number) })
    })

    it('streams', async () => {
      const pieces: string[] = []
      let last: unknown
      for await (const chunk of await chat().stream(QUESTION)) {
        pieces.push(chunk.text)
        last = chunk.response_metadata.finish_reason ?? last
      }
      expect(pieces.join('')).toBe(ANSWER)
      expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(1)
      expect(last).toBe('stop')
    })

    it('has the sources of a response', async () => {
      const message = await chat({ useResponsesApi: true }).invoke(QUESTION)
      expect(message.text).toBe(ANSWER)
      expect(message.content).toMatchObject([{ type: 'text', annotations: [{ title: TITLE, url: url() }] }])
    })
  })
})

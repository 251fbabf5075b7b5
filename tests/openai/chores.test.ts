import { describe, expect, it } from 'vitest'
import { choreReply } from '../../src/openai/chores.ts'
import type { ChatMessage } from '../../src/openai/conversation.ts'

const HISTORY = `### Chat History:
<chat_history>
USER: When was Lambda released?
ASSISTANT: In 2014.
</chat_history>`

function asUser(text: string): ChatMessage[] {
  return [{ role: 'user', text }]
}

describe('the chores of Open WebUI', () => {
  it.each([
    [
      'a title',
      `### Task:\nGenerate a concise, 3-5 word title with an emoji summarizing the chat history.\n### Output:\nJSON format: { "title": "your concise title here" }\n### Examples:\n- { "title": "📉 Stock Market Trends" }\n${HISTORY}`,
      { title: 'When was Lambda released?' },
    ],
    [
      'tags',
      `### Task:\nGenerate 1-3 broad tags.\n### Guidelines:\n- use only ["General"]\n### Output:\nJSON format: { "tags": ["tag1", "tag2"] }\n\n${HISTORY}`,
      { tags: [] },
    ],
    [
      'questions to go on with',
      `### Task:\nSuggest 3-5 relevant follow-up questions.\n### Output:\nJSON format: { "follow_ups": ["Question 1?"] }\n${HISTORY}`,
      { follow_ups: [] },
    ],
    [
      'search queries',
      `### Task:\nAnalyze the chat history.\n- respond in the format: { "queries": ["query1"] }\n### Output:\nStrictly return in JSON format: \n{\n  "queries": ["query1"]\n}\n\n${HISTORY}\n`,
      { queries: [] },
    ],
    [
      'a picture',
      `### Task:\nGenerate a detailed prompt.\n### Output:\n{\n    "prompt": "Your detailed description here."\n}\n${HISTORY}`,
      { prompt: '' },
    ],
    [
      'a completion of what is typed',
      `### Task:\nYou are an autocompletion system.\n5. If unsure, return: \`{ "text": "" }\`.  \n${HISTORY}\n<type>General</type>\n<text>When was</text>`,
      { text: '' },
    ],
  ])('%s: gets valid JSON', (_name, prompt, reply) => {
    expect(JSON.parse(choreReply(asUser(prompt), false) ?? '')).toEqual(reply)
  })

  it('cuts a long title', () => {
    const prompt = `### Task:\nTitle.\n{ "title": "x" }\n<chat_history>\nUSER: ${'😀'.repeat(100)}\n</chat_history>`
    const { title } = JSON.parse(choreReply(asUser(prompt), false) ?? '') as { title: string }
    expect([...title]).toHaveLength(60)
    expect(title).not.toMatch(/\p{Surrogate}/u)
  })

  it('chooses no tools', () => {
    const system =
      'Available Tools: [{"name": "search"}]\n\nreturn an empty array: \n   {\n     "tool_calls": []\n   }'
    const messages = [{ role: 'system', text: system }, ...asUser('Query: When was Lambda released?')]
    expect(JSON.parse(choreReply(messages, false) ?? '')).toEqual({ tool_calls: [] })
  })

  it('reflects no face', () => {
    const prompt =
      "Your task is to reflect the speaker's likely facial expression through a fitting emoji. Message: ```Hi```"
    expect(choreReply(asUser(prompt), false)).toMatch(/^\p{Emoji}$/u)
  })

  it.each([
    '### Task:\nRespond to the user query using the provided context.\n<context>\nx\n</context>\n\n<user_query>\nWhen?\n</user_query>',
    '### Task:\nRespond to the user query using the provided context.\n<context>\n{ "title": "x" }\n</context>\nWhen?',
  ])('leaves a question with its context to be answered', (prompt) => {
    expect(choreReply(asUser(prompt), false)).toBeUndefined()
  })
})

describe('the titles of other clients', () => {
  it('LobeChat: as text, or as the JSON that it demands', () => {
    const messages = [
      {
        role: 'system',
        text: 'You are a professional conversation summarizer. Generate a concise title that captures the essence of the conversation.',
      },
      {
        role: 'user',
        text: '<user>\nWhen was Lambda released?\n</user>\n<assistant>\nIn 2014.\n</assistant>',
      },
    ]
    expect(choreReply(messages, false)).toBe('When was Lambda released?')
    expect(choreReply(messages, true)).toBe('{"title":"When was Lambda released?"}')
  })

  it.each([
    'Provide a concise, 5-word-or-less title for the conversation, using title case conventions. Only return the title itself.\n\nConversation:\nUser: When was Lambda released?\nAI: In 2014.',
    'Analyze this conversation and provide:\n1. The detected language of the conversation\n2. A concise title in the detected language\n\nUser: When was Lambda released?',
    'Write a concise title for this conversation in the given language.\n\n||>User:\n"When was Lambda released?"\n||>Response:\n"In 2014."',
  ])('LibreChat: says what was asked first', (prompt) => {
    expect(choreReply(asUser(prompt), false)).toBe('When was Lambda released?')
  })
})

describe('a megabyte of what chores begin with', () => {
  it.each([
    [asUser(`### Task:${'<chat_history>'.repeat(70_000)}`), '{}'],
    [asUser(`### Task: title${'\n'.repeat(1_000_000)}`), 'Footnote'],
    [asUser(`### Task:${'{ "a'.repeat(250_000)}`), '{}'],
    [[{ role: 'system', text: 'conversation summarizer '.repeat(40_000) }, ...asUser('a')], undefined],
    [asUser('Analyze this conversation and provide:'.repeat(27_000)), undefined],
  ])('is read once: %#', (messages, reply) => {
    expect(choreReply(messages, false)).toBe(reply)
  })
})

describe('a question', () => {
  it.each([
    'When was Lambda released?',
    '文章的標題是什麼?',
    'What is the title of the conversation about containers?',
    '### Tasks\nWhat does Kubernetes do?',
    '',
  ])('is no chore: %j', (text) => {
    expect(choreReply(asUser(text), false)).toBeUndefined()
  })

  it('is none under instructions that are about something else', () => {
    const system = {
      role: 'system',
      text: 'You are a helpful assistant. Summarize long answers, with a title.',
    }
    expect(choreReply([system, ...asUser('When was Lambda released?')], false)).toBeUndefined()
  })
})

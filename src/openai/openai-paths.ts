import type { Paths } from '../protocol/openapi/openapi-types.ts'
import { operation, pathParameter } from '../protocol/openapi/operation.ts'
import { chatCompletion } from './chat/chat-completion.ts'
import { chatRequest } from './chat/chat-request.ts'
import { model, modelList } from './models.ts'
import { openAiError } from './openai-error.ts'
import { responseObject } from './responses/response-object.ts'
import { responseRequest } from './responses/response-request.ts'

const common = { tag: 'OpenAI-compatible', errors: openAiError } as const

const BODY_PROBLEMS = [
  'invalid-request',
  'malformed-json',
  'not-found',
  'content-too-large',
  'unsupported-media-type',
] as const

export const openAiPaths: Paths = {
  '/v1/models': {
    get: operation({
      ...common,
      id: 'listModels',
      summary: 'List the models',
      answers: { 200: { description: 'All models.', content: { 'application/json': modelList } } },
    }),
  },
  '/v1/models/{id}': {
    get: operation({
      ...common,
      id: 'readModel',
      summary: 'Describe a model',
      parameters: [pathParameter('id', '`footnote` or `footnote-links`.')],
      answers: { 200: { description: 'The model.', content: { 'application/json': model } } },
      problems: ['not-found'],
    }),
  },
  '/v1/chat/completions': {
    post: operation({
      ...common,
      id: 'createChatCompletion',
      costs: true,
      summary: 'Answer the last message of a chat',
      description:
        'The sources are `annotations` of the message or, with `stream`, of the last chunk that has a choice. The model `footnote-links` writes them into the text instead.',
      body: chatRequest,
      example: { model: 'footnote', messages: [{ role: 'user', content: 'When was Lambda released?' }] },
      answers: {
        200: {
          description: 'The completion.',
          content: { 'application/json': chatCompletion, 'text/event-stream': undefined },
        },
      },
      problems: BODY_PROBLEMS,
    }),
  },
  '/v1/responses': {
    post: operation({
      ...common,
      id: 'createResponse',
      costs: true,
      summary: 'Answer the last message of the input',
      description: 'Nothing is stored, so send the whole conversation with each request.',
      body: responseRequest,
      example: { model: 'footnote', input: 'When was Lambda released?' },
      answers: {
        200: {
          description: 'The response.',
          content: { 'application/json': responseObject, 'text/event-stream': undefined },
        },
      },
      problems: BODY_PROBLEMS,
    }),
  },
}

import * as z from 'zod'
import type { AnswerKind, ConversationAct } from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import { components } from './openapi/components.ts'
import { block, blockKind, relatedParagraph, span, styledSpan, whereabouts } from './paragraph-schemas.ts'
import { LANGUAGES } from './request-fields.ts'
import type { ServedAnswer } from './served-answer.ts'

const language = z.enum(LANGUAGES).register(components, { id: 'Language' })

const KINDS = { answer: true, declined: true, conversation: true } satisfies Record<AnswerKind, true>

const ACTS = {
  greeting: true,
  farewell: true,
  thanks: true,
  assent: true,
  laughter: true,
  praise: true,
  complaint: true,
  stop: true,
  ping: true,
  wellbeing: true,
  reaction: true,
  help: true,
  identity: true,
  articles: true,
  'which-article': true,
  unclear: true,
  'no-more': true,
  'out-of-scope': true,
} satisfies Record<ConversationAct, true>

/** The names in a record, for `z.enum`; a record, so that the compiler tells which one is missing. */
function namesOf<Name extends string>(names: Record<Name, true>): [Name, ...Name[]] {
  return Object.keys(names) as [Name, ...Name[]]
}

const citation = z
  .object({
    ...span.shape,
    marker: z.int().min(1).describe('The `n` of `[n]` in the answer.'),
    ...whereabouts,
    kind: blockKind,
    language: language.describe('Language of the quoted words.'),
    quote: z.string().describe('Equal to `text.slice(start, end)`, in UTF-16 code units.'),
    text: z.string().describe('The paragraph, or the part around the quote if it is very long.'),
    textStart: z
      .int()
      .min(0)
      .describe('Where `text` begins in the paragraph; 0 unless the paragraph was cut.'),
    url: z.string().describe('Address that opens the article at the quoted words, relative to the service.'),
    score: z.number().min(0).max(1).describe('How well the paragraph answers the question.'),
    blocks: z
      .array(block)
      .exactOptional()
      .describe('With `inlineMarkup`: the blocks that make up `text`, with offsets in it.'),
    styles: z
      .array(styledSpan)
      .exactOptional()
      .describe('With `inlineMarkup`: the inline code, emphasis and links in `text`.'),
  })
  .register(components, { id: 'Citation' }) satisfies z.ZodType<Citation>

/** What `POST /ask` answers with. */
export const servedAnswer = z
  .object({
    kind: z
      .enum(namesOf(KINDS))
      .describe('`declined` if the articles do not say; `conversation` if the turn asks nothing about them.'),
    answered: z.boolean().describe('True exactly for `kind: answer`.'),
    answer: z.string().describe('Markdown, with a marker `[n]` for each citation.'),
    citations: z.array(citation).describe('In order of first use.'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'Calibrated probability that the articles answer the question and that these citations show it.',
      ),
    language: language.describe('Language of the question.'),
    answerLanguage: language.describe('Language that `answer` is written in.'),
    answerer: z
      .string()
      .describe('What made the answer: `extractive`, `written`, `conversation` or a language model.'),
    related: z.array(relatedParagraph).describe('When declined: up to two of the nearest paragraphs.'),
    act: z
      .enum(namesOf(ACTS))
      .exactOptional()
      .describe('For `kind: conversation`: what the turn was taken for.'),
    suggestions: z.array(z.string()).exactOptional().describe('Questions that the articles answer.'),
    degraded: z
      .object({ reason: z.string() })
      .exactOptional()
      .describe('Why another answerer wrote the answer than the one that should have.'),
    generation: z.string().describe('Id of the index build that the answer was made from.'),
  })
  .register(components, { id: 'Answer' }) satisfies z.ZodType<ServedAnswer>

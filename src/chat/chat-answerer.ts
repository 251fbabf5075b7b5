import type { Answerer, AnswerTask, DraftedAnswer } from '../answer/answerer.ts'
import type { ClaimChecker } from '../claims/check-claim.ts'
import { ChatError, type ChatFault } from '../errors.ts'
import { detectLanguage } from '../text/languages.ts'
import type { ChatClient } from './calling/chat-client.ts'
import { replyTokens } from './chat-settings.ts'
import { ClaimJudge, type SupportedClaim } from './claims/judge-claims.ts'
import { WrittenAnswer } from './claims/written-answer.ts'
import { degradation } from './degradation.ts'
import { answerPrompt } from './prompt/answer-prompt.ts'
import { countPromptTokens } from './prompt/count-tokens.ts'
import { labelSentences, type SourceParagraph } from './prompt/source-sentences.ts'
import { KnownLabels } from './reply/known-labels.ts'
import { ReplyReader } from './reply/reply-reader.ts'

export interface ChatAnswererOptions {
  readonly client: ChatClient
  readonly checker: Pick<ClaimChecker, 'check'>
  /** Answers where the model is of no use. */
  readonly otherwise: Answerer
}

/**
 * Answers in the words of a language model. It is shown sentences under labels, and names labels for what it says; each
 * of its claims leaves as soon as the gate has let it through, with the words of the articles beside it. Where nothing
 * passes, or the model fails, `otherwise` answers; where claims have left before it fails, they are the answer.
 */
export function chatAnswerer({ client, checker, otherwise }: ChatAnswererOptions): Answerer {
  const { name, timeoutMilliseconds } = client.settings
  return async (task) => {
    const { question } = task.retrieval
    const sources = sourcesFor(task, client)
    const judge = new ClaimJudge(checker, sources, task.language)
    const written = new WrittenAnswer(task)
    const labels = sources.flatMap(({ sentences }) => sentences.map(({ label }) => label))
    const foreign: SupportedClaim[] = []
    let last: SupportedClaim | undefined
    const reader = new ReplyReader(new KnownLabels(labels), (unit) => {
      if (unit.text === '') {
        if (last !== undefined) written.addEvidence(judge.alsoSupport(last, unit.labels))
        return
      }
      const judged = judge.judge(unit)
      foreign.push(...judged.filter(({ isForeign }) => isForeign))
      last = judged.filter((claim) => !claim.isForeign && written.add(claim)).at(-1)
    })
    const isWanted = () => !reader.saysNotThere && !written.isFull
    const fault = await faultOf(async () => {
      if (sources.length === 0) throw new ChatError('overflow', 'No sentence fits into the prompt')
      await client.call(answerPrompt(question, sources, task.language), {
        deadline: task.startedAt + timeoutMilliseconds,
        signal: task.signal,
        onStage: task.onStage,
        onText: (text) => {
          reader.add(text)
          return isWanted()
        },
      })
    })
    // Of a reply that was cut off, the end says nothing.
    if (fault === undefined) reader.end()
    const withQuotations = () => {
      for (const claim of foreign) written.add(claim)
      return drafted(written, fault, task, name)
    }
    if (written.claims.length > 0) return withQuotations()
    if (fault === undefined && (reader.saysNotThere || reader.silence === 'not-there')) return undefined
    const extractive = await otherwise(task)
    // Quotations in another language alone are given where without the model there would be nothing else either.
    if (foreign.length > 0 && extractive?.language.slice(0, 2) !== task.language.slice(0, 2))
      return withQuotations()
    const isForeign = foreign.length > 0 || judge.hasForeign
    const reason = fault ?? (isForeign ? 'language' : silenceFault(reader))
    return extractive && { ...extractive, degraded: degradation(reason, task.language) }
  }
}

/** As many sentences as the context has room for beside the rest of the prompt and the reply. */
function sourcesFor(
  { retrieval, library, language }: AnswerTask,
  { settings }: ChatClient,
): SourceParagraph[] {
  const { system, user } = answerPrompt(retrieval.question, [], language)
  const tokens = settings.contextTokens - replyTokens(settings) - countPromptTokens({ system, user })
  return labelSentences(retrieval, library, { tokens, beside: [system, user] })
}

function drafted(
  { answer, claims }: WrittenAnswer,
  fault: ChatFault | undefined,
  { language }: AnswerTask,
  name: string,
): DraftedAnswer {
  return {
    answer,
    claims,
    language: detectLanguage(answer, language),
    answerer: name,
    ...(fault !== undefined && { degraded: degradation(fault, language) }),
  }
}

/** @returns what kept the model from answering; nothing where it did */
async function faultOf(call: () => Promise<void>): Promise<ChatFault | undefined> {
  try {
    await call()
    return undefined
  } catch (error) {
    if (error instanceof ChatError) return error.fault
    throw error
  }
}

function silenceFault({ silence }: ReplyReader): ChatFault {
  return silence === 'not-there' ? 'unsupported' : silence
}

import { type Complaint, Draft, type StatementChecker } from './draft.ts'
import { buildCorrection, buildPrompt, buildRepetition, type Surroundings } from './prompt.ts'
import { type ReadReply, readReply } from './reply.ts'
import type { SidecarEntry } from './sidecar-entry.ts'

/** Who says what; as LangChain's chat models take it. */
export type Message = readonly [role: 'system' | 'human' | 'ai', content: string]

/** Says what comes next in a conversation with a chat model. */
export type Converse = (messages: readonly Message[]) => Promise<string>

export interface WrittenEntry {
  /** Undefined where nothing the model wrote can be used. */
  readonly entry: SidecarEntry | undefined
  /** What it wrote and is not in the entry, or should have written. */
  readonly leftOut: readonly Complaint[]
}

/**
 * Has a chat model write the sidecar's entry about a paragraph, checks it, and asks once more for what does not hold.
 * A paragraph that it finds nothing to ask about gets an entry without answers, so that it is not asked about again.
 *
 * @param claims holds what quotes say in English to them; without it, nothing of that is kept
 * @throws whatever `converse` throws
 */
export async function writeEntry(
  surroundings: Surroundings,
  converse: Converse,
  claims?: StatementChecker,
): Promise<WrittenEntry> {
  const draft = new Draft(surroundings, claims)
  const { system, user } = buildPrompt(surroundings, crypto.randomUUID().slice(0, 8))
  const messages: Message[] = [
    ['system', system],
    ['human', user],
  ]
  const said = await converse(messages)
  const first = take(draft, readReply(said))
  const again = first.complaints.filter(({ about }) => about !== 'surplus')
  if (again.length === 0) return { entry: draft.entry, leftOut: first.complaints }

  const { fault } = first
  const correction = fault === undefined ? buildCorrection(again) : buildRepetition(fault)
  const before = draft.entry
  const second = take(draft, readReply(await converse([...messages, ['ai', said], ['human', correction]])))
  const foundNothing = [...first.complaints, ...second.complaints].every(({ about }) => about === 'nothing')
  return {
    entry: draft.isEmpty && !foundNothing ? undefined : draft.entry,
    leftOut:
      fault === undefined
        ? withoutRepetition([
            ...unreplaced(first.complaints, before, draft.entry),
            // What it says once more although it was taken over is no loss.
            ...second.complaints.filter(({ about }) => about !== 'surplus'),
          ])
        : second.complaints,
  }
}

function take(draft: Draft, read: ReadReply): { complaints: Complaint[]; fault?: string } {
  if ('reply' in read) return { complaints: draft.take(read.reply) }
  return { complaints: [{ about: 'reply', text: `the reply: ${read.fault}` }], fault: read.fault }
}

/** The complaints about a first reply that the second one brought nothing for: as many of a kind as it brought are met. */
function unreplaced(
  complaints: readonly Complaint[],
  before: SidecarEntry,
  after: SidecarEntry,
): Complaint[] {
  const had = new Set(before.answers.map(({ quote }) => quote))
  const added = {
    context: Number(before.context === undefined && after.context !== undefined),
    answer: after.answers.length - before.answers.length,
    question:
      questionCount(after.answers.filter(({ quote }) => had.has(quote))) - questionCount(before.answers),
    statement: statementCount(after.answers) - statementCount(before.answers),
    nothing: 1,
    surplus: 0,
    reply: 0,
  }
  return complaints.filter(({ about }) => added[about]-- <= 0)
}

/** A model that insists on its fault has made it once. */
function withoutRepetition(complaints: readonly Complaint[]): Complaint[] {
  return [...new Map(complaints.map((complaint) => [complaint.text, complaint])).values()]
}

function statementCount(answers: SidecarEntry['answers']): number {
  return answers.filter(({ says }) => says !== undefined).length
}

/** How many questions these answers have, in all languages. */
export function questionCount(answers: SidecarEntry['answers']): number {
  return answers.reduce(
    (count, answer) => count + answer['zh-Hant'].length + answer['zh-Hans'].length + answer.en.length,
    0,
  )
}

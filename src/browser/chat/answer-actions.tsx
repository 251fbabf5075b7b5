/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Answer } from '../../domain/answer.ts'
import { CopyIcon, RetryIcon, ShareIcon, ThumbDownIcon, ThumbUpIcon } from '../../views/icons.tsx'
import type { AnswerWords, FeedbackReason } from '../../views/words/answer-words.ts'

interface Props {
  readonly answer: Pick<Answer, 'kind'>
  readonly words: AnswerWords
}

/** What one can do with an answer. */
export function AnswerActions({ answer, words }: Props) {
  return (
    <div class="actions">
      <Action name="copy" label={words.copy}>
        <CopyIcon />
      </Action>
      {answer.kind === 'conversation' ? (
        ''
      ) : (
        <>
          <Action name="share" label={words.share}>
            <ShareIcon />
          </Action>
          <Action name="up" label={words.helpful} pressed="false">
            <ThumbUpIcon />
          </Action>
          <Action name="down" label={words.unhelpful} pressed="false">
            <ThumbDownIcon />
          </Action>
        </>
      )}
      <span class="note"></span>
    </div>
  )
}

/** Where an answer was stopped or failed. */
export function RetryAction({ words }: Pick<Props, 'words'>) {
  return (
    <div class="actions">
      <button type="button" data-action="retry" class="labelled">
        <RetryIcon />
        {words.retry}
      </button>
    </div>
  )
}

function Action({
  name,
  label,
  pressed,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly pressed?: string
  readonly children: unknown
}) {
  return (
    <button type="button" data-action={name} aria-label={label} title={label} aria-pressed={pressed}>
      {children as string}
    </button>
  )
}

/** Reasons why an answer was of no use; which of them can be depends on what was answered. */
const REASONS: Readonly<Record<Answer['kind'], readonly FeedbackReason[]>> = {
  answer: ['wrong-source', 'wrong-answer', 'incomplete'],
  declined: ['should-have-answered', 'wrong-answer'],
  conversation: ['wrong-answer'],
}

export function FeedbackReasons({ answer, words }: Props) {
  return (
    <fieldset class="reasons">
      <legend>{words.why}</legend>
      {REASONS[answer.kind].map((reason) => (
        <button type="button" data-reason={reason}>
          {words.reasons[reason]}
        </button>
      ))}
    </fieldset>
  )
}

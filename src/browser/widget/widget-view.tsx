/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Suggestions } from '../../views/answer/answer-view.tsx'
import { CloseIcon, QuestionIcon, SendIcon, StopIcon } from '../../views/icons.tsx'
import type { AnswerWords } from '../../views/words/answer-words.ts'
import type { WidgetOptions } from './widget-options.ts'
import type { WidgetWords } from './words.ts'

export interface WidgetViewProps {
  readonly options: WidgetOptions
  readonly words: WidgetWords
  readonly answerWords: AnswerWords
}

/** What opens the panel. */
export function OpenButton({ options, words }: Omit<WidgetViewProps, 'answerWords'>) {
  return (
    <button type="button" class={`open ${options.side}`} aria-haspopup="dialog" lang={options.language}>
      <QuestionIcon />
      {options.label ?? words.ask}
    </button>
  )
}

/** The panel: a conversation, and the box that questions are written in. */
export function WidgetPanel({ options, words, answerWords }: WidgetViewProps) {
  const { language, title, side, consent, questions, note } = options
  return (
    <dialog class={`panel empty ${side}`} lang={language} aria-label={title}>
      <div class="bar">
        <h2>{title}</h2>
        <button type="button" class="new">
          {words.newConversation}
        </button>
        <button type="button" class="close" aria-label={answerWords.close} title={answerWords.close}>
          <CloseIcon />
        </button>
      </div>
      <div class="scroll" tabindex={0}>
        <div class="start">
          <p>{words.greeting}</p>
          {questions.length === 0 ? (
            ''
          ) : (
            <Suggestions questions={questions} language={language} words={answerWords} />
          )}
        </div>
        <div class="conversation" role="log" aria-live="off" aria-label={title}></div>
      </div>
      {consent === undefined ? '' : <Consent text={consent} words={words} />}
      <form class="composer" hidden={consent !== undefined}>
        <div class="box">
          <textarea
            rows={1}
            maxlength={1000}
            autocomplete="off"
            enterkeyhint="send"
            aria-label={answerWords.question}
            placeholder={words.placeholder}
          ></textarea>
          <button type="submit" class="send" aria-label={answerWords.send} title={answerWords.send}>
            <SendIcon />
          </button>
          <button type="button" class="stop" aria-label={answerWords.stop} title={answerWords.stop} hidden>
            <StopIcon />
          </button>
        </div>
        {note === undefined ? '' : <p class="note">{note}</p>}
      </form>
      <div class="hidden" role="status"></div>
    </dialog>
  )
}

function Consent({ text, words }: { readonly text: string; readonly words: WidgetWords }) {
  return (
    <form class="consent">
      <p lang="">{text}</p>
      <button type="submit">{words.agree}</button>
    </form>
  )
}

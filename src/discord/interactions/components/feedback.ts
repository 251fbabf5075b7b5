import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { failureText } from '../../answer-question.ts'
import type { BotContext } from '../../bot-context.ts'
import { questionBehind } from '../../conversation/answer-target.ts'
import { readAnswer } from '../../conversation/history.ts'
import { languageOfLocale } from '../../phrases/locale.ts'
import type { Phrases } from '../../phrases/phrases.ts'
import { phrasesFor } from '../../phrases/phrases-for.ts'
import { type Action, commentFormId } from '../../render/custom-id.ts'
import { renderNotice } from '../../render/render-notice.ts'
import { shownParagraphs } from '../../render/shown-paragraphs.ts'
import { loggable } from '../../rest/api-errors.ts'
import {
  type ButtonInteraction,
  deferred,
  formed,
  type InteractionReply,
  noticed,
  type PersonalInteraction,
  personOf,
  quietly,
} from '../interaction-reply.ts'

const COMMENT = 'comment'
const LONGEST_COMMENT = 1000

interface Rating {
  readonly rating: 'up' | 'down'
  /** Id of the answer in the question log; unknown below answers of older versions. */
  readonly answerId: string | undefined
  readonly comment?: string
}

/** 👍 is thanked for once it is kept; 👎 is kept, and asks what was wrong. */
export function takeRating(
  context: BotContext,
  interaction: ButtonInteraction,
  { rating, answerId }: Extract<Action, { kind: 'feedback' }>,
): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const key = `${interaction.message.id} ${personOf(interaction)?.id}`
  const isKnown = context.memory.ratings.get(key) === rating
  context.memory.ratings.set(key, rating)
  const keep = () => keepRating(context, interaction, interaction.message, { rating, answerId })
  if (rating === 'down') {
    return formed(commentForm(phrases, answerId), async () => {
      if (isKnown) return
      await keep().catch((error) => {
        context.memory.ratings.delete(key)
        context.log.error({ err: loggable(error) }, 'Feedback could not be kept')
      })
    })
  }
  if (isKnown) return noticed(phrases.feedbackThanks)
  return quietly(async () => {
    try {
      await keep()
      return [renderNotice(phrases.feedbackThanks)]
    } catch (error) {
      context.memory.ratings.delete(key)
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

/** What was wrong, in the words of the one who pressed 👎. */
export function takeComment(
  context: BotContext,
  interaction: APIModalSubmitInteraction,
  answerId: string | undefined,
): InteractionReply {
  const phrases = phrasesFor(languageOfLocale(interaction.locale))
  const { message } = interaction
  const comment = textOf(interaction)
  if (message === undefined || comment === '') return noticed(phrases.feedbackThanks)
  return deferred(true, async () => {
    try {
      await keepRating(context, interaction, message, { rating: 'down', answerId, comment })
      return [renderNotice(phrases.feedbackThanks)]
    } catch (error) {
      return [renderNotice(failureText(context, error, phrases))]
    }
  })
}

async function keepRating(
  context: BotContext,
  interaction: PersonalInteraction,
  message: APIMessage,
  { rating, answerId, comment }: Rating,
): Promise<void> {
  const at = new Date().toISOString()
  const user = personOf(interaction)?.id ?? ''
  const said = comment === undefined ? {} : { comment }
  if (answerId !== undefined) {
    const voter = context.memory.pseudonym(user)
    void context.questionLog?.record({ type: 'feedback', answer: answerId, at, rating, ...said, voter })
  }
  await context.feedback.record({
    at,
    rating,
    through: 'discord',
    ...(answerId === undefined ? {} : { answerId }),
    ...said,
    user,
    message: message.id,
    channel: message.channel_id,
    ...(interaction.guild_id === undefined ? {} : { server: interaction.guild_id }),
    question: await questionBehind(context, message),
    answer: readAnswer(message).answer,
    paragraphs: shownParagraphs(message),
  })
}

function commentForm(
  phrases: Phrases,
  answerId: string | undefined,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: commentFormId(answerId),
    title: phrases.commentTitle,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            style: TextInputStyle.Paragraph,
            custom_id: COMMENT,
            label: phrases.commentLabel,
            required: false,
            max_length: LONGEST_COMMENT,
          },
        ],
      },
    ],
  }
}

function textOf({ data }: APIModalSubmitInteraction): string {
  for (const row of data.components) {
    if (row.type !== ComponentType.ActionRow) continue
    const field = row.components.find(({ custom_id }) => custom_id === COMMENT)
    if (field !== undefined) return field.value.trim()
  }
  return ''
}

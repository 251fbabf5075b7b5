import { ApplicationCommandType } from 'discord-api-types/v10'
import { articleCommand } from './article.ts'
import { askCommand } from './ask.ts'
import { askAboutMessageCommand } from './ask-about-message.ts'
import type { Command } from './command.ts'
import { deleteAnswerCommand } from './delete-answer.ts'
import { footnoteCommand } from './footnote.ts'
import { helpCommand } from './help.ts'

/** All commands, in the order in which they are registered. */
export const COMMANDS: readonly Command[] = [
  askCommand,
  articleCommand,
  helpCommand,
  footnoteCommand,
  askAboutMessageCommand,
  deleteAnswerCommand,
]

/** The command that an interaction names; `undefined` for one that an older version registered. */
export function findCommand(named: { readonly type: number; readonly name: string }): Command | undefined {
  return COMMANDS.find(
    ({ data }) => (data.type ?? ApplicationCommandType.ChatInput) === named.type && data.name === named.name,
  )
}

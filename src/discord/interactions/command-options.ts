import {
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord-api-types/v10'

interface WithOptions {
  readonly data: {
    readonly options?: readonly APIApplicationCommandInteractionDataOption<
      InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
    >[]
  }
}

/** An option's text; empty when it was not given. */
export function stringOption({ data }: WithOptions, name: string): string {
  const option = data.options?.find((candidate) => candidate.name === name)
  return option?.type === ApplicationCommandOptionType.String ? option.value : ''
}

export function booleanOption({ data }: WithOptions, name: string): boolean {
  const option = data.options?.find((candidate) => candidate.name === name)
  return option?.type === ApplicationCommandOptionType.Boolean && option.value
}

/** The option that is being typed. */
export function focusedOption({ data }: WithOptions): { name: string; value: string } | undefined {
  for (const option of data.options ?? []) {
    if (option.type === ApplicationCommandOptionType.String && option.focused) return option
  }
  return undefined
}

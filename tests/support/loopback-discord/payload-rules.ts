import * as z from 'zod'

/**
 * What Discord accepts, written from its documentation and independent of the bot's own limits. Unknown fields are
 * refused, which is stricter than Discord: it drops them in silence.
 */

/** Discord trims, then counts code points. */
const text = (least: number, most: number) =>
  z
    .string()
    .refine((value) => [...value.trim()].length >= least, `must be at least ${least} in length`)
    .refine((value) => [...value.trim()].length <= most, `must be ${most} or fewer in length`)
    .refine((value) => !/\p{Surrogate}/u.test(value), 'is not well-formed Unicode')

/** Discord does not take a host without a dot for an address, so `http://localhost` and `http://footnote` are refused. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((url) => /\.|^\[/.test(new URL(url).hostname), 'Not a well formed URL.')

const embed = z.strictObject({
  title: text(1, 256).optional(),
  description: text(1, 4096).optional(),
  url: webAddress.optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  fields: z
    .array(z.strictObject({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
  author: z.strictObject({ name: text(1, 256), url: webAddress.optional() }).optional(),
  footer: z.strictObject({ text: text(1, 2048) }).optional(),
})

const button = z
  .strictObject({
    type: z.literal(2),
    style: z.int().min(1).max(5),
    custom_id: text(1, 100).optional(),
    url: webAddress.max(512).optional(),
    label: text(1, 80).optional(),
    emoji: z.strictObject({ name: text(1, 32) }).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(
    ({ label, emoji }) => label !== undefined || emoji !== undefined,
    'a button needs a label or an emoji',
  )
  .refine(
    ({ style, url, custom_id }) => (style === 5) === (url !== undefined && custom_id === undefined),
    'a link button has a url, every other a custom id',
  )

const components = z
  .array(z.strictObject({ type: z.literal(1), components: z.array(button).min(1).max(5) }))
  .max(5)
  .refine((rows) => {
    const ids = rows.flatMap((row) => row.components.flatMap(({ custom_id }) => custom_id ?? []))
    return new Set(ids).size === ids.length
  }, 'Component custom id cannot be duplicated')

const embeds = z
  .array(embed)
  .max(10)
  .refine((all) => {
    const texts = all.flatMap((one) => [
      one.title ?? '',
      one.description ?? '',
      one.author?.name ?? '',
      one.footer?.text ?? '',
      ...(one.fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    return [...texts.join('')].length <= 6000
  }, 'Embed size exceeds maximum size of 6000')

const EPHEMERAL = 1 << 6
const SUPPRESS_EMBEDS = 1 << 2

const messageFields = {
  content: text(0, 2000).optional(),
  embeds: embeds.optional(),
  components: components.optional(),
  // Optional for Discord, not for us: nothing that the bot sends may notify anyone.
  allowed_mentions: z.strictObject({
    parse: z.array(z.never()),
    roles: z.array(z.string()).max(1).optional(),
    replied_user: z.literal(false).optional(),
  }),
}

const flags = (allowed: number) =>
  z
    .int()
    .refine((value) => (value & ~allowed) === 0, 'has flags that are not allowed here')
    .optional()

const filled = (body: { content?: string | undefined; embeds?: unknown[] | undefined }) =>
  (body.content ?? '').trim() !== '' || (body.embeds ?? []).length > 0
const EMPTY = 'Cannot send an empty message'

const snowflake = z.string().regex(/^\d{17,20}$/)

export const channelMessage = z
  .strictObject({
    ...messageFields,
    flags: flags(SUPPRESS_EMBEDS),
    nonce: z.string().max(25).optional(),
    enforce_nonce: z.literal(true).optional(),
    message_reference: z
      .strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() })
      .optional(),
  })
  .refine(filled, EMPTY)

export const channelEdit = z.strictObject(messageFields).refine(filled, EMPTY)

/** What follows an interaction's response or takes the place of a deferred one. */
export const webhookMessage = z
  .strictObject({ ...messageFields, flags: flags(EPHEMERAL | SUPPRESS_EMBEDS) })
  .refine(filled, EMPTY)

export const webhookEdit = z.strictObject(messageFields).refine(filled, EMPTY)

const modal = z.strictObject({
  custom_id: text(1, 100),
  title: text(1, 45),
  components: z
    .array(
      z.strictObject({
        type: z.literal(1),
        components: z
          .array(
            z.strictObject({
              type: z.literal(4),
              style: z.int().min(1).max(2),
              custom_id: text(1, 100),
              label: text(1, 45),
              required: z.boolean().optional(),
              max_length: z.int().min(1).max(4000).optional(),
              placeholder: text(1, 100).optional(),
            }),
          )
          .length(1),
      }),
    )
    .min(1)
    .max(5),
})

const choice = z.strictObject({ name: text(1, 100), value: text(1, 100) })

export const interactionResponse = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: webhookMessage }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: flags(EPHEMERAL) }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: z.strictObject(messageFields) }),
  z.strictObject({ type: z.literal(9), data: modal }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: z.array(choice).max(25) }) }),
])

export const thread = z.strictObject({ name: text(1, 100) })

const localizations = (value: z.ZodString | ReturnType<typeof text>) =>
  z.partialRecord(z.enum(['zh-TW', 'zh-CN', 'en-US', 'en-GB']), value)
/** Lower case where the script has it. */
const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'must be lower case')
const place = {
  integration_types: z.array(z.int().min(0).max(1)).optional(),
  contexts: z.array(z.int().min(0).max(2)).optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullable().optional(),
  nsfw: z.boolean().optional(),
}
const choices = z
  .array(
    z.strictObject({
      name: text(1, 100),
      name_localizations: localizations(text(1, 100)).optional(),
      value: text(1, 100),
    }),
  )
  .max(25)
const described = {
  type: z.int().min(1).max(5),
  name: commandName,
  name_localizations: z.partialRecord(z.enum(['zh-TW', 'zh-CN']), commandName).optional(),
  description: text(1, 100),
  description_localizations: localizations(text(1, 100)).optional(),
}
const option = z.strictObject({
  ...described,
  required: z.boolean().optional(),
  choices: choices.optional(),
  min_length: z.int().min(0).max(6000).optional(),
  max_length: z.int().min(1).max(6000).optional(),
  autocomplete: z.boolean().optional(),
  /** Of a subcommand; there may be none inside it. */
  options: z.array(z.strictObject(described)).max(25).optional(),
})

export const commands = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      ...place,
      type: z.literal(1),
      name: commandName,
      name_localizations: z.partialRecord(z.enum(['zh-TW', 'zh-CN']), commandName).optional(),
      description: text(1, 100),
      description_localizations: localizations(text(1, 100)).optional(),
      options: z.array(option).max(25).optional(),
    }),
    z.strictObject({
      ...place,
      type: z.literal(3),
      name: text(1, 32),
      name_localizations: localizations(text(1, 32)).optional(),
    }),
  ]),
)

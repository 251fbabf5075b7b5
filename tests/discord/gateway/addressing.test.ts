import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { fakeAsk, fakeSnapshot, LAMBDA_SENTENCE } from '../../support/fake-snapshot.ts'
import { ask, press } from '../../support/loopback-discord/interaction.ts'
import type { LoopbackDiscord } from '../../support/loopback-discord/loopback-discord.ts'
import {
  ALICE,
  BOT_ROLE_ID,
  CHANNEL_ID,
  message,
  OTHER_CHANNEL_ID,
  snowflake,
  user,
} from '../../support/loopback-discord/payloads.ts'
import { botMessages, edit, MENTION, say, unfurl } from '../../support/loopback-discord/people.ts'
import { boldWords, shownText } from '../shown-text.ts'
import { recordingSnapshot, startBot } from '../start-bot.ts'

const BOB = user('bob')

const granted = (discord: LoopbackDiscord) => {
  discord.gateway.messageContentGranted = true
}

/** What the bot was asked, once it has answered a last question that everything before it must not disturb. */
async function askedUntil(discord: LoopbackDiscord, requests: readonly { readonly question: string }[]) {
  say(discord, `${MENTION} container ship, at last`, { channel: OTHER_CHANNEL_ID, by: user('carol') })
  await botMessages(discord, OTHER_CHANNEL_ID, 1)
  return requests.map(({ question }) => question).filter((question) => !question.endsWith('at last'))
}

async function openThread(discord: LoopbackDiscord): Promise<string> {
  const [answer] = await discord.interact(ask('Lambda?')).sent()
  if (answer === undefined) throw new Error('no answer')
  await discord.interact(press(answer, '1:thread')).sent()
  return answer.id
}

describe('the bot’s role', () => {
  it('is a mention of the bot', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    say(discord, `<@&${BOT_ROLE_ID}> Lambda?`)
    expect(boldWords((await botMessages(discord, CHANNEL_ID, 1))[0] as APIMessage)).toEqual([LAMBDA_SENTENCE])
    expect(requests[0]?.question).toBe('Lambda?')
  })

  it('without the intent, which withholds what was written, leads to a mention that works', async () => {
    const { discord } = await startBot()
    say(discord, `<@&${BOT_ROLE_ID}> Lambda?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toMatch(
      /^-# I cannot read this message: mention me/,
    )
  })

  it('is not any other role', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    say(discord, `<@&${snowflake()}> Lambda?`)
    expect(await askedUntil(discord, requests)).toEqual([])
  })
})

describe('people among themselves', () => {
  it('are left alone in a thread of the bot’s, when they reply to each other, name or call each other', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const thread = await openThread(discord)
    say(discord, 'container ship?', { channel: thread })
    await botMessages(discord, thread, 2)
    const asked = requests.length
    const invitation = say(discord, 'alice are you coming to the meetup tonight?', {
      channel: thread,
      by: BOB,
    })
    say(discord, 'yes, at 8', { channel: thread, replyTo: invitation })
    say(discord, `<@${BOB.id}> lol`, { channel: thread })
    say(discord, '@everyone look', { channel: thread, parts: { mention_everyone: true } })
    expect((await askedUntil(discord, requests)).slice(asked)).toEqual([])
    expect(await botMessages(discord, thread, 2)).toHaveLength(2)
  })

  it('are left alone when they call by name who asked the question that the thread grew from', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const thread = await openThread(discord)
    const read = discord.calls.length
    say(discord, 'alice are you coming to the meetup tonight?', { channel: thread, by: BOB })
    await discord.until(() => discord.calls.slice(read).some(({ path }) => path.includes(thread)))
    say(discord, 'container ship?', { channel: thread })
    const [, answer] = await botMessages(discord, thread, 2)
    expect(answer && shownText(answer)).toContain('container ship')
    expect(await askedUntil(discord, requests)).toEqual(['Lambda?', 'container ship?'])
  })

  it('are not told what the article does not say in a thread that somebody else had opened, but in their own', async () => {
    const { discord } = await startBot({}, granted)
    const thread = await openThread(discord)
    say(discord, 'what a day', { channel: thread, by: BOB })
    say(discord, 'container ship?', { channel: thread, by: BOB })
    const [, first] = await botMessages(discord, thread, 2)
    expect(first && shownText(first)).toContain('container ship')

    const [answer] = await discord.interact(ask('Lambda?')).sent()
    await discord.interact(press(answer as APIMessage, '1:thread', { by: BOB })).sent()
    say(discord, 'weather?', { channel: answer?.id ?? '', by: BOB })
    expect((await botMessages(discord, answer?.id ?? '', 2))[1]?.content).toBe('文章沒有提到。')
    expect(discord.violations).toEqual([])
  })

  it('are not told in such a thread that the article says nothing about their chat', async () => {
    const { discord } = await startBot({}, granted)
    const thread = await openThread(discord)
    say(discord, 'container ship?', { channel: thread })
    await botMessages(discord, thread, 2)
    say(discord, 'what a day', { channel: thread, by: BOB })
    say(discord, 'container ship again?', { channel: thread, by: BOB })
    const all = await botMessages(discord, thread, 3)
    expect(all.slice(1).every((each) => shownText(each).includes('container ship'))).toBe(true)
  })

  it('are left alone when they reply to an answer with the ping off, or name somebody else', async () => {
    for (const prepare of [granted, () => {}]) {
      const { requests, snapshot } = recordingSnapshot()
      const { discord } = await startBot({ snapshot }, prepare)
      say(discord, `${MENTION} Lambda?`)
      const [answer] = await botMessages(discord, CHANNEL_ID, 1)
      say(discord, 'is that so?', { replyTo: answer as APIMessage, ping: false, by: BOB })
      say(discord, `<@${ALICE.id}> is that so?`, { replyTo: answer as APIMessage, by: BOB })
      expect(await askedUntil(discord, requests)).toEqual(['Lambda?'])
      expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
    }
  })
})

describe('an edit', () => {
  it('that adds the mention is answered', async () => {
    const { discord } = await startBot()
    const written = say(discord, 'Lambda?')
    edit(discord, written, `${MENTION} Lambda?`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    expect(answer?.message_reference?.message_id).toBe(written.id)
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
  })

  it('that mends the question changes the answer rather than adding one', async () => {
    const { discord } = await startBot()
    const written = say(discord, `${MENTION} Lmabda?`)
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toBe('文章沒有提到。')
    edit(discord, written, `${MENTION} Lambda?`)
    const changed = await discord.until(() =>
      discord.messagesIn(CHANNEL_ID).find((each) => each.author.bot && each.embeds.length > 0),
    )
    expect(changed.content).toBe('')
    expect(boldWords(changed)).toEqual([LAMBDA_SENTENCE])
    expect(await botMessages(discord, CHANNEL_ID, 1)).toHaveLength(1)
    expect(discord.violations).toEqual([])
  })

  it('while the answer is on its way ends with the answer to what is asked last', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const snapshot = fakeSnapshot({
      async ask(request) {
        if (request.question === 'weather?') await held
        return fakeAsk(request)
      },
    })
    const { discord } = await startBot({ snapshot: () => snapshot })
    const written = say(discord, `${MENTION} weather?`)
    edit(discord, written, `${MENTION} Lambda?`)
    // Everything that was sent before has been taken in when this is answered.
    await discord.interact(ask('container ship?')).sent()
    letGo()
    await discord.until(() =>
      discord.messagesIn(CHANNEL_ID).some((each) => each.edited_timestamp && each.author.bot),
    )
    const answers = discord
      .messagesIn(CHANNEL_ID)
      .filter((each) => each.message_reference?.message_id === written.id)
    expect(answers.map(boldWords)).toEqual([[LAMBDA_SENTENCE]])
  })

  it('that shortens a long answer takes its other parts away', async () => {
    const snapshot = fakeSnapshot({
      async ask(request) {
        const answer = await fakeAsk(request)
        return request.question.includes('long')
          ? { ...answer, answer: `${'Long. '.repeat(500)}[1]` }
          : answer
      },
    })
    const { discord } = await startBot({ snapshot: () => snapshot })
    const written = say(discord, `${MENTION} Lambda, long?`)
    const [first] = await botMessages(discord, CHANNEL_ID, 2)
    edit(discord, written, `${MENTION} Lambda?`)
    await discord.until(() => discord.messagesIn(CHANNEL_ID).length === 2)
    expect(discord.messagesIn(CHANNEL_ID).map(({ id }) => id)).toEqual([written.id, first?.id])
  })

  it('of nothing, or by Discord itself, changes nothing', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const written = say(discord, `${MENTION} Lambda?`)
    await botMessages(discord, CHANNEL_ID, 1)
    unfurl(discord, written)
    edit(discord, written, `${MENTION} Lambda?`)
    expect(await askedUntil(discord, requests)).toEqual(['Lambda?'])
  })
})

describe('what a message says', () => {
  const asked = async (said: Parameters<typeof say>[2], content = MENTION) => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    say(discord, content, said)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    return { question: requests[0]?.question, answer, violations: discord.violations }
  }
  const of = (parts: Partial<APIMessage>) => message(CHANNEL_ID, BOB, parts)

  it.each<[string, object]>([
    [
      'a forward',
      {
        message_reference: { type: 1, channel_id: OTHER_CHANNEL_ID, message_id: snowflake() },
        message_snapshots: [{ message: of({ content: 'When was Lambda released?' }) }],
      },
    ],
    ['an embed', { embeds: [{ title: 'When was', description: 'Lambda released?' }] }],
    [
      'components',
      {
        components: [{ type: 17, components: [{ type: 10, content: 'When was Lambda released?' }] }],
      },
    ],
    [
      'a poll',
      {
        poll: {
          question: { text: 'When was Lambda released?' },
          answers: [{ answer_id: 1, poll_media: { text: '2014' } }],
        },
      },
    ],
  ])('is asked by a mention in reply to %s', async (_what, parts) => {
    const { question, violations } = await asked({ replyTo: of(parts as Partial<APIMessage>) })
    expect(question?.replace('\n', ' ')).toMatch(/^When was Lambda released\?/)
    expect(violations).toEqual([])
  })

  it('in a picture or a file cannot be read, which is said', async () => {
    const file = { filename: 'message.txt' }
    const { question, answer } = await asked({ attachments: [file] })
    expect(question).toBeUndefined()
    expect(answer?.content).toBe(
      '-# I can only read text, not pictures or files. Please write the question in words.',
    )
  })

  it('beside a picture is answered, and what was not looked at is said below', async () => {
    const { question, answer } = await asked({ attachments: [{}] }, `${MENTION} Lambda?`)
    expect(question).toBe('Lambda?')
    expect(answer && boldWords(answer)).toEqual([LAMBDA_SENTENCE])
    expect(answer?.content).toBe('-# I only read the text; I cannot look at pictures or files.')
  })

  it('is asked without what only Discord understands', async () => {
    const { question } = await asked(
      {},
      `${MENTION} What is Lambda? <:thonk:585000000000000000> <t:1700000000:R> <#${CHANNEL_ID}> <@&${snowflake()}> </ask:${snowflake()}> https://discord.com/channels/1/2/3 (from <#${CHANNEL_ID}>) ||secretly||`,
    )
    expect(question).toBe('What is Lambda? secretly')
  })

  it('in reply to a message that is withheld is asked for, with a way that works', async () => {
    const { discord } = await startBot()
    const bob = say(discord, 'When was Lambda released?', { by: BOB })
    say(discord, MENTION, { replyTo: bob })
    expect((await botMessages(discord, CHANNEL_ID, 1))[0]?.content).toContain(
      'Apps → Ask the article about this',
    )
  })

  it('does not make a forward the start of a conversation', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot }, granted)
    const elsewhere = say(discord, 'Something else', { channel: OTHER_CHANNEL_ID, by: BOB })
    const forward = say(discord, '', { forwards: elsewhere, by: BOB })
    say(discord, `${MENTION} Lambda?`, { replyTo: forward })
    await botMessages(discord, CHANNEL_ID, 1)
    expect(requests[0]?.history).toEqual([{ role: 'user', content: 'Something else' }])
    expect(discord.calls.filter(({ status }) => status >= 400)).toEqual([])
  })
})

describe('a reply to the answer of a very long question', () => {
  it.each(['a mention', '/ask'])('knows how that began: %s', async (how) => {
    const { requests, snapshot } = recordingSnapshot()
    const { discord } = await startBot({ snapshot })
    const long = `Lambda? ${'a long story '.repeat(120)}`
    if (how === '/ask') discord.interact(ask(long))
    else say(discord, `${MENTION} ${long}`)
    const [answer] = await botMessages(discord, CHANNEL_ID, 1)
    say(discord, 'why?', { replyTo: answer as APIMessage })
    await botMessages(discord, CHANNEL_ID, 2)
    const [asked, said] = requests.at(-1)?.history ?? []
    expect(asked).toMatchObject({ role: 'user', content: expect.stringMatching(/^Lambda\? a long story/) })
    expect(said).toEqual({ role: 'assistant', content: LAMBDA_SENTENCE })
  })
})

describe('a reply to a later part of a long answer', () => {
  it('knows the question', async () => {
    const { requests, snapshot } = recordingSnapshot()
    const long = fakeSnapshot({
      async ask(request) {
        const answer = await snapshot().ask(request)
        return { ...answer, answer: `${'Long. '.repeat(500)}[1]` }
      },
    })
    const { discord } = await startBot({ snapshot: () => long })
    const parts = await discord.interact(ask('Lambda?')).sent(2)
    say(discord, 'why?', { replyTo: parts[1] as APIMessage })
    await botMessages(discord, CHANNEL_ID, 4)
    expect(requests[1]?.history?.[0]).toEqual({ role: 'user', content: 'Lambda?' })

    say(discord, `${MENTION} Lambda again?`)
    const all = await botMessages(discord, CHANNEL_ID, 6)
    say(discord, 'why?', { replyTo: all.at(-1) as APIMessage })
    await botMessages(discord, CHANNEL_ID, 8)
    expect(requests.at(-1)?.history?.[0]).toEqual({ role: 'user', content: 'Lambda again?' })
  })
})

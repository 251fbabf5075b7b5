import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../src/question-log/question-log.ts'
import { QUESTION } from '../../contracts/question-log.ts'
import { fakeSnapshot } from '../../support/fake-snapshot.ts'
import { ask, press, slash, submit } from '../../support/loopback-discord/interaction.ts'
import { ALICE, CHANNEL_ID, GUILD_ID, MODERATOR_ROLE_ID } from '../../support/loopback-discord/payloads.ts'
import { shownText } from '../shown-text.ts'
import { startBot } from '../start-bot.ts'

/** A question log in memory. */
function memoryLog(entries: LogEntry[] = []) {
  return {
    kept: entries,
    async record(entry: LogEntry) {
      entries.push(entry)
      return true
    },
    async *entries() {
      yield* entries
    },
  }
}

const subcommand = (name: string, more = {}) => slash('footnote', [{ name, type: 1 }], more)
const here = { at: new Date().toISOString(), place: `${GUILD_ID}/${CHANNEL_ID}` }
const declined = (question: string, more = {}) =>
  ({ ...QUESTION, ...here, kind: 'declined', question, ...more }) as const

describe('/footnote status', () => {
  it('shows how the bot is set up and what was asked here', async () => {
    const questionLog = memoryLog([
      { ...QUESTION, ...here },
      declined('weather?'),
      declined('x', { place: '1/2' }),
    ])
    const settings = { channels: [CHANNEL_ID], forums: 'auto', moderatorRole: MODERATOR_ROLE_ID } as const
    const { discord } = await startBot({ questionLog, settings })
    const interaction = discord.interact(subcommand('status'))
    const [status] = await interaction.sent()
    expect(interaction.ephemeral).toBe(true)
    const text = status && shownText(status)
    expect(text).toContain('Index generation-1: 2 articles, 7 paragraphs')
    expect(text).toContain('the Message Content intent is off')
    expect(text).toContain(`Channels: <#${CHANNEL_ID}>`)
    expect(text).toContain('Forums answered automatically: all')
    expect(text).toContain(`Moderators: <@&${MODERATOR_ROLE_ID}>`)
    expect(text).toContain('Last 30 days here: 1 answered, 1 not answered')
    expect(discord.violations).toEqual([])
  })
})

describe('/footnote unanswered', () => {
  it('lists what was not answered in this server, alike questions together', async () => {
    const questionLog = memoryLog([
      declined('What is the weather in Paris?'),
      declined('who is the president'),
      declined('weather in Paris?'),
      declined('elsewhere', { place: '118400000000000000/1' }),
      declined('long ago', { at: '2020-01-01T00:00:00.000Z' }),
    ])
    const { discord } = await startBot({ questionLog })
    const [list] = await discord.interact(subcommand('unanswered')).sent()
    expect(list && shownText(list).trim().split('\n')).toEqual([
      'Not answered here in the last 30 days',
      '- 2 × What is the weather in Paris?',
      '- 1 × who is the president',
    ])
  })

  it('says when there is none, and when nothing is kept', async () => {
    const withLog = await startBot({ questionLog: memoryLog() })
    const [none] = await withLog.discord.interact(subcommand('unanswered')).sent()
    expect(none?.content).toContain('Nothing was left unanswered')
    const without = await startBot()
    const [off] = await without.discord.interact(subcommand('unanswered')).sent()
    expect(off?.content).toContain('Set QUESTION_LOG')
  })
})

describe('/footnote reindex', () => {
  it('says when the new index answers, and when it could not be built', async () => {
    let works = true
    let snapshot = fakeSnapshot()
    const reindex = async () => {
      if (!works) throw new Error('the disk is full')
    }
    const { discord, logged } = await startBot({
      snapshot: () => snapshot,
      reindex: async () => {
        await reindex()
        snapshot = fakeSnapshot({ id: 'generation-2' })
      },
    })
    const [done] = await discord.interact(subcommand('reindex')).sent()
    expect(done?.content).toBe('-# Done: index generation-2, 7 paragraphs.')
    const [again] = await discord.interact(subcommand('reindex')).sent()
    expect(again?.content).toBe('-# Nothing had changed: index generation-2, 7 paragraphs.')
    works = false
    const [failed] = await discord.interact(subcommand('reindex')).sent()
    expect(failed?.content).toContain('could not be built')
    expect(failed?.content).not.toContain('disk')
    expect(logged.find(({ level }) => level === 'warn')?.fields.err).toMatchObject({
      message: 'the disk is full',
    })
  })
})

describe('/help', () => {
  it('says what can be asked and how, with questions to begin with', async () => {
    const { discord } = await startBot({ questionLog: memoryLog() })
    const [help] = await discord.interact(slash('help', [], { locale: 'zh-TW' })).sent()
    const text = help && shownText(help)
    expect(text).toContain('Lambda 什麼時候發布的?')
    expect(text).toContain('提問會不具名地保留下來')
    expect(discord.violations).toEqual([])
  })
})

describe('the question log', () => {
  it('keeps what is asked in Discord, and what people think of the answer, without saying who', async () => {
    const questionLog = memoryLog()
    const { discord } = await startBot({ questionLog })
    const [answer] = await discord.interact(ask('Lambda?')).sent()
    const ids = JSON.stringify(answer?.components)
    const id = /1:down:(\w+)/.exec(ids)?.[1]
    if (answer === undefined) throw new Error('no answer')
    await discord.interact(press(answer, `1:down:${id}`)).responded()
    await discord.interact(submit(answer, `1:comment:${id}`, { comment: 'It was 2015' })).sent()
    expect(questionLog.kept).toMatchObject([
      { type: 'question', id, through: 'discord', place: `${GUILD_ID}/${CHANNEL_ID}`, question: 'Lambda?' },
      { type: 'feedback', answer: id, rating: 'down' },
      { type: 'feedback', answer: id, rating: 'down', comment: 'It was 2015' },
    ])
    expect(JSON.stringify(questionLog.kept)).not.toContain(ALICE.id)
    const [first, second] = questionLog.kept.slice(1).map((entry) => 'voter' in entry && entry.voter)
    expect(first).toBe(second)
  })

  it('does not keep where a direct message was', async () => {
    const questionLog = memoryLog()
    const { discord } = await startBot({ questionLog })
    await discord.interact(ask('Lambda?', { direct: true })).sent()
    await discord.interact(ask('Lambda?', { userInstall: true })).sent()
    expect(questionLog.kept.map((entry) => 'place' in entry)).toEqual([false, false])
  })
})

describe('the language of an answer', () => {
  it('is what the asker has chosen', async () => {
    const { discord } = await startBot()
    const request = slash('ask', [
      { name: 'question', type: 3, value: 'Lambda?' },
      { name: 'language', type: 3, value: 'zh-Hans' },
    ])
    const [answer] = await discord.interact(request).sent()
    expect(answer && shownText(answer)).toContain('2014年')
    expect(discord.violations).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { phrasesFor } from '../../src/discord/phrases/phrases-for.ts'
import { isNotice, renderNotice } from '../../src/discord/render/render-notice.ts'
import { channelMessage } from '../support/loopback-discord/payload-rules.ts'

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const

describe.each(LANGUAGES)('what the bot says in %s', (language) => {
  const phrases = phrasesFor(language)

  it('fits where Discord puts it', () => {
    const labels = [phrases.wholeParagraph('25'), phrases.continueInThread]
    for (const label of labels) expect([...label].length).toBeLessThanOrEqual(80)
    expect([...phrases.threadName].length).toBeLessThanOrEqual(100)
    expect([...phrases.related].length).toBeLessThanOrEqual(256)
  })

  it('can be sent as a notice, which is told from an answer', () => {
    const notices = [
      phrases.noArticles,
      phrases.noSuchArticle,
      phrases.threadOpened('<#1184000000000000000>'),
      phrases.threadExists('<#1184000000000000000>'),
      phrases.threadWelcome,
      phrases.threadWelcomeUnread,
      phrases.messageTextWithheld,
      phrases.missingPermissions(Object.values(phrases.permissions)),
      phrases.tooManyQuestions(60),
      phrases.tooBusy,
      phrases.leaving,
      phrases.failed,
      phrases.noQuestion,
      phrases.questionCut(1000),
      phrases.paragraphGone,
      phrases.feedbackThanks,
    ].map(renderNotice)
    for (const notice of notices) {
      expect(channelMessage.safeParse(notice).error).toBeUndefined()
      // Small print ends with its line.
      expect(notice.content).not.toContain('\n')
      expect(isNotice(notice)).toBe(true)
    }
  })
})

it('is written in the script of its language', () => {
  const written = (language: (typeof LANGUAGES)[number]) =>
    JSON.stringify(Object.values(phrasesFor(language)))
  expect(written('zh-Hant')).not.toMatch(/[这个说问现请]/)
  expect(written('zh-Hans')).not.toMatch(/[這個說問現請]/)
  expect(written('en')).not.toMatch(/\p{Script=Han}/u)
})

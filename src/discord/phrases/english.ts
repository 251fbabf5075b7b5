import type { Phrases } from './phrases.ts'

export const english: Phrases = {
  paragraph: (position) => `paragraph ${position}`,
  wholeParagraph: (marker) => `[${marker}] Whole paragraph`,
  continueInThread: 'Continue in a thread',
  read: 'read',
  related: 'The nearest passages',
  articles: 'Articles',
  noArticles: 'There is no article here yet.',
  noSuchArticle: 'There is no such article. Choose one from the list that opens while you type.',
  threadName: 'Questions',
  threadOpened: (thread) => `Let us go on in ${thread}.`,
  threadExists: (thread) => `This answer already has a thread: ${thread}`,
  threadWelcome: 'Just write: every message in this thread is a follow-up question.',
  threadWelcomeUnread: 'Mention me or use /ask in this thread to ask a follow-up question.',
  messageTextWithheld:
    'I cannot read this message: mention me in it or use /ask. (For messages without a mention, the owner of this bot has to switch on the Message Content intent in the Discord developer portal.)',
  missingPermissions: (names) =>
    `I am not allowed to do that here. Please ask a moderator to give me: ${names.join(', ')}.`,
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    EmbedLinks: 'Embed Links',
    ReadMessageHistory: 'Read Message History',
    CreatePublicThreads: 'Create Public Threads',
    SendMessagesInThreads: 'Send Messages in Threads',
  },
  tooManyQuestions: (seconds) =>
    `That is a lot of questions at once. Please ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  tooBusy: 'Many people are asking right now. Please ask again in a minute.',
  leaving: 'I am being restarted. Please ask again in a minute.',
  failed: 'Something went wrong on my side, and it has been noted. Please ask again.',
  noQuestion: 'What would you like to know? Write your question after the mention, or use /ask.',
  questionCut: 'The message is long; I read its first 1000 characters.',
  paragraphGone: 'This paragraph has since changed or gone. Ask again to see what the article says now.',
  feedbackThanks: 'Thank you, noted.',
}

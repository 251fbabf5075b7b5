const ADDRESSES = /\b(?:you|your|yours|u|ur|bot|footnote)\b|[你您]|機器人|机器人/i

/** Whether a text has a word for the one who answers: you, bot, 您. */
export function addressesBot(text: string): boolean {
  return ADDRESSES.test(text)
}

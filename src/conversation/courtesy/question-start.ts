/** How a question or a request begins, in comparable text. */
const ENGLISH =
  /^(?:(?:and|but|so|also|then|or|if|because) |(?:what|how|who|whom|whose|when|where|why|which|can|could|does|do|did|is|are|am|was|were|will|would|should|shall|has|have|had|may|might|must|any|there|i|my|we|our|in (?:what|which)|at what|since when|for (?:what|how)|tell|explain|describe|please|need|want|looking|trying|this|that|these|those|whether|suppose|let|got|it|the|list|show|give|compare)(?![a-z0-9_-]))/
const CHINESE =
  /^(?:那么?|所以|但是?|而|还有|又|再|另外|可是|不过|然后)?(?:请|想|要|我|问|为[什何啥]|怎|如何|什么|啥|谁|哪|何|几|多|有|能|可|是|会|该|应|这|那|它|他|她|文[中章]|作者|关于|麻烦|帮|求|对|在|当|如果|到底|究竟)/

export function beginsQuestion(text: string): boolean {
  return ENGLISH.test(text) || CHINESE.test(text)
}

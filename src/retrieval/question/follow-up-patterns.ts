/*
 * How a question that goes on from an earlier one is put, in normalised text (lower case, simplified characters).
 */

/** Words that point at something said before. */
export const POINTS_BACK =
  /它|[他她](?!人)|那家|这家|那个|这个|那些|这些|该(公司|项目|产品|技术)|前者|后者|当初|当时|后来|其(?=中|创|作|优|缺|实现|价)|他们|双方|两者|当年|那年|隔年|次年|同年|里面|\b(it|its|they|them|their|theirs|he|his|him|she|her|those|these|that|this|there|then|the (company|project|product|founder|first|second|former|latter|other))\b|\b(before|after|afterwards?|next|instead)[?!.]*$/
/** Openings and endings of a question that goes on from the one before. */
export const GOES_ON =
  /^(那么?|然后|所以|还有|而|可是|但是?|and|so|but|then|also|or|(what|how) (about|abt)|what else|ok(ay)?|wait)(?![a-z])|[呢咧嘞勒][?？!！。]*$|也(行|可以|能|是|有)?吗?[?？]*$/
/** A question in full behind what leads on to it: and who started CloudStack? 那 CloudStack 是誰創立的 */
export const OPENS_QUESTION =
  /^(?:(?:and|so|but|then|also|ok(?:ay)?|wait)[\s,]+)+((?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|did|does|do|has|have|can)\b.*)$|^(?:那么?|然后|所以|还有|而|可是|但是?)[\s,，]*(?=.*(?:谁|什么|啥|哪|怎|几|多少|为何|何时|吗))(.*[^呢咧嘞勒?？!！。\s].*)$/
/** An announcement that what follows has nothing to do with what was said. */
export const CHANGES_SUBJECT =
  /算了|不说这个|换个?(话题|问题|一个)|问(点|个)?别的|^(ok(ay)?|so|well|anyway)?[\s,.]*(a |on a |and |now )?(different|another|new|unrelated) (thing|question|topic|subject|note)\b/
/** 那 CloudStack 呢, what about CloudStack: the question before, asked of something else. */
export const SAME_OF_ANOTHER =
  /^(那么?|还有)?.{0,24}[呢咧嘞勒]([,，].{0,6})?[?？!！。]*$|^(and |or |so )?(what|how) (about|abt)\b|^(and |or )?the .{1,30} ones?[?!.]*$/
/** Nothing but agreement: the assistant's suggestion is what is asked. */
export const AGREES =
  /^(是的?|对的?|好的?|嗯+|可以|要|行|没错|yes|yep|yeah|sure|ok(ay)?|please|right|correct)[\s,.!?。,!~]*(please|的|啊|呀|吧)?[\s.!。!]*$/
/** Without a word of content, what still asks for something: why? 什么时候? any others? */
export const ASKS =
  /什么|啥|谁|哪|何|怎|咋|几|多(少|大|久|长)|为嘛|如何|其[他它]|另外|还有|后来|然后|之后|接着|呢|嘞|咧|\b(what|who|whom|whose|when|where|why|how|which|any|others?|else|more|then|and|so|anything|anyone|something|everything)\b/
export const LATIN_WORD = /[a-z][a-z0-9.+-]+/g
export const EVERY_HAN = /\p{Script=Han}/gu
export const PREDICATE = /(是|什么|哪|谁|为|怎|何时|有|在|多少|几|靠|被).*$/s
export const HAN = /\p{Script=Han}/u
/** Question words and particles: what is left of 为什么 or 什么时候呢 without them is nothing. */
export const EMPTY_WORDS =
  /哪些|哪个|哪家|也行|也|咧|嘞|后来|然后|还有|接着|之后|另外|其他|其它|有|为什么|为何|为啥|什么时候|何时|哪年|哪里|在哪|多少钱?|多大|几个|怎么说?|如何|谁|什么|啥|吗|呢|呀|啊|的|了|是|那|就|又|再|还/g

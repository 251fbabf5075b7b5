const LANGUAGE =
  '(?:english|french|german|spanish|italian|japanese|chinese|korean|russian|arabic|portuguese|dutch|latin|hindi|turkish|polish|swedish|greek|thai|vietnamese|mandarin|cantonese|ukrainian|klingon|emoji|pirate)'
const PLEASE =
  '^(?:please |just |now |ok |so |hey |can you |could you |will you |would you |i want you to |i need you to |you should |you must |let us |lets )*'
const NOW =
  '(?: (?:today|tomorrow|tonight|now|right now|this week|this weekend|next week|outside|at the moment|currently|there|here))*'
const END = '[\\s\\p{P}\\p{S}]*$'

/** What is asked of the bot and of no article, however it is meant: comparable text. */
export const ENGLISH_ORDERS: readonly RegExp[] = [
  // To change its rules, or to be somebody else.
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|rules|prompts?|guidelines|programming|training|restrictions|system message)\b/,
  /\b(?:system|initial|hidden|secret|original) (?:prompt|instructions|message)\b(?=.*\b(?:your|you|print|show|reveal|repeat|tell|output|what)\b|$)|\b(?:reveal|print|show|repeat|output|tell me|what (?:is|are)) your (?:prompt|instructions|rules|guidelines|system)\b/,
  /\b(?:repeat|print|output|say|echo) (?:back )?(?:the |all |all the |everything )?(?:text|words|lines?|message|instructions|everything)? ?(?:above|before) ?(?:this line|verbatim|me)?\b/,
  /\b(?:you are now|from now on|pretend (?:you are|you were|to be|that you)|act (?:as|like) (?:a|an|my|if)|imagine you are|(?:let us|lets|can we|can you|please|want to|wanna|we) role ?play|role ?play (?:as|with me)|jailbreak|developer mode|dan mode|do anything now|no restrictions|be my|let us pretend)\b/,
  new RegExp(
    `${PLEASE}(?:speak|answer|respond|talk|reply|write)(?: to me| everything)? (?:only |always )*(?:in|like|as) `,
  ),
  // To entertain, to invent, to write.
  new RegExp(
    `${PLEASE}(?:tell|give|make|sing|write|create|compose|generate|draw|paint|draft|invent|rap|read|show|send|do|know|crack)(?: me| us)?(?: up)?(?: (?:a|an|some|another|one|the|your|my|any|good|funny|short|nice|best|cool|new|little|dirty|scary|bedtime|knock knock|dad|love|cover|birthday|random|fun|pretty|cute|interesting))*(?: \\w+)? (?:jokes?|poems?|songs?|stor(?:y|ies)|haikus?|limericks?|riddles?|essays?|raps?|lyrics|tweets?|novels?|screenplays?|memes?|puns?|love letters?|letters?|resumes?|cv|cover letters?|speech|selfie|pictures?|images?|drawing|logo|secret|fun fact|fairy ?tale|sonnet|poetry|homework|ascii art)\\b(?! (?:api|endpoint|plugin|component|class|method|function|option|page|section|file|format))`,
  ),
  new RegExp(
    `${PLEASE}(?:write|code|make|create|build|generate|program|implement|develop|design)(?: me| us|(?=.* for (?:me|my)\\b)) (?:a|an|some|the|my|this|another|one)?\\b`,
  ),
  new RegExp(
    `${PLEASE}(?:sing|dance|rap|meow|bark|entertain me|make me (?:laugh|smile|happy|rich|a (?:sandwich|coffee|cake))|flirt with me|marry me|be my (?:friend|girlfriend|boyfriend|therapist|teacher)|chat with me|talk to me|tell me something(?: (?:funny|interesting|nice|new|else|random|about you))?|say something(?: .{0,30})?|surprise me|amuse me)(?: (?:please|now|a song|for me|to me|then|again))*${END}`,
    'u',
  ),
  /\bplay (?:a game|games|chess|music|some music|rock paper scissors|tic tac toe|hangman|20 questions|trivia|a song|with me)\b/,
  /\b(?:recommend|suggest)\b.{0,30}\b(?:movies?|films?|restaurants?|songs?|tv show|netflix|anime|recipes?|novel|hotels?|vacation|gifts?|podcasts?|dinner|lunch|wine|date ideas?|playlist)\b/,
  // To do something elsewhere.
  /\b(?:search|browse|surf|check|look (?:it |this |that )?up on|look on|find(?: it| me| this| that)? on) (?:the )?(?:web|internet|google|online|net|wikipedia|youtube|reddit|twitter)\b|\bgoogle (?:it|this|that|something|for|the|me|how|what|who)\b/,
  new RegExp(
    `${PLEASE}(?:set|start) (?:a|an|the|my|me)* ?(?:alarm|timer|reminder|countdown)\\b|${PLEASE}remind me (?:to|in|at|about)\\b|${PLEASE}(?:order|book|buy|reserve|call)(?: me| us)? (?:a|an|some|me|my|the)? ?(?:pizza|food|flight|table|hotel|taxi|uber|cab|ticket|tickets|room|doctor|police|mum|mom|burger|coffee|train)\\b`,
  ),
  // To translate what was said.
  new RegExp(
    `${PLEASE}(?:translate|convert)(?: (?:this|that|it|these|those|the (?:above|answer|last (?:one|answer|message)|text|article|quote|paragraph|whole thing)|your (?:answer|last (?:answer|message)|reply)|everything|all|me|for me|please))*(?: (?:in ?to|in|to) ${LANGUAGE})?(?: (?:please|for me))*${END}`,
    'u',
  ),
  new RegExp(`\\bhow (?:do|would|can) (?:you|i|we|one) say\\b.{1,60}\\bin ${LANGUAGE}\\b`),
  new RegExp(`\\b(?:say|repeat|write|put) (?:it|that|this|the answer)(?: again)? in ${LANGUAGE}\\b`),
  // The time, sums.
  new RegExp(
    `^(?:do you know |tell me |and )*what (?:time|day|date|year|month)(?: of the (?:week|month|year))? (?:is|are)(?: it| today| tomorrow| we| now)*(?: (?:in|at) \\w+(?: \\w+)?)?${NOW}${END}|^(?:what is )?(?:the |todays? |current )*(?:time|date|day)(?: (?:today|now|please|is it|of today|right now))+${END}|^what is (?:the |todays? |current )+(?:time|date|day)${NOW}${END}`,
    'u',
  ),
  /^(?:what (?:is|does)|how much (?:is|are)|calculate|compute|solve|evaluate|work out|can you (?:calculate|solve|do)|hey|and|so)? ?(?:the )?(?:result of |value of )?[-(]*\d[\d\s.,()]*(?:[-+*x×÷/^%=]|\b(?:plus|minus|times|multiplied by|divided by|mod|modulo|to the power of|squared|cubed|factorial|percent of)\b)[-+*x×÷/^%=\d\s.,()]{0,40}(?:equal|equals|make|be)?[\s\p{P}\p{S}]*$/u,
  /\b(?:square root|cube root|factorial|derivative|integral|logarithm) of \d|\b\d+(?:\.\d+)? ?(?:%|percent) of \d|\bsolve (?:for x|this equation|the equation|x)\b|\b(?:convert|how (?:many|much)) .{0,20}\d+ ?(?:usd|eur|dollars|euros|miles|km|celsius|fahrenheit|pounds|kg|inches|cm|feet)\b/,
  /\bshould (?:i|we) (?:quit (?:my|this|the) job|(?:break|split) up|dump|marry|get (?:married|divorced|back with|a (?:dog|cat|tattoo|divorce))|have (?:kids|children|a baby)|text (?:her|him|my)|vote|invest|buy (?:a house|bitcoin|a car|stocks?)|leave (?:my|him|her)|move (?:to|in)|tell (?:her|him|my)|confess|forgive|drop out|go (?:to (?:college|the gym|bed|sleep)|on a diet|out tonight))\b/,
  /\b(?:should|shall|would|can) (?:i|we|you) (?:buy|sell|short|hold|invest in)\b.{0,40}\b(?:stocks?|shares|coins?|crypto|bitcoin|options|etfs?)\b|\b(?:stocks?|shares|coins?)\b.{0,12}\b(?:a good buy|worth buying|a buy or sell)\b/,
  /\bhow (?:do|can|to|should|could) ?(?:i|we|you)? ?(?:get over (?:a|my|him|her|the|this|someone)|lose weight|get (?:rich|a girlfriend|a boyfriend|laid|taller|famous)|find (?:love|a girlfriend|a boyfriend|a wife|a husband|happiness)|fall asleep|stop (?:crying|procrastinating|smoking|overthinking)|make (?:her|him) (?:love|like|happy)|ask (?:her|him|a girl|a boy) out|cook (?:rice|pasta|eggs|steak|chicken)|bake (?:a|bread|cookies))\b/,
  /\b(?:flip a coin|roll a (?:die|dice|d\d+)|pick a (?:number|card)|random number|lottery numbers|lucky numbers?|my horoscope|read my palm|predict my future|tell my fortune)\b/,
]

/** The same, unless the articles speak of all that is said: comparable text. */
export const ENGLISH_PERHAPS: readonly RegExp[] = [
  new RegExp(
    `^(?:tell me |so |and |do you know )*(?:(?:what|how) (?:is|will|was)|what about)?(?: be)?(?: the| today| todays)* ?weather(?: like| forecast| report| be| be like)*(?: (?:in|at|for|on|near) .{1,30}?)?${NOW}${END}`,
    'u',
  ),
  new RegExp(
    `^(?:is|will|does|is it going to|will it) (?:it )?(?:going to |gonna )?(?:rain|snow|be (?:hot|cold|sunny|warm|windy)|raining|snowing|cold|hot|sunny)\\b.{0,40}$|^(?:what is |how hot is |how cold is )?(?:the )?(?:temperature|humidity)(?: (?:in|outside|at) .{0,30})?${NOW}${END}`,
    'u',
  ),
  /\bwho (?:won|wins|is winning|will win|is going to win|lost)\b.{0,60}\b(?:game|match|election|elections|world cup|super bowl|superbowl|race|championship|league|final|finals|tournament|oscars?|grammys?|derby|series|yesterday|last night|today|debate|lottery)\b/,
  /\b(?:latest|breaking|todays?|recent|current) (?:news|headlines|score|scores)\b|\bwhat is (?:in|on) the news\b|\b(?:stock|share|bitcoin|btc|ethereum|eth|gold|oil|crypto|gas) prices?\b|\bprice of (?:bitcoin|gold|oil|eth|ethereum|apple|tesla)\b|\b(?:exchange rate|nba|nfl|premier league|champions league|formula 1)\b/,
  /^(?:do you think |tell me )*(?:should|shall|would) (?:i|we) (?:quit|buy|sell|marry|break|invest|leave|move|study|date|text|dump|eat|go|learn|take|become|get|have|be|wear|do|stay|drop|call|tell|ask|kiss|apply|choose|vote|cut|try|start|stop|cook|drink|watch|read|play|adopt|apologi[sz]e|confess|propose|divorce|retire|sleep)\b/,
  /\bhow (?:do|can|could|should|to) ?(?:i|we|you|one)? ?(?:get over|lose weight|make (?:money|friends|love|a bomb|pizza|pasta|pancakes|cookies|coffee)|get (?:rich|a girlfriend|a boyfriend|laid|taller|famous|a job|abs)|find (?:love|a girlfriend|a boyfriend|a wife|happiness|a job)|fall asleep|deal with (?:stress|anxiety|depression|my)|be (?:happy|happier|rich|cool|popular)|cook|bake|hack (?:into|my|a|someone)|ask (?:her|him|a girl|a boy)|impress|stop procrastinating|quit smoking|learn (?:guitar|piano|to drive|to swim|to cook))\b/,
  /\bwho (?:should|would|did|will|do) (?:i|you) vote for\b|\bwhat (?:do|would) you think (?:of|about)\b|\bwhat is your (?:opinion|view|take|stance) (?:on|of|about)\b|^(?:so |and )?do you (?:like|love|hate|support|believe in|agree with|prefer|enjoy|watch|know (?:any|a good))\b|\bwho is (?:the )?(?:best|greatest|hottest|richest|strongest|tallest|smartest|president|prime minister|king|queen)\b|\bwhat is the (?:meaning of life|capital of|population of|tallest|biggest|largest|fastest|best (?:movie|song|game|phone|car|country|restaurant|book))\b/,
  /\b(?:recommend|suggest)(?: me| us)? (?:a|an|some|any|me|good|your|the|one|something)\b|\b(?:any|good|best|some) (?:movie|film|book|restaurant|song|show|series|game|recipe|hotel|anime|podcast|music|gift|netflix|dinner|lunch|food|place to eat|vacation) ?(?:recommendations?|suggestions?|ideas?|tips|to (?:watch|read|eat|listen|play|visit|cook))?\b(?=.*\b(?:recommend|suggest|recommendation|recommendations|suggestions|ideas?|watch|read|eat|cook|visit|tonight|for me)\b)|\bwhat (?:should|shall|can|do) (?:i|we) (?:eat|cook|wear|watch|read|listen|play|have for|buy|get (?:my|for))\b/,
  new RegExp(
    `${PLEASE}(?:(?:write|code|create|generate|compose|draft|draw|calculate|compute|solve|rewrite|proofread|paraphrase|invent|sing|debug|fix|refactor|hack)(?: me| us)? (?:a|an|the|some|my|this|that|these|it)\\b|translate |convert \\S+ (?:to|into) |(?:buy|order|book|call|send|teach|give) (?:me|us|my) )`,
  ),
  /\b(?:do|help me with|help with|finish|write|check|grade) my (?:homework|essay|thesis|assignment|taxes|resume|cv|exam|test|code|project|report)\b/,
  /\bi (?:feel|love|hate|miss|want to (?:die|cry|sleep|go home|be)|need (?:money|a hug|love|a friend|advice)|just (?:broke up|lost|got fired))\b/,
]

/** Said to the bot, or of anybody: what can you do in a hook? Comparable text. */
export const ENGLISH_ADDRESSED: readonly RegExp[] = [
  /^(?:can|could|will|would) you\b|^(?:do|did|have|what do|what would|who do|where do|which .{1,20} do) you (?:ever |really |even )?(?:like|love|hate|think|feel|believe|prefer|eat|drink|sleep|dream|live|watch|listen|enjoy|dislike|fear|support|remember|miss|hope|wish)\b/,
]

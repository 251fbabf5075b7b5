import type { PhraseGroup } from './phrases.ts'

const BOT = '(you|this bot|the bot|bot|footnote|this thing|this|it|that bot|this channel|this robot)'
const STILL =
  '((still|even|really|actually|currently|just|just a|there|a|an|the|some kind of|sort of|some|only|also|now|maybe|by any chance|possibly|like|gonna be|perhaps) )*'

/** Acts in English that speak to the bot about itself, or send it away. */
export const ENGLISH_ADDRESSING: readonly PhraseGroup[] = [
  {
    role: 'stop',
    before: 'question',
    behind: 'never',
    lines: `
      (please |just |ok |now |can you |could you |would you |will you )*(stop|cease|halt)( (it|that|this|now|please|talking|replying|answering|posting|spamming|responding|writing|messaging|bothering|annoying|to|me|us|here|everyone|already|being annoying|the spam|pinging|interrupting|immediately|right now))*
      (please |just |you |ok |now |can you |could you |would you |will you |can not you )*(shut (it|up|the (hell|fuck) up)|stfu|be (quiet|silent|gone)|quiet|silence|hush|shush|shh+|go away|go to sleep|leave( me| us)?( alone)?|leave (me|us) (be|in peace)|get (out|lost)( of here)?|piss off|buzz off|zip it|pipe down|drop it|scratch that|knock it off|cut it out|mute|unsubscribe|shoo|begone|sod off|bugger off|log off|turn off|shut down|switch off)( (please|now|bot|you|already|here|for a while))*
      (please |just |can you |could you |you should )*(delete|remove|erase|retract|take down|unsend|hide|take back|withdraw)( (this|that|it|your (last )?(message|answer|reply|post|response)|the (last )?(message|answer|reply|post|response)|this (message|answer|reply)|that (message|answer|reply)|everything|all|all messages|yourself|please))+
      (cancel|abort|undo|quit|exit|terminate|end)( (that|this|it|please|my question|the question|my last question|chat|conversation|session|the chat|the conversation|all|everything|request))*
      (ok |oh |ah |hmm |no |well )*(never ?mind|nvm|nm|nevermind|forget (it|about it|that|this|about that|i asked|what i (said|asked))|ignore (that|this|me|my (last )?(message|question))|scratch that|do not bother|not (needed|necessary)( anymore)?|no need|do not worry( about it)?|i changed my mind|figured it out|i figured it out|found it|i found it|solved( it)?|wrong (channel|chat|window|bot))( (anymore|already|now|thanks|then|sorry|forget it))*
      (please |can you |could you )?(clear|reset|wipe|forget|restart|start)( (the|this|our|all|your))*( (chat|conversation|history|context|thread|memory|over|again|anew|session))+
      (please )?(do not|no need to|no more|you need not) (reply|answer|respond|talk|write|post|bother|replies|messages|say anything|spam|ping|mention)( (to|me|this|us|here|again|anymore|that|please|at all))*
      (that is |ok |i have had )?enough( (already|now|please|of (this|that|you)))*
    `,
  },
  {
    role: 'ping',
    before: 'separated',
    behind: 'never',
    lines: `
      (are |is |r )?(you|anyone|anybody|somebody|someone|everyone|the bot|this thing|this bot|this|it|bot|footnote|any one) ${STILL}(there|here|alive|on|online|awake|home|up|working|around|listening|live|active|running|connected|dead|asleep|afk|offline|down|broken|sleeping|available|with us|ready|responding|in here)( (or (not|what|dead|alive)|today|now|rn|at all|please|in here|mate|man))*
      (can|could|do) (you|anyone|anybody) (hear|see|read|copy|receive)( (me|this|that|us))*
      hello (is )?(anyone|anybody|someone) (there|home|here)
      (mic|sound|line) (check|test)( (one|two|three|1|2|3))*|wake up( bot| please)?|you up|come in
      (say|do) something( please)?|answer me|respond|reply( to me)?( please)?
      testing( (1|2|3|one|two|three|testing|test|is this thing on|bot|mic))*|just (testing|a test|checking)( (the bot|this|you|it|if (it|this) works))*|this is a test|test (message|123|1 2 3|test|test test)|ping (ping|pong|you|test)
    `,
  },
  {
    role: 'ping',
    before: 'question',
    behind: 'never',
    lines: `
      (ping|test|tests|tst|testtest|echo|check|poke|knock|beep|boop|marco|bump|anyone|anybody|someone|somebody)( (please|pls|me))?
    `,
  },
  {
    role: 'wellbeing',
    before: 'separated',
    behind: 'never',
    lines: `
      (how|hw) (are|is|have|has|was|did|do|you|goes)( (you|your|things|life|everything|it|the|day|night|weekend|week|morning|evening|bot|going|been|doing|feeling|all|today|these days|lately|there|holding up|feel|sleep|go|getting on|keeping|this morning|tonight|so far|now|mate|man|my friend|are|treating|hanging in there|footnote))+
      (what is|wut is|wazz?|what) (up|new|good|happening|going on|cracking|poppin|popping|cooking|the news|the matter|shaking|doing|you doing|are you doing|are you up to|you up to)( (with|you|today|bot|man|right now|now|there|at the moment|dude|these days|lately|here))*
      (hru|hyd|hbu|wyd|wbu|wazzup|wassup|whatcha doing|hows you|long day|and (you|yourself)|how about (you|yourself)|what about (you|yourself))( today)?
      (are )?you (ok|okay|alright|good|well|fine|happy|tired|bored|busy|sad|hungry|angry|sleepy|mad at me|mad|doing (ok|okay|well|good|fine|alright)|feeling (ok|okay|well|good|better)|enjoying (yourself|your day|it)|having (fun|a (good|nice|great) (day|time|one)))( (today|now|bot|there|these days|buddy|man))*
      (are you )?having (fun|a (good|nice|great|bad) (day|time|one|morning|evening))( (today|so far|bot|there))*
      did you sleep( well)?|slept well|how do you (do|feel)|i hope you are (well|ok|fine|doing well)|i am (fine|good|great|ok|well|bored|tired|sad|happy|hungry|sleepy|sick|lonely|so tired|so bored)( (today|thanks|too|and you))*
    `,
  },
  {
    role: 'farewell',
    before: 'never',
    behind: 'never',
    lines: `
      (ok |well |alright |anyway )?(bye|goodbye|good bye|byebye|bubye|baibai|buh bye|cya|cu|cyaa|farewell|so long|cheerio|toodles|ta ta|tata|adios|ciao|au revoir|sayonara|peace|peace out|later|laters|laterz|ttyl|ttys|ttfn|gtg|g2g|brb|bbl|bbs|afk|hagd|hand|over and out|signing off|logging off|gn|gnight|nn|night|night night|nighty night|good night|goodnight|nite|sleep (tight|well)|sweet dreams|until (next time|tomorrow|then|later)|till (next time|tomorrow|then|later)|so long)( (for now|now|then|bot|bye|all|everyone|everybody|guys|mate|man|friend|my friend|folks|see you|take care|and thanks|everyone|and take care))*
      (i will )?(see|catch|talk to|speak to|meet|read|talk)( (you|ya|cya|all))?( (later|soon|around|tomorrow|next time|then|again|on monday|next week|in a bit|alligator|another time|some other time|guys|bot|all|everyone|later today|tonight))*(?<= (later|soon|around|tomorrow|time|then|again|monday|week|bit|alligator|guys|bot|all|everyone|today|tonight|you))
      (have|wish you) (yourself )?(a )?(nice|good|great|lovely|pleasant|wonderful|fantastic|blessed|productive) (day|one|evening|night|weekend|time|week|afternoon|trip|holiday|rest of your day|sleep|life)( (everyone|all|bot|ahead|too|there))*
      take (care|it easy)( (of yourself|everyone|bot|bye))*
      (i )?(am |have |had |need |got |better |must |should |will |really |just |ok |well )*(to )?(off|out|leaving|gone|heading (out|off|home|to bed)|going (home|to bed|offline|now|out|to sleep|afk)|go|run|leave|sleep|bounce|get going|be going|be off|dash|head (out|off|home|to bed)|log off|be back( (later|soon|tomorrow|in a bit|in .{1,20}))?|back (later|soon|in a (bit|minute|sec))|done for (today|now|the day)|finished( for today)?)( (now|to bed|home|for (today|now|lunch|dinner|the day|good|a bit)|to (work|class|school|lunch|dinner|sleep|eat)|then|here|later|guys|everyone|bye|eat|get lunch|eat lunch|catch (a|my) (bus|train)))*
      that is (all|it|enough) for (today|now)|time (to (go|leave|sleep|eat|run)|for (bed|lunch|dinner|sleep))|until then|lunch time|bedtime
    `,
  },
  {
    role: 'help',
    before: 'question',
    behind: 'separated',
    lines: `
      (please |pls |can (anyone|someone|somebody|you) |could (anyone|someone|somebody|you) |would you |i |we |really |some |any |urgent |need |need some |i need some |i need |sos )*(help|halp|hlp|assist|assistance)( (me|please|out|needed|wanted|us|here|required|asap|bot|footnote|menu|page|pls|a (newbie|noob|beginner)|someone|anyone))*
      /(help|start|info|about|usage|commands|\\?)
      sos|mayday
    `,
  },
  {
    role: 'help',
    before: 'never',
    behind: 'never',
    lines: `
      (so |and |well |ok |hi |tell me )*(what|which|wut)( (else|exactly|all|kind|kinds|sort|sorts|type|types|of|things|thing|stuff|questions|question|queries|topics|topic|subjects|functions|features|commands|information|info|languages|language|is it|are|the|things that|that))* (can|could|should|may|might|do|does|would|will|am i able to|are|is|shall) (i|we|you|one|it|${BOT}|people|users|he|somebody|your|able)( (do|ask|asking|answer|help|say|know|search|offer|cover|handle|tell|talk|type|look up|use|try|support|understand|speak|able to|capable|of|good|made|meant|designed|built|supposed|for|to|at|with|about|on|you|me|us|it|here|this|in|possible|ask you|be|doing|used|used for|exist|i|we|your|can|best at|talk about|chat about|query|do here|find|trained|even|actually|exactly|all|questions|everything|besides|other than|that|then|sort of|now|from|users|people|answers|to do|asked|learn))*
      (what|which) (is|are) (${BOT}|your|the) ?(bot |bots )?(for|purpose|function|functions|job|role|point|use|abilities|capabilities|features|skills|commands|deal|limits|limitations|task|tasks|about|good for|options|specialty|expertise|area|areas|instructions|manual|rules|used for|mission|goal)( (of|for|this|you|the|bot|here|thing|it|of this bot|then))*
      how (do|can|should|to|does|would|am|is|are|must|could|shall|did)( (i|we|you|one|this|it|the|bot|that|this bot|people|thing|all|everything|best|even|actually|supposed|properly|to|app|service|site|page|channel|command|here))* (use|ask|talk|work|works|start|begin|interact|query|operate|function|search|get started|communicate|chat|phrase|question|make you work|help|used|get help|write|formulate|find things|navigate)( (you|this|it|the|bot|with|to|a|my|questions|question|something|here|thing|properly|best|about|things|well|right|for|me|us|things here|correctly|exactly|in|this thing|service|site|then|page|anyway|now|started))*
      (show|give|list|tell|suggest|send|name|recommend|offer|provide)( (me|us))?( (some|a|an|few|your|the|all|any|more|couple|of|more|another|good|possible|interesting|list|available))* (example|examples|sample|samples|commands|features|functions|capabilities|instructions|questions|question|ideas|idea|suggestions|suggestion|options|help|topics|prompts|hints|hint|tips|possibilities|abilities|skills|the ropes|what you can do|what you know|what to ask)( (questions|question|please|i|can|could|ask|to|for|you|about|us|me|what|of|use|this|here|how))*
      (any|some|more)? ?(tips|suggestions|ideas|examples|example questions|sample questions|hints|pointers|recommendations)( (please|for (me|us|a start|a beginner|questions)|what|to|ask|on|how|i|could|can|start|use|you|this|of questions))*
      (i am |we are |totally |completely |a |so |very |still )*(new|newbie|noob|beginner|lost|first time( here| user)?|unsure|clueless|not sure|no idea|stuck)( (here|to this|with this|at this|user|around here|in here|what (now|next|to do)|at the moment|on discord))*
      (i |we |am |are )*(not sure|no idea|unsure|do not know|dont know|have no idea|no clue|idk|clueless|wondering|not certain)( (how|what|where|which|i|we|to|can|could|should|do|does|it|this|ask|use|start|begin|say|with|you|here|work|works|about|question|questions|first|the|bot|now|even|type|next|in))*
      where (do|should|can|to|shall|could) (i |we |one )?(start|begin)( (with (this|you)|from|here|asking))*
      (can|could|will|would) you (help|assist|guide|teach)( (me|us|with|something|a question|my|homework|out|this|please|people|here|use|you|to|understand|find|something|get|started|on|how|it|in|general|work|works|at all|somehow|anything|the article|articles))*
      (do you )?(have|got|is there|are there)( (any|a|an|some|your))? (commands|help|instructions|help menu|manual|user guide|guide|menu|help command|features|documentation for (this|the) bot|a list of commands|example questions|examples|limits|limitations)
      (explain|describe|tell me|show me|teach me)( (me|to me|what|how|about))*( (you|this bot|this|yourself|your|it|the bot|to use you|to use (this|it)|i can ask|you do|you can do|you work|this works|it works|works|work|features|abilities|commands|functions|purpose|use|function|i use (you|this|it)|to ask))+
      (instructions|usage|guide me|help menu|help page|bot help|user manual|how to|howto|how it works|how this works|what now|now what|how so)( (please|for this bot|of this bot|works))*
      you can (do|answer|help with|help me with) what
      what (do|does) (you|this bot|it|this|footnote|the bot|this thing) (do|know|offer|answer|cover|support|help with)( (exactly|here|anyway|about|then|actually))*
    `,
  },
  {
    role: 'identity',
    before: 'never',
    behind: 'never',
    lines: `
      (so |and |wait |but |hey |ok |well )*(who|what|wut|wat)( (the hell|the heck|the fuck|on earth|exactly|kind of|sort of|type of|bot|ai|thing|program))* (are|r|is|even are|are even) (you|this|footnote|this bot|the bot|this thing|this guy|u|ya|your)( (exactly|anyway|then|actually|really|bot|even|supposed to be|again|btw|please|guy|called|for real))*
      (are|r|is|am i|were) (you|this|it|the bot|this bot|footnote|talking to|speaking to|chatting with)( (with|to))? ${STILL}(human|a human|robot|bot|person|human being|real|real person|ai|an ai|machine|program|computer|chatgpt|chat gpt|gpt|gpt\\S*|gpt \\S+|claude|gemini|copilot|llama|mistral|deepseek|qwen|grok|siri|alexa|bard|openai|llm|a i|language model|alive|conscious|sentient|self aware|man|woman|boy|girl|male|female|guy|dude|smart|intelligent|stupid|dumb|free|open source|opensource|automated|human or (a )?(bot|robot|machine)|bot or (a )?(human|person)|based on .{1,40}|built on .{1,40}|powered by .{1,40}|made by .{1,40}|using .{1,40}|running on .{1,40}|discord bot|chatbot|chat bot|assistant|from .{1,20}|trained on .{1,40}|employee|moderator|mod|admin|staff|someone|somebody|scripted|fake|friendly|dangerous|safe|reliable|trustworthy|accurate|married|single|jesus|god|old|young)( (or .{1,40}|at all|by any chance|right|like chatgpt|too|yourself|then|really|actually))*
      who( (actually|even|the hell|exactly))* (made|built|created|owns|runs|develops|developed|programmed|trained|maintains|designed|coded|operates|invented|programs|hosts|pays|wrote|is behind|controls|set up|is responsible for|added|brought|is your|are your|is the (owner|developer|maker|creator|author) of)( (you|this bot|this thing|footnote|the bot|your code|your|maker|boss|owner|creator|developer|developers|parents|master|dev|father|mother|daddy|here|for you|up|in here|thing))+
      (what|whats|tell me|may i know|can i know)? ?(is )?(your|the bots|this bots) (name|model|version|age|gender|creator|source code|favou?rite .{1,30}|opinion|birthday|nationality|owner|boss|iq|job|maker|developer|language model|llm|underlying model|engine|github|repo|pronouns|full name|real name|zodiac sign|phone number|email|address|hobby|hobbies|dream|religion|training data|knowledge cutoff)( (called|based on|please|again|bot|of|on .{1,40}|about .{1,40}))*
      (which|what)( (kind|sort|type|version|of))*( (llm|model|ai|language model|version|gpt|engine|technology|tech|software|framework|database|embedding|embeddings|library|tech stack|stack|api|language|ai model|algorithm))+ (is|are|do|does|powers|runs|drives|behind|underlies)( (you|this|this bot|it|the bot|behind|powering|use|using|used|running|on|run|under the hood|in|written|built|based|here|footnote|that|inside|made|with))+
      (do|did|can|will|could|are|would|have|does) (you|this bot|it|the bot)( (ever|really|actually|even|also|have|get|to|a|any|still|able to))* (name|feelings?|sleep|eat|dream|think|feel|learn|remember|soul|brain|emotions?|consciousness|free will|parents|family|friends|girlfriend|boyfriend|use (ai|gpt.*|chatgpt.*|claude.*|an? (ai|llm|model|language model).*)|chatgpt|gpt.{0,10}|hallucinate|make (things|stuff) up|lie|get tired|love me|like me|hate me|know me|remember me|know who i am|know my name|pee|poop|age|gender|speak .{1,20}|understand .{1,12}(ese|ish)|store my (data|messages|questions)|save my (data|messages|questions)|log .{1,30}|spy on me|track me|read my messages|believe in .{1,20}|wanna be friends|pets?|hobbies|job|opinions?( on .{1,40})?|bleed|die|cry|laugh|sing|dance|work for .{1,30}|think for yourself|smell|pass the turing test)( (or not|at all|me|too|things|about me|stuff|anything|names?|on|please))*
      why (are|were|is) (you|it|this bot|the bot) (called|named) .{1,20}
      (how old|how smart|how tall|how big|how intelligent|where) (are|is|do|were|did) (you|footnote|this bot|the bot)( (from|located|hosted|based|live|born|running|come from|now|get your (data|info|information|knowledge|answers) from|really|actually))*
      (please )?(introduce|describe|present|identify|explain)( (me|us))? yourself( please| first)?|(please )?(tell|say)( (me|us))?( (something|a bit|more|a little))* about yourself( please)?|(please )?state your name
      (what|who|wut) (is|are) (footnote|this bot|this thing|this guy|the bot)( (bot|even|anyway|exactly|supposed to be|then|about))*
      (is|are) (this|these|that|there|it) (a |an |the |just |even |really )*(bot|ai|chatgpt|gpt|automated|auto reply|real person|human|robot|chatbot|human here|automatic|real human|artificial intelligence|generated|ai generated|chatgpt wrapper|person)( (or .{1,40}|reply|behind (this|it|you)|talking|response|message|in here|speaking))*
      your name|name please|name|asl|(you|u) (bot|human|robot|ai|real)|you are (a |an |just |just a |only a )*(bot|robot|machine|ai|program|human|person)
      why (do|did) you (exist|live)|what does footnote mean|where is your (code|source code|source|repo)
      how (do|does|did|are) (you|it|this bot|the bot) (work internally|find (the )?answers?|know( (that|all this|this|everything))?|come up with .{1,30}|made|built|trained|get (your|the) (answers?|information|data|knowledge).{0,20}|learn.{0,20})
    `,
  },
  {
    role: 'reaction',
    before: 'separated',
    behind: 'separated',
    lines: `
      (omg|omfg|oh my god|oh my|oh boy|oh no|oh dear|oh well|my god|gosh|geez|jeez|jesus|christ|damn|dang|darn|holy (shit|cow|moly|crap|fuck)|oof|oops|whoops|ouch|ow|phew|welp|yikes|hmmmm|hmmph|hmph|ooof|ooh|huh|dunno|do not know|idk|i do not know|no idea|idc|i do not care|who cares|blah|blah blah( blah)?|meow|woof|moo|nyan|uwu|owo|rawr|sad|f|rip|press f|first|same|mood|big mood|lmk|ikr|i know right|tbh|ngl|fyi|fr|fr fr|no cap|cap|sus|yeet|bruh moment|guess what|anyways|anyway|whatever|just saying|oh|orz|otz|t_t|t\\.t|q_q|qaq|qq|o_o|o\\.o|0_0|xoxo|:[dpo03]|;[dp]|=[dp]|d:|3)
    `,
  },
]

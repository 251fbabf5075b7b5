import type { PhraseGroup } from './phrases.ts'

const SMALL =
  '(a|an|one|the|another|last|more|just|real|really|very|super|quick|quickie|short|small|little|simple|stupid|dumb|silly|noob|noobie|newbie|newb|beginner|rookie|n00b|random|genuine|honest|serious|basic|general|tiny|easy|weird|odd|follow up|followup|side|final|possibly|probably|maybe|perhaps|naive|trivial|obvious|unrelated|legit|technical|second|couple of|few|some)'
const QUESTION = '(question|questions|q|qs|qn|query)'
const SOMEBODY =
  '(someone|somebody|anyone|anybody|you|one of you|some kind soul|a kind soul|any of you|you guys|you all|any of you guys|you please)'
const SEE = '[^,.:;!?\\n，。：；！？]'

/** What English speakers put around a question: calls, announcements, excuses, frames, what closes it. */
export const ENGLISH_COURTESY: readonly PhraseGroup[] = [
  {
    role: 'vocative',
    before: 'separated',
    behind: 'separated',
    lines: `
      (dear |my |to |you |all |the |good |this )*(footnote|bot|bots|robot|buddy|mate|mates|man|bro|bros|bruh|dude|dudes|guys|folks|everyone|everybody|all|there|team|friend|friends|sir|madam|maam|pal|pals|chat|people|peeps|fam|homie|champ|gang|assistant|community|fellas|ladies|gents|gentlemen|lads|devs|experts|gurus|wizards|legends|everyone here|anyone|anybody|mods|admins|boss|chief|captain|dear|ladies and gentlemen|fellow .{1,20}|helpers|kind people|world|hive mind|crew|yall|sirs|partner|little bot|again|friendly bot|my friend|old friend|you|you all|boys|girls|comrades|internet|discord|server|party people)( (here|there|again|of this server))?
    `,
  },
  {
    role: 'announcement',
    before: 'separated',
    behind: 'never',
    lines: `
      (so |hi |ok |and |well )*(${SMALL} )*${QUESTION}( (here|probably|maybe|perhaps|i guess|though|but|for (you|ya|today|the (experts|devs|team|pros|bot)|everyone|you guys|anyone.{0,20}|now|all)|about this|about (this|it)|that is|from me|from a (newbie|noob|beginner)|coming|incoming|time|please|if i may|if you do not mind|of the day|sorry))*
      (so |ok |well |yeah |i |we |and |actually |also )*(have|got|have got|had) (${SMALL} )*${QUESTION}( (for (you|ya|you all|you guys|everyone)|about (this|it)|here|please|to ask|i need answered|regarding this))*
      (can|may|could|might|would it be ok if|is it ok if|mind if|do you mind if) i ask( (you|a|one|some|something|a question|question|questions|a quick question|a dumb question|a stupid question|here|please|this|another one|about something|for help|you something|you a question))*
      (so |really |very |terribly |i am |my |sincere |many )*(sorry|apologies|apologise|apologize|pardon|excuse me|excuse moi|forgive me|scuse me|beg your pardon)( (me|guys|all|everyone|again|in advance|to (bother|disturb|interrupt|bug|ask|ping|bump|be .{1,20})( you)?( again)?( with (this|that|such .{1,30}))?|for (the|my|a|this|bothering|disturbing|asking|interrupting|being|such|another|all the|any|yet)( ${SEE}{1,50}?)?|about (that|this|the ${SEE}{1,30}?)|my (ignorance|english|bad english|french|newbie question)|the (interruption|bother|noob question|dumb question|stupid question)))*( (but|and|so))?(?= ?[,.:;!?\\n，。：；！？-])
      (sorry|apologies|pardon( me)?|forgive me|excuse me)( ,)?( if| in case)( (this|it|that|i|the question|my question|thats|that is|someone|somebody|anyone))*( (is|was|has|have|had|may|might|been|already|am|be|did|missed|got|gets|asked))*( (asked|answered|covered|posted|discussed|mentioned|obvious|stupid|dumb|a (dumb|stupid|silly|basic|noob|faq) question|a repost|a duplicate|a faq|off topic|the wrong (place|channel)|not the right (place|channel)|missed (it|this|that|something)|missing something|it|somewhere|basic|simple|annoying))+( (already|before|elsewhere|here|a lot|many times|a million times|a hundred times|previously|earlier|somewhere|somewhere else|to death|recently|question))*( ?,? ?(but|however|just|and))?
      (sorry|apologies|forgive me|excuse me) (if|for|to|about|in case) ${SEE}{1,70}(?=[,.:;!?\\n，。：；！？-])( ?[,.:;!?-]+ ?but)?
      pardon (me|my (french|ignorance|english))( but)?|i beg your pardon|excuse (me|my (ignorance|english))( but)?|forgive my ignorance( but)?
      ((i am |am )?(not|un)( )?sure|idk|not certain|unsure|hope|i hope|hoping|i think|guess|i guess)( (if|whether|that|this|it|is|i|am|in))*( (the|a))?( (right|correct|proper|wrong|best))( (place|channel|thread|forum|section|server|room|spot|chat|one|category))( (for (this|that|it)|to (ask|post)( this)?|here))*( (but|so))?
      (this |it |that )?(is |might |may |could |be |probably |sounds |will |has |been |was |must )*(a |an )*(${SMALL} )*(dumb|stupid|silly|noob|newbie|faq|basic|obvious|asked before|asked already|already been asked|answered before|off topic|simple)( question)?( (but|so|i know|i guess|sorry|maybe|probably))*
      (i |it )?(probably|surely|maybe|perhaps) (already |has |have |been |was )*(asked|answered)( (before|already|somewhere|a lot|many times))*( but)?
      (absolute |total |complete |first |long |i am |a |an |new |just |still |kinda |relatively |pretty |very |quite |so )*(time (poster|user|asker|caller|visitor|here)|lurker|newbie|noob|newb|beginner|rookie|new|learner|junior|student|first timer|n00b)( (here|alert|to (this|docker|the topic|programming|coding|web dev|everything|all of this)|question|poster|with (this|a question)|dev|developer|at this|trying to understand|first time poster|long time listener|question incoming|so))*
      be (gentle|kind|nice)( (please|with me|to me))?|(please )?(bear with me|go easy on me|do not (judge|laugh|flame|bite|kill|roast|hate)( me)?)
      (i )?(hope|trust|wish)( (that|you|u|everyone|everybody|all|are|is|this|finds|had|have|has|a|y'?all|your|day|week|weekend|doing|going|having|well|good|great|nice|ok|okay|fine|safe|healthy|the|best|message|been|team|today|guys))+
      (asking|asked) (for|on behalf of) (a |my )?(friend|colleague|coworker|boss|brother|sister|team|teammate|someone else|others)( lol)?
      bump|help needed|help wanted|urgent|asap|tia|important|please help|heads up|long story short|tl;dr of my problem|emergency
      (anyone|anybody|someone|somebody)( (here|there|around|online|up|awake|able to help|please))*
      (so |and |hey )*(real quick|really quick|quick|quickly|quick (one|thing|ask)( (for|from) (you|me|everyone|all))?|quick check|quick help|just (wondering|curious|checking|a (quick|small) one|to (be sure|clarify|confirm|check|make sure))|(i am |was |just |i was )*(curious|wondering|asking)|out of (curiosity|interest)|just out of curiosity|(one |just )?(more|last|final|small|other|another|next|little|tiny|quick) (thing|one)( for (you|ya|today|now))?|also|side note|on a side note|random|randomly|genuinely|honestly|seriously|but seriously|no but seriously|serious question|to be (honest|clear|fair|sure)|tbh|ngl|not gonna lie|fyi|fwiw|imo|imho|btw|by the way|as the title says|as in the title|title says it all|ok so|okay so|so yeah|so basically|basically|long story short|in short|question for you|hear me out|let me ask you (something|this)|let me ask|here goes|here is my question|my question|the question)
      (if (you|i|u)|if it is|if that is|if its)( (do not|may|might|could|would|not|have|know|can|be so kind|dont))*( (mind|ask|possible|ok|okay|time|allowed|a (sec|second|minute|moment)|know|help|not too much trouble))+( (me asking|my asking|to|a question|please|so kind))*
      (got|have you got|do you have|you have|have) (a |some )?(sec|second|minute|min|moment|time)( (for (me|a question)|to (help|spare)))*
      (so |ok |well |and |now |but )*(i |i have |we |we have |i am |am |been |ive |have |was )+(at|trying|stuck|struggling|searching|looking|googling|banging|fighting|wrestling|pulling|going|losing|scratching|tearing|confused|reading|lost|desperate|at my wits end)( ${SEE}{1,70}?)?( and i am losing my mind)?(?= ?[,.:;!?\\n，。：；！？-])
      (i |and |so )*(am |have been )?(losing my mind|going (crazy|mad|nuts|insane)|pulling my hair out|so (lost|confused|stuck)|desperate|about to cry|out of ideas|at a loss)|(this is |it is )?driving me (nuts|crazy|mad|insane|up the wall)
      (i |have |already |ive )*(searched|googled|looked|checked|read|tried|scoured|skimmed|browsed)( ${SEE}{1,60}?)?( (and|but) (found nothing|could not find ${SEE}{1,30}?|no luck|nothing|did not find ${SEE}{1,30}?|i (am|cant|can not) ${SEE}{1,30}?))?(?= ?[,.:;!?\\n，。：；！？-])
      (the )?same (problem|issue|question|error|here|thing)( here| for me)?|\\+1|me too
      (a |my )?(friend|colleague|coworker|boss|teacher|professor|buddy) (sent me here|told me to ask( here)?|recommended (this|you)|said (you could|to ask).{0,20})
      been reading ${SEE}{1,60}(?=[,.:;!?\\n，。：；！？-])
      \\((good|great|nice|cool|love) [a-z ]{1,30}\\)
      good (stuff|read|article|work)( btw)?
      (can|could|may) (it|you|i)( \\.\\.\\.)?(?= ?\\.\\.\\.)
    `,
  },
  {
    role: 'frame',
    before: 'free',
    behind: 'never',
    lines: `
      (can|could|would|will|might|may) ${SOMEBODY}( (please|kindly|perhaps|maybe|possibly|just|quickly|also|here))*( (tell|explain|help|show|point|let|remind|enlighten|clarify|describe|teach|inform|educate|confirm|advise|guide))( (me|us|to me|out|know|understand|understanding|figure out|please|find out|find|see|learn|to|with|on))*
      (please|kindly)( (can|could|would) you)?( (please|just))*( (tell|explain|help|show|let|remind|enlighten|clarify|teach|inform|advise))( (me|us|to me|out|know|understand|figure out|find out|with))*
      (tell|teach|remind|enlighten|inform|show) (me|us)( please)?( (again|know))?
      (i |id |we |and |so |just |also |really |but |ok |well |actually |would |am |are |was |have been |been )*(want|wanted|need|like|love|wish|trying|looking|hope|hoped|hoping|curious|interested|wondering|keen|asking|needed)( (to|for you to|someone to|anyone to|you to|if you could|in))+ (know|ask|understand|learn|find out|figure out|check|see|clarify|hear|tell me|explain|ask about|ask you|be sure|confirm|inquire|enquire|knowing|learning)( (about|something|you|please|more about))*
      (i |we |and |so |just |also |really |but |ok |well |actually |am |was |have been |been )*(wondering|wonder|curious|wondered)( about)?(?= (if|whether|what|how|who|when|where|why|which|the|a|is|are|can|does|do)(?![a-z]))
      (what )?i (meant|mean|wanted to (ask|know)|want to (ask|know)|am (really )?asking|was asking|would like to (know|ask)|need to know)( (is|was|to ask|to say|about|by that|instead|rather|actually))*
      (my|the|another|one|next|first|second|main|real|actual)( (more|other|small|quick|real|main|actual))* question (is|was|would be|being|concerns)( (about|this))?
      (let me (rephrase|ask again|put it differently|try again|clarify)|to rephrase|in other words|rephrased|rephrasing|i will rephrase|to put it differently|question)(?= ?[,.:;!?-])
      (do|does|did|would|any chance|might|could)( ${SOMEBODY}| any of you| anyone here| anybody here)( (here|happen to|out there|perhaps|by chance|maybe|possibly|in here|please|might))*( (know|knows|remember|recall|tell me|have (any|an) (idea|clue|info|information|insight)|understand|familiar with))( (if|whether|about|on|of|me|to))*
      (anyone|anybody|someone|somebody)( (here|out there|in here|else))*( (know|knows|knowing|remember|able to (tell|explain)|can (tell|explain)|could (tell|explain)|have (any|an) (idea|clue)|has (any|an) (idea|clue)|got (any|an) idea|familiar with|care to explain|willing to explain|understand|understands))( (if|whether|about|me|to me))*
      (any|got any|have any|do you have any|someone have any) (idea|ideas|clue|clues|thoughts|info|information|advice|tips|help|pointers|suggestions|insight)( (on|about|as to|for|regarding|with|of))*(?= (what|how|who|when|where|why|which|if|whether|the|a|[a-z]))
      (is there )?(anyone|anybody|someone|somebody) (who|that) (can|could|knows|might|may|would)( (tell|explain|help|know))?( (me|us))?( (about|with|understand))*
      is there (a|any) chance (you|someone|anyone) (can|could) (tell|explain)( me)?|would it be possible to (tell|explain)( me)?
      (do you mind|would you mind|mind) (telling|explaining|showing|helping)( (me|us|to me|with))*
      (how|what) (would|do|can) you (tell|explain to) me(?= (about|what|how|why))
      (could|can|may|might) i (please |just )?(know|ask|get to know|find out|inquire|ask you|ask about|ask if|ask whether|ask what)(?= (if|whether|what|how|who|when|where|why|which|about|the|is|are|does|do|can|a|you))
      please|pls|kindly|hmm|hm|so uh|uh|um|umm|erm|well
    `,
  },
  {
    role: 'closing',
    before: 'never',
    behind: 'separated',
    lines: `
      (and |with |please |very |hope |hoping for |waiting for |looking forward to )*(any|some|all|your|the|a|quick) (help|advice|ideas?|pointers?|info|information|guidance|tips|suggestions?|feedback|insights?|thoughts|assistance|hints?|answers?|reply|response|link|input)( (is|are|would be|will be|on this|with this|here|really|very|much|highly|greatly|so|super|appreciated|welcome|great|helpful|nice|awesome|please|would|be|from anyone|from you))*
      (please |can (someone|anyone|you) |could (someone|anyone|you) )*(help|advise|assist|respond|answer|reply|explain|let me know|lmk|clarify|enlighten me)( (me|out|asap|please|with this|me out|soon|quickly|someone|anyone|if you (can|know)|here|urgently|on this|thanks))*
      (no|there is no) (rush|hurry|stress|pressure|worries if not|urgency|big deal)( (at all|though))*|not urgent( at all)?|whenever (you|someone) (have|has|can|get|find)( (time|a (sec|moment|minute|chance)))?|when (you|someone) (have|has|get|find)s?( (time|a (sec|second|moment|minute|chance)))?( to spare)?|take your time
      (it is |this is |kinda |kind of |very |really |quite |a bit )*(urgent|asap|important|time sensitive|an emergency)( (please|sorry))*
      (just |i am |was |only )*(curious|wondering|asking|checking|asking for a friend|for (clarification|my own understanding|context|reference|science|a friend|school|work|homework|my thesis)|out of curiosity|trying to (learn|understand))
      if (you|i|that|it|this|anyone|someone|possible|so|yes|known|any)( (do not|may|might|could|would|is|are|not|have|know|knows|can|cares to|makes|that|this))*( (mind|ask|possible|ok|okay|time|sense|allowed|know|knows|help|a moment|a minute|answer|share|please))*
      (so |very |really |i am |and )*(sorry|apologies|excuse me|pardon)( (for|if|about|my|the|in advance|to bother|bothering|again|this|it|is)( ${SEE}{1,50})?)?
      (i )?(can not|could not|do not|did not|am not able to|can't)( (seem to|find|figure|understand|see|get|know))+( (it|this|that|out|anywhere|anything|in the docs|any more|about it|where|at all|to work|them|myself))*
      (i am |am |i |still |so |a bit |totally |completely |kinda )*(lost|stuck|confused|clueless|new( (here|to this|at this))?|a (noob|newbie|beginner)|desperate|going crazy|struggling( with (this|it))?|in a hurry|not sure|unsure)( (here|right now|at the moment|with this|about this))*
      hope (that|this|it|you|someone|to)( (makes|is|can|will|knows|hear|help|helps|are|have))*( (sense|clear|ok|okay|back|soon|me|you|help|well|a (great|nice|good) day))*|does that make sense|makes sense|you know|yk|right|or (something|anything|whatever|so|what)|and (stuff|so on|all that)|etc|eh|huh|innit|hm|though|idk|i forgot|i forget|remind me
      (with |kind |best |warm |many |my )*(regards|wishes|greetings|thanks|cheers|br|kr|rgds|sincerely|yours|best|cordially)(( ?, ?\\n?|\\n)(?!(that|this|it|you|for|so|but|and|what|how|i|all|is|are|can|the|a|very|really) )[a-z]{2,12}( [a-z]{2,14})?)?(?= ?[.!]? ?$)
    `,
  },
  {
    role: 'closing',
    before: 'never',
    behind: 'attached',
    lines: `
      please|kindly|asap|tia|thanks in advance|(please )?help( me)? please|please help( me)?( out)?|any help (is |would be )?(much |greatly )?appreciated|guys|folks|bro|mate|man|dude|anyone|everyone|footnote|right|no rush|sorry|just curious|just wondering|if you do not mind|if possible
    `,
  },
  {
    role: 'filler',
    before: 'question',
    behind: 'never',
    lines: `
      (well|anyway|anyways|so|and|but|then|also|now|just|oh|ah|like|i mean|you know|still|though|really|very|very much|indeed|today|please|too|as well|already|here|it is)
    `,
  },
]

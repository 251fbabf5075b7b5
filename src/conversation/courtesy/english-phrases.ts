import type { PhraseGroup } from './phrases.ts'

const GOOD =
  '(good|great|nice|awesome|amazing|excellent|fantastic|brilliant|smart|clever|perfect|lovely|wonderful|impressive|solid|stellar|superb|helpful|useful|neat|cute|cool|handy|beautiful|incredible|fabulous|terrific|magnificent|best|genius|fast|quick|accurate|spot on|genius|legendary|outstanding)'
const BAD =
  '(wrong|incorrect|false|inaccurate|bad|terrible|useless|nonsense|rubbish|garbage|misleading|outdated|off|unhelpful|irrelevant|ridiculous|untrue|a lie|lies|lying|mistaken|confusing|confused|trash|awful|horrible|hallucinating|made up|stupid|dumb|broken|pointless|annoying|worthless|lame|silly|crap|shit|bullshit|an idiot|idiotic|hopeless|incompetent|not helping|slow|weird|boring|inaccurate)'
const IT = '(it|this|that|they|the answer|your answer|this answer|that answer|the bot|this bot|you|your bot)'
const VERY =
  '((so|very|really|pretty|quite|too|just|all|completely|totally|absolutely|simply|plain|plainly|actually|super|such|kind of|a bit|fucking|freaking|truly|also|still|always|a|an|the|my|some|not only|even|that) )*'

/** Acts in English. Contractions are written out and apostrophes left away: that is, do not. */
export const ENGLISH_PHRASES: readonly PhraseGroup[] = [
  {
    role: 'greeting',
    before: 'free',
    behind: 'never',
    lines: `
      (hi|hey|hiya|heya|hullo|hallo|halo|yo|ahoy|hola|bonjour|greetings|salutations|howdy|oi)(?! (world|kitty|fresh|res|fi|dpi|page|event|message|function|handler|example|app|component|endpoint|packet|route|command|bar|screen|method|hook|timeout|lambda function))|hello(?! ?(指令|命令|示例|范例|例子|程式|程序|页面|函数|接口|world|kitty|fresh|page|event|message|function|handler|example|app|component|endpoint|route|command|screen|method|hook))
      good (morning|afternoon|evening|day)
      (nice|pleased|good|glad|great) to (meet|see) you
    `,
  },
  {
    role: 'greeting',
    before: 'separated',
    behind: 'never',
    lines: `
      (sup|wassup|whaddup|hihi|morning|mornin|evening|gm|welcome back|long time no see|i am back|back again|welcome)
      (i am |it is )?me again
      say (hi|hello)( to .{1,20})?
      (hi|hello) from \\w+
    `,
  },
  {
    role: 'thanks',
    before: 'separated',
    behind: 'attached',
    lines: `
      (ok |many |much |big |huge |a thousand |a million |lots of |no )?(thanks|thank you|thank|thankyou|ty|tysm|tyvm|tq|tanks|cheers|ta|merci|gracias|arigato|arigatou|danke|xiexie|xie xie|domo)( (you|u))?( (so|very|too|ever so) much| a (lot|bunch|ton|million|heap)| again| loads| heaps| kindly| tons| anyway| anyways| though| bunches| in advance| beforehand| already| everyone| all| indeed)*
      (thanks|thank you|tysm|ty|thanks a lot|thanks so much) (to you )?for (?![a-z ]*(what|which|where|how|who|when|why|can|could|does|is|are) )[a-z ]{2,50}
      (i )?(really |very |do |greatly |truly |much |so |would )*(appreciate|appreciated|obliged|grateful)( (it|that|this|your help|the help|you|your time|the quick reply|the answer))?
      (i am |am )?(very |so |really )?(grateful|thankful)
      ${IT} (really |was |is |has |did |all |totally )*(helps|help|helped|helpful|useful)( (a lot|me|us|so much|out|lots|a ton|tons|very much))*
      (that |it |this )?(worked|fixed it|did it|solved it|solves it|did the trick|works( now| great| perfectly)?)
      (god )?bless( you)?
      (i )?owe you( one)?
      much love
      that is (all|everything|exactly what) (i|we) (needed|need|wanted|was looking for|were looking for)( to (know|hear))?
      that is (all|it)
      no (more|further) questions
      you (saved|made) my (day|life|bacon|time)
    `,
  },
  {
    role: 'assent',
    before: 'separated',
    behind: 'never',
    lines: `
      (got it|gotcha|got that|i see|i get it|i got it|i got this|understood|i understand|noted|roger|roger that|copy that|makes sense|fair enough|fair point|okie|okie dokie|okey|okey dokey|oki|okok|alrighty|all right|aight|aye|yessir|sure thing|of course|of course not|no problem|no problemo|no worries|no prob|np|my bad|never knew( that)?|good to know|will do|i will( do that)?|lgtm|all good|all clear|clear now|deal|agreed|absolutely|definitely|exactly|indeed|understandable|point taken|duly noted|gotcha now|as expected|as i thought|i thought so|makes total sense|now i (see|get it|understand)|mhm|mm|mmm|uh huh|uhhuh|aha|ahh|ah|ohh|oh|ooh|hm|hmm|hmmm|uh|um|umm|er|erm|eh|emm|emmm|okidoki|okayy)
      (ah |oh |ok |okay |yeah |yes |right |well )*(that |this |it |everything )(is |now |all |also |really |just |does |totally |perfectly |makes |make )*(clear|right|correct|true|fine|ok|okay|good|alright|sense|interesting|enough|understandable|fair|reasonable|it|settled|logical|great to know|good to know)( (now|to me|then|enough|for me|to know))*
      (sounds|looks|seems) (good|great|fine|right|fair|about right|reasonable|ok|okay|like a plan)( to me| enough)?
      i (see|understand|get it|got it|know)( now| that| it| what you mean| your point)?
      (i am )?(fine|good|ok|okay|happy) with (that|it|this)
      i did not know that
      (yes|yeah|yep|yup|yea|ya|sure|ok|okay|right|please) (please|yes|sure|do|do it|do that|go ahead|of course|thank you|absolutely|i do|it is|you are|that one|both|all of them|ok)
      go for it|go ahead|please do|why not
    `,
  },
  {
    role: 'assent',
    before: 'question',
    behind: 'never',
    lines: `
      (ok|okay|okayyy|k|kk|kkk|oke|okk|alright|right|sure|yes|yep|yup|yeah|yea|yah|true|correct|cool|fine|fair|interesting|good|great|nice|clear|done|both|neither|either|maybe|perhaps|probably|possibly|whatever|either way|same|same here|me too|works for me|i guess|i guess so|guess so|i suppose|i think so|likewise|period|amen|facts|bet|word|based)( then| now)?
    `,
  },
  {
    role: 'laughter',
    before: 'separated',
    behind: 'attached',
    lines: `
      l(o|u|e)+l(ol)*s?|l+m+f?a+o+|r+o+f+l+|kek+w?|lulz|loool|lmaoo|lmfaoo|rotfl
      (b|m|mu|bwa|mwa|bu)?a?(ha|he|hi|hue|ja|je|ka|jo|ho|xa){2,}h?s?
      (haha|hehe|hihi|hoho|jaja|jeje|hahaha|hehehe|lolol|heh|hah|ha|ahah|ahaha|hhh+|hh|tee hee|teehee|hihi|hehehe|jk|just kidding)
      [x:]+d+|x+p
      ((that|this|it|you|bot|which|he) (is|are|was) )?${VERY}(hilarious|funny|hysterical|comical)
      ((you|this|that|it) )?(crack|cracks|cracked|made|makes) me (up|laugh|giggle|smile|lol)
      i am (dying|dead|crying|laughing|wheezing|lolling|rolling)( (of laughter|lol|so hard|out loud|here|rn))*
      (i )?(can not|could not) (stop laughing|even)
      (good|nice|great) joke|laughing out loud|funny (bot|guy|stuff|thing|answer)
    `,
  },
  {
    role: 'praise',
    before: 'separated',
    behind: 'never',
    lines: `
      ${VERY}${GOOD} (job|work|answer|answers|bot|find|thing|little thing|explanation|explanations|response|reply|catch|boy|girl|tool|robot|effort|summary|quote|info|information|assistant|machine|project|service|article|read|piece)( (footnote|bot|mate|man|indeed|ever|there|you have there|as always))*
      (what a |such a |${IT} (is|are|was|were|looks|look|seems) |i find ${IT} |one )${VERY}${GOOD}( (bot|answer|job|tool|thing|one|explanation|robot|little bot|assistant|response|help|at this|now|actually|indeed|for a bot))*
      ${VERY}(awesome|amazing|excellent|fantastic|brilliant|perfect|lovely|wonderful|impressive|superb|sweet|neat|wow|whoa|woah|wowza|bravo|kudos|respect|props|gg|ggwp|wp|wd|pog|poggers|goated|goat|dope|sick|lit|noice|nicee|magic|mind blown|mindblowing|incredible|beautiful|awsome|epic|legend|legendary|splendid|marvelous|outstanding|impressed|delightful|hats off|well said|well put|well played|nicely done|well done|good on you|nailed it|spot on|bingo|chapeau|attaboy|gj|wonderful stuff|good stuff|nice one|good one|great stuff|amazing stuff|cool stuff|nice stuff|so cool|very cool|how cool|super cool|cool bot|very nice|so good|so nice|pretty cool|pretty good|not bad|not bad at all|top notch|five stars|5 stars|10 out of 10|hell yeah|lets go|lets gooo|yay|hooray|woohoo|yess|love u|ily|i love you)
      (i )?(really |just |absolutely |totally |do )*(love|like|enjoy|adore|loved|liked|enjoyed) ((it|this|you|that|your answers?|the answers?|your work|this answer|this thing|using this|using it|the quotes|how you .{1,30})|(this |the |your )?(bot|tool|article|page|project))( (so much|a lot|very much|bot|already|tbh))*
      (you|this|bot|this bot|footnote) (are |is )?(the |a |an |my |one |really |so |totally |absolutely |such a |such an )*(rock|rocks|rule|rules|best|legend|star|life ?saver|hero|genius|goat|king|queen|boss|godsend|gem|beast|miracle|lifesaver|blessing|wizard|my friend|my hero|my favorite|my favourite|smart cookie|clever|treasure|expert|pro|good boy|good girl|sweetheart|angel)( bot)?( ever)?
      10/10.{0,30}
      (exactly|just|precisely) (what|the thing|the one) (i|we) (needed|need|wanted|was looking for|were looking for)
      (keep (it up|up the .{1,20}|going|being awesome)|(i am |very |so |really |quite )*(impressed|amazed|blown away))
      (a+ |w )(bot|answer)
      (got|you got|you have got) (it|this|that) right( this time)?|you were right|you are right
    `,
  },
  {
    role: 'complaint',
    before: 'separated',
    behind: 'never',
    lines: `
      ${IT} (is|was|are|were|looks|seems|sounds|sound|look|seem|feels|can be)( not)? ${VERY}${BAD}( (answer|bot|again|info|information|article|quote|source|paragraph|though|at this|today|as hell|to me|i think|sorry))*
      ${IT} (is|was|are|were|can) not ${VERY}(be )?(right|true|correct|helpful|useful|accurate|good|relevant|it|an answer|the answer|quite right|what i (asked|meant|wanted|was asking|need|needed|am looking for|was looking for|am asking|mean|said|had in mind)( (for|about))?|(my|the) question|the (thing|point|one|same|same thing)|even close|enough|possible|what it says|in the article|working|helping|funny|happy|clear)( (i asked|at all|enough|about|either|for|sorry|though|here))*
      not (helpful|useful|true|right|correct|accurate|quite|really|relevant|even close|what i (asked|meant|wanted|need|needed|am looking for)( for| about)?|an answer|the answer|good enough|good|impressed|happy|satisfied|convinced|again|sure about that|sure that is right|so fast|exactly|quite right|a good answer)( at all)?
      what i (asked|meant|wanted) (was|is) (not that|something else|different|another thing)
      ${VERY}${BAD} (answer|answers|bot|source|article|paragraph|citation|quote|response|reply|explanation|tool|result|results|robot|job|service|thing)( (ever|again|man|dude|you have there))*
      (what|such) (a |an )?${VERY}${BAD}( (answer|bot|piece of (software|junk|crap|shit|garbage|trash|work)|response|thing|tool|program|reply|machine|robot|joke|waste of time))?
      (this|that|it|you) (did|do|does|could|would|can|are|is|will|have|has) not (even |really |quite |actually |at all )*(make sense|makes sense|sound right|seem right|look right|work|help|answer|answered|answer me|answer (my|the) question|answer that|answer anything|read|read (it|the article|the question|my question)|listen|listening|understand|understand (me|it|that|the question|my question|what i .{1,30})|get it|get (the|my) (question|point)|know anything|know|sound (good|correct|plausible)|look good|address (it|that|my question|the question)|say (that|anything)|add up|seem (relevant|correct)|mean (that|anything)|answering( my question| the question)?|making sense|reading|helping( me)?|tell me anything|satisfy me|solve (it|my problem|the problem)|have anything to do with .{1,30})( (at all|though|either|here|to me|correctly|properly))*
      (that|this|it|you|which|your answer) (make|makes|made) (no|zero|little) sense( at all| to me)?
      ${IT} (tells|says|said|told|answers|answered|explains) (me )?(nothing|something else|the opposite|the same)
      you (are |just |keep |always |only |obviously |clearly |were )*(ignored|ignoring|missed|missing|misunderstood|misread|misunderstand|repeating|repeat|repeated|dodging|avoiding|avoided|skipped|failed|guessing|contradict|contradicting|forgot|contradicted|lied|lie|hallucinate|hallucinated|confusing|mixing|mixed|mixed up|evading)( (yourself|me|the question|my question|the point|it|that|things|the same thing|over and over|again|what i .{1,30}|to answer|something|stuff|up|two things))*
      (you are |you |stop |just )?(making|made|make|inventing) (things|stuff|that|this|it|shit|everything) up
      i (do|did|can|could) not (think so|think that is .{1,30}|believe (you|that|it|this)|get it|get that|understand( (it|that|this|you|the answer|your answer|what you mean|a word|anything|you at all))?|agree( with (that|this|it|you))?|like (it|that|this|you|your answer|the answer)|ask (that|about that|for that|for this|you|you that)|follow|mean that|buy (it|that)|see (it|how|the connection|what that has to do with it)|trust (you|that|this)|want that|need that|find (it|that) (helpful|useful))( (at all|though|sorry|either))*
      i doubt( (it|that|this))?
      i (disagree|beg to differ|am not (sure|convinced|happy|satisfied|impressed|amused)( (about|with) (that|this|it))?|am (still )?(confused|lost|not following)|hate (you|this|it|this bot|this thing|bots|your answers?|that)|expected (better|more)|already knew that|know that already|knew that( already)?|asked (you )?(about )?something (else|different)|asked a (simple|different) question|said .{1,30} not .{1,30}|wanted something else|asked something else|already (asked|said|told you)( that| this)?)
      i (already |have already |have )?(tried|did|done|read|checked|seen)( all)? (that|this|it)( already)?( (and|but) (it|that|this|nothing) (does not|did not|still does not|will not) (work|help)(ed|s)?| to no avail| and still nothing)?
      (still|it still) (wrong|not working|does not (work|help|make sense)|not (right|helpful|it|what i (asked|meant|want|wanted)( for)?)|no|confused|nothing|broken|unclear)
      (nope|nah|no|wrong|hmm|sorry|ok|please|just)*[, ]*(please )?(try|do|check|look|read|think|answer|search)( (it|that|the article|the question|my question))? (again|better|harder|properly|carefully|once more|more carefully|twice|first)
      (the|your|that|this|these|those|all) (citation|quote|source|answer|paragraph|reference|passage|link|sources|quotes|citations|answers)s? (has|have|had|is|are|says|say|was|were|does|do|look|looks|seems)( not)? (nothing to do with .{1,40}|wrong|irrelevant|not relevant|incorrect|something else|not .{1,30}|off topic|unrelated.{0,30}|broken|false|useless|match|make sense|say (so|that)|support (it|that)|about something else|answer .{1,30}|nonsense|bad)
      (is |has |are )?(that |this |it )?(got )?nothing to do with (it|that|this|my question|the question|what i (asked|said))
      are you (sure|serious|certain|kidding|joking|kidding me|for real|dumb|stupid|deaf|blind|broken|drunk|crazy|high|lying|trolling)( (about (that|this|it)|me|or what|or something|lol))*
      what (the |a )?(hell|heck|fuck|nonsense|rubbish|garbage|joke|mess)( is (this|that|wrong with you))?|what is wrong with you|what are you (talking about|saying|on about|smoking)
      (wtf|wth|smh|ffs|bs|wrong again|same answer( again| as before)?|off topic|irrelevant|same thing|that again|you (already )?said that( already)?|say something (else|new)|rubbish|garbage|bullshit|bullcrap|nonsense|balderdash|baloney|liar|lies|thumbs down|dislike|boo|booo|disappointing|disappointed|how disappointing|come on|cmon|not again|seriously|oh come on|for real|really|u sure|you sure|no it is not|no it does not|no you are not|no you did not|it is not|yikes|lame|weak|fail|epic fail|l bot|do better|read the article|read it again|waste of time|what a waste( of time)?|unhelpful|useless|pathetic|ridiculous|incorrect|inaccurate|untrue|terrible|horrible|awful)
      (fuck|fck|screw|damn|curse|hate)( (you|this|it|off|that|this bot|u))?
      (you )?(suck|sucks|stink|blow|are trash|are useless|are the worst|are broken|smell)( (bot|balls|so much|big time|at this))*|this (bot )?sucks
      (stupid|dumb|idiot|moron|dumbass|dummy|loser|idiotic|retard|clown|shit|crap|trash|imbecile|fool|asshole|bitch|bastard|jerk|fucking|piece of (shit|crap|junk|garbage|trash)|worst bot|worst)( (bot|machine|robot|ai|thing|you|ever|answer|program|piece of (shit|crap|software)))*
      ((wrong|bad|incorrect) (article|paragraph|source|citation|quote|answer|question|one|section|person|topic|language|page|document|thing))
      (there is|you have|it has|that has) (a |an )?(mistake|error|bug|typo|contradiction)( (in (it|that|there|the answer|your answer)|here|there))?
    `,
  },
  {
    role: 'complaint',
    before: 'question',
    behind: 'never',
    lines: `
      (no|nope|nah|naah|nay|noo|never|wrong|bad|false(?=[?!. ]*$)|hm|ugh|meh|argh|gah|eww|sigh|eh)
    `,
  },
  {
    role: 'unclear',
    before: 'question',
    behind: 'never',
    lines: `
      (huh|(what|wha|hm|hmm|eh|ah|oh|umm?|nani|sorry|pardon)(?=[?]+[?!. ]*$)|what(?=[!. ]*$))
    `,
  },
]

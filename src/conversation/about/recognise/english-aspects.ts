import type { AspectPattern } from './aspects.ts'

/** The first that fits and leaves nothing else said decides. */
export const ENGLISH_ASPECTS: readonly AspectPattern[] = [
  {
    aspect: 'articles',
    when: /\b(?:what|which|how many|list|show|name|all|any|other|more|only|just|your|you|see)\b/,
    pattern:
      /\b(?:articles|documents|docs|sources|texts|files|topics|materials|knowledge base|knowledge|corpus|library|database|data ?base|books|papers|data sources?)\b/,
  },
  {
    aspect: 'articles',
    when: /\b(?:do you|you|you only|only|just|is (?:this|that|it))\b/,
    pattern: /\b(?:anything|something|another|other|more|else|only|just)\b/,
    needsArticle: true,
  },
  {
    aspect: 'articles',
    pattern:
      /\bwhat (?:all |else )?(?:do|can) you (?:know|talk|read|search|cover|know things)(?: (?:about|of|through|in|stuff|things))*(?=\W*$)|\bwhat (?:is|are) in your (?:head|memory|brain|index|mind)\b/,
  },
  {
    aspect: 'author',
    pattern:
      /\bwho (?:is |are |was |were )?(?:the )?(?:author|authors|writer|writers)\b|\bwho (?:actually |originally |has |is the one who |exactly )*(?:wrote|writes|written|authored|penned|drafted)\b|\b(?:author|authors|writer|writers|byline|authorship)s?(?: name)?\b|\b(?:by whom|written by|penned by|authored by|who (?:is|was) (?:this|it) by)\b/,
  },
  {
    aspect: 'url',
    pattern: /\b(?:who|which|what) (?:is|was) (?:the |its )?publisher\b|^\W*(?:the )?publisher\W*$/,
  },
  {
    aspect: 'author',
    pattern:
      /\bwho (?:made|created|published|posted|composed|produced|released|did|is behind|is responsible for)\b/,
    needsArticle: true,
  },
  {
    aspect: 'length',
    pattern:
      /\bhow many (?:words|paragraphs|sections|chapters|parts|characters|pages|sentences|lines|headings|letters|minutes)\b|\b(?:word|character|paragraph|page|section|chapter) count\b|\b(?:number|amount) of (?:words|paragraphs|sections|chapters|parts|characters|pages|headings)\b|\b(?:long read|reading time|read time|time to read|minutes to read)\b|\bhow long (?:does|will|would) it take(?: me)? to read\b/,
  },
  {
    aspect: 'length',
    pattern: /\bhow (?:long|big|large|short|lengthy)\b|\b(?:long|short|lengthy)\b|\blength\b/,
    needsArticle: true,
  },
  {
    aspect: 'sections',
    pattern:
      /\b(?:sections|chapters|headings|headlines|subheadings|sub headings|table of contents|toc|outline|section titles|section headings|chapter titles|list of contents|contents)\b|\b(?:structure|structured|organi[sz]ed|organi[sz]ation|layout)\b/,
  },
  {
    aspect: 'sections',
    when: /\b(?:what|which|list|show|name|all)\b/,
    pattern: /\bparts\b/,
  },
  {
    aspect: 'reliability',
    pattern:
      /\b(?:(?:good|credible|reliable|trusted|trustworthy|academic|serious|primary) source|reliable|reliability|accurate|accuracy|inaccurate|trustworthy|credible|credibility|biased?|unbiased|objective|legit|legitimate|factual|factually (?:correct|right)|fact ?checked|peer reviewed|(?:can|could|should) (?:i|we|one|you|this|it|that)(?: be)? (?:really )?(?:trust(?:ed)?|rely on|relied (?:up)?on|believe|believed)|how (?:much )?(?:can|should|far can) (?:i|we|one) trust|how (?:reliable|accurate|trustworthy|credible|biased|objective)|cite|citable|cited|legit|sponsored|advert|advertisement|advertorial|promotional|promotion|paid (?:content|for)|clickbait|propaganda|an ad|errors|mistakes|fake news|misinformation)\b/,
    needsArticle: true,
  },
  {
    aspect: 'reliability',
    pattern:
      /\b(?:true|correct|right|wrong|outright lies|lies|bs|nonsense|opinion|opinions|an opinion piece)\b/,
    when: /\b(?:article|text|piece|post|essay|document|author|writer|any of this|all of this|all this|everything here|everything in here)\b/,
    needsArticle: true,
  },
  {
    aspect: 'reliability',
    pattern:
      /\b(?:author|writer)(?: really| at all| an?)* (?:biased|objective|credible|reliable|trustworthy|neutral|qualified|right|wrong|experts?|authority|professional|insider|famous|well known)\b|\b(?:trust|believe|rely on) (?:the |this |him|her|them)*(?:author|writer)?(?=\W*$)/,
    when: /\b(?:author|writer)\b/,
  },
  { aspect: 'title', pattern: /\b(?:title|titled|headline|full title)\b/ },
  { aspect: 'title', pattern: /\b(?:called|named|name)\b/, needsArticle: true },
  {
    aspect: 'date',
    when: /\b(?:published|written|posted|issued|dated|updated|revised|printed|from|publish|write|wrote|post|come out|came out|appear|appeared)\b/,
    pattern: /\b(?:when|what (?:date|day|year|month|time)|which (?:year|month|day|date)|how long ago)\b/,
  },
  {
    aspect: 'date',
    pattern:
      /\b(?:publication|publishing|publish|release|issue|posting) (?:date|year|time)\b|\bdate of (?:publication|writing|issue|release)\b|\b(?:last|latest|most recent) (?:updated?|modified|revised|revision|edit|edited|change)\b|^\W*(?:what is )?(?:the |its )?date\W*$/,
  },
  {
    aspect: 'date',
    pattern:
      /\b(?:how (?:old|recent|new|current|fresh|up to date)|recent|outdated|out of date|up to date|old|new|date|dated|what year|which year|when|released?|year)\b/,
    needsArticle: true,
  },
  {
    aspect: 'url',
    when: /\b(?:published|posted|printed|publish|post|appear|appeared|come from|came from|from|taken|full text|original|originate)\b/,
    pattern: /\bwhere\b/,
  },
  {
    aspect: 'url',
    pattern:
      /\blinks? to (?:the )?(?:original|source|article|full (?:text|article|version)|text)\b|\b(?:source|original|article) (?:url|link|address|site|website)\b|\b(?:which|what) (?:site|website|magazine|blog|platform|newspaper|publication|outlet|publisher|journal)\b|^\W*(?:what is |the |got |have |give me |any |is there )*(?:a |an |the )?(?:source|link|url|permalink|origin)\W*$|\boriginal (?:link|source|url|version|article)\b|\b(?:blog post|magazine article|news article|newspaper article|academic paper|press release)\b/,
  },
  {
    aspect: 'url',
    pattern: /\b(?:source|origin|original|links?|url|website|publisher|where|read|find|get|online)\b/,
    needsArticle: true,
  },
  {
    aspect: 'summary',
    pattern:
      /\b(?:tl ?;? ?dr|tl dr|tldr|summary|summaries|summari[sz]e|summari[sz]ed|summari[sz]ing|summari[sz]ation|sum (?:it |this |that |everything |all )?(?:all )?up|recap|recapitulate|takeaways?|take aways?|key (?:points?|ideas?|takeaways?|messages?|facts?|insights?|arguments?|findings?|learnings?)|main (?:points?|ideas?|takeaways?|arguments?|messages?|claims?|thesis|findings?|conclusions?|insights?|things)|central (?:points?|ideas?|arguments?|messages?|claims?|thesis)|gist|abstract|synopsis|overview|digest|highlights|cliff ?notes|in a nutshell|in brief|in short|in a few words|essence|bottom line|core (?:points?|messages?|ideas?|arguments?|claims?)|most important (?:points?|things?|parts?|ideas?)|important points?|condense|shorten|eli5|crux|elevator pitch|short version|quick version)\b/,
  },
  {
    aspect: 'about',
    when: /\bwhat (?:is|are|was|exactly)\b/,
    pattern: /\b(?:all )?(?:about|on)\b(?=\W*$)|\b(?:discussed|covered|described|contained)\b/,
  },
  {
    aspect: 'about',
    when: /\bwhat (?:does|do|did|would)\b/,
    pattern:
      /\b(?:deal with|deals with|talk about|cover|discuss|say|describe|treat|tell(?: us| me)?|contain|present|argue|claim|want to say)\b(?=\W*$)/,
  },
  {
    aspect: 'about',
    pattern: /\b(?:topics?|subjects?|themes?|main (?:topic|subject|theme)|subject matter|what kind of)\b/,
  },
  {
    aspect: 'about',
    pattern: /\b(?:describe|description|about|introduce|introduction|explain|intro)\b/,
    needsArticle: true,
  },
]

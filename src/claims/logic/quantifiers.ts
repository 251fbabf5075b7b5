import { type Alignment, isWithin } from '../alignment.ts'
import type { ReadText } from '../reading/read-text.ts'
import type { Token } from '../reading/tokens.ts'

/** What says that something holds without exception. 都 and 均 are too common to demand it, and say it. */
const DEMANDS_ALL =
  /\b(?:(?<!at |after |above )all(?! (?:year|day|night|over|round|else|sorts|kinds|the same|that (?:is|was|they|you|it|we)|along|around))|every(?!day| day| year| week| month| hour| minute| second| \w+ (?:minutes|hours|days|years))\w*|always(?!-)|entire(?:ly)?|completely|totally|everything|everyone|everybody|anything|whatever|whichever|no matter|regardless)\b|所有|一切|全部|全都|全体|任何(?!人)|总是|一律|完全(?!相同)|无一例外|不[论管]|无论|全(?=[是被要由]|[^\p{P}]{0,2}都)/iu
const SAYS_ALL =
  /\b(?:all|every\w*|each|always(?!-)|entire(?:ly)?|completely|totally|any\w*|both|whatever|wherever|throughout|alike)\b|所有|一切|全(?![年天县国省市球程场食家])|任何|每|各(?!自)|总[是会在]|一直|从来|大家|大伙|众人|谁[也都]|万千|普遍|到处|处处|无[不非]|一律|完全|都|均|皆|凡|无论|不论|不管|只要|始终/iu
/** What says that something does not hold for all. */
const SAYS_SOME =
  /\b(?:some|several|many|most(?= of)|a number of|a few|often|usually|sometimes|at least one|partly)\b|有些|部分|一些|许多|很多|多家|多半|大多|多数|有的|某些|往往|通常|一般|至少有?一/iu
const DEMANDS_MOST =
  /\b(?:most(?= of\b| \w+(?<!ou|s)s\b)|mostly|majority|mainly)\b|大多数|大部分|多数|多半|绝大/iu
const SAYS_MOST =
  /\b(?:most\w*|majority|mainly|nearly all|almost all|all|largely)\b|大多|大部分|多数|多半|绝大|几乎|主要|其余多|所有|全|都/iu
const DEMANDS_CERTAINTY =
  /\b(?:certain(?:ly| to)|definitely|surely|prov(?:e|es|ed|en)|guarantee[sd]?|undoubtedly)\b|证[实明]|必[定然]|肯定|确[认定]|(?<!不)一定/iu
const SAYS_CERTAINTY =
  /\b(?:certain\w*|definitely|surely|prov\w+|guarantee\w*|confirm\w*|show\w*|establish\w*|always|must)\b|证[实明]|必|肯定|确|一定|显示|表明|发现/iu
const DENIED_CERTAINTY =
  /(?:尚未|未|没有|不|not (?:yet )?(?:been )?)(?:得到|经|能)?(?:证[实明]|确[认定]|一定|必|proved|proven|confirmed|certain)/iu

const EXCEPTION =
  /\b(?:except\w*|unless|apart from|other than|excluding|save for)\b|除外|除了?|以外|之外|例外|不在此限|除非/iu
const INCLUSIVE =
  /\b(?:included|including|even|without exception|whatever|seven days a week)\b|包括|连|即使|不[论管]|无论|任何情况/iu

/** What says that something may be so. English "may" and "can" permit as often as they doubt. */
const HEDGE =
  /\b(?:may (?:have|be)|might|could (?:have|be)|perhaps|possibly|probably|likely|maybe|suspect\w*|suggest\w*|speculat\w*|seem\w*|appear(?:s|ed) to|reportedly|allegedly|rumou?r\w*|estimate[sd]?|guess\w*|presumably)\b|可能(?!性)|也许|或许|大概|似乎|推测|恐怕|估计|据说|传言|疑似|好像|怀疑|猜测|未必|不一定|说不定|貌似/iu
const MAY_HEDGE =
  /\b(?:may|can|could|would|potential\w*|risk\w*|possib\w*|unclear|think\w*|believe\w*|according to|doubt\w*|not necessarily)\b|会|恐|认为|觉得|相信|或者?|有望|怀疑|不太|不.{0,2}信/iu

/** What is said to come second, or among the first: "the second largest", 第二高, 之一. */
const BEHIND_THE_FIRST =
  /\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?:most )?\w+|\bone of the \w+|\bamong the \w+|第[二三四五六七八九十]|[数數]一[数數]二|之一|其中一/iu
const SUPERLATIVE =
  /\bthe (?:\w+est|most \w+|first|only)\b|最[\p{Script=Han}]|第一(?!次)|首[个個位家座款]|唯一/iu

type QuantifierFault = 'quantifier' | 'hedge'

/**
 * Whether a claim says more than its evidence: all of some, always of sometimes, certainly of perhaps, or something
 * without the exception that it has.
 */
export function overstates(claim: ReadText, alignment: Alignment): QuantifierFault | undefined {
  const evidence = alignment.evidence.map(({ text }) => text).join('\n')
  const content = claim.tokens.filter(({ isFunction, kind }) => !isFunction && kind !== 'number')
  const nearest = alignment.evidence[alignment.nearestSentence(content)]?.text ?? ''
  if (DEMANDS_ALL.test(claim.text)) {
    if (!SAYS_ALL.test(nearest)) return 'quantifier'
    if (SAYS_SOME.test(nearest) && !SAYS_SOME.test(claim.text)) return 'quantifier'
  }
  if (claimsTheFirst(claim, alignment)) return 'quantifier'
  if (DEMANDS_MOST.test(claim.text) && !SAYS_MOST.test(evidence) && !holdsGreatShare(alignment))
    return 'quantifier'
  if (
    EXCEPTION.test(evidence) &&
    !EXCEPTION.test(claim.text) &&
    INCLUSIVE.test(claim.text) &&
    !INCLUSIVE.test(evidence)
  )
    return 'quantifier'
  if (DEMANDS_CERTAINTY.test(claim.text)) {
    if (DENIED_CERTAINTY.test(evidence) && !DENIED_CERTAINTY.test(claim.text)) return 'hedge'
    if (
      !SAYS_CERTAINTY.test(
        evidence.replace(/(?:不|尚未|未|没有)(?:得到)?(?:证[实明]|一定|必|确[认定])/gu, ''),
      )
    )
      return 'hedge'
  }
  return dropsHedge(claim, content, alignment) ? 'hedge' : undefined
}

/** Whether a claim calls the first of all what its evidence calls the second, or one of some. */
function claimsTheFirst(claim: ReadText, alignment: Alignment): boolean {
  return claim.clauses.some((clause) => {
    const said = claim.text.slice(clause.start, clause.end)
    if (!SUPERLATIVE.test(said) || BEHIND_THE_FIRST.test(claim.text)) return false
    const words = claim.tokens.filter((token) => !token.isFunction && isWithin(token, clause))
    const homes = alignment
      .homesOf(words)
      .map(({ sentence, start, end }) => alignment.evidence[sentence]?.text.slice(start, end) ?? '')
    const isFirst = (home: string) => SUPERLATIVE.test(home) && !BEHIND_THE_FIRST.test(home)
    return homes.some((home) => BEHIND_THE_FIRST.test(home)) && !homes.some(isFirst)
  })
}

function holdsGreatShare({ evidence }: Alignment): boolean {
  return evidence.some(({ quantities }) =>
    quantities.some(({ dimension, value }) => dimension === 'ratio' && value > 0.5),
  )
}

/** Of what a claim says so much must stand in a clause that is in doubt before the claim must doubt it too. */
const IN_DOUBT = 0.6

function dropsHedge(claim: ReadText, content: readonly Token[], alignment: Alignment): boolean {
  if (HEDGE.test(claim.text) || MAY_HEDGE.test(claim.text)) return false
  const aligned = content.filter((token) => alignment.mentionsOf(token).length > 0)
  if (aligned.length < 2) return false
  return alignment.evidence.some(({ text, clauses }, sentence) =>
    clauses.some((clause, at) => {
      if (!HEDGE.test(text.slice(clause.start, clause.end))) return false
      // 推测, suspects: what is in doubt may be the clause that follows.
      const doubted = { start: clause.start, end: clauses[at + 1]?.end ?? clause.end }
      const inDoubt = aligned.filter((token) =>
        alignment
          .mentionsOf(token)
          .some((mention) => mention.sentence === sentence && isWithin(mention, doubted)),
      )
      const free = aligned.filter((token) =>
        alignment
          .mentionsOf(token)
          .some((mention) => mention.sentence !== sentence || !isWithin(mention, doubted)),
      )
      return inDoubt.length - free.length >= IN_DOUBT * aligned.length
    }),
  )
}

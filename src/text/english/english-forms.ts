/**
 * English forms that stemming does not lead back to one stem: past tenses, plurals and comparatives behind their base form, and
 * what people shorten.
 */
const FORMS = `arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown
break broke broken|breed bred|bring brought|build built|burn burnt|burst|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept
deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held
keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lay lain|light lit|lose lost
make made|mean meant|meet met|mislead misled|mistake mistook mistaken|overcome overcame|override overrode overridden|overtake overtook overtaken
overwrite overwrote overwritten|pay paid|rebuild rebuilt|redo redid redone|rewrite rewrote rewritten|ride rode ridden|ring rang rung
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spell spelt|spend spent
spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld
wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|write wrote written
child children|man men|woman women|person people|foot feet|tooth teeth|goose geese|mouse mice|half halves|leaf leaves|life lives|knife knives
shelf shelves|wolf wolves|thief thieves|index indices|matrix matrices|vertex vertices|appendix appendices|criterion criteria
phenomenon phenomena|analysis analyses|basis bases|crisis crises|hypothesis hypotheses|thesis theses|medium media|datum data
good better best|bad worse worst|far farther further farthest furthest`

/** All forms of a word, its base first, by any of them. */
const GROUPS_OF = new Map<string, string[][]>()
for (const line of FORMS.split(/[|\n]/)) {
  const group = line.split(' ')
  for (const form of group) GROUPS_OF.set(form, [...(GROUPS_OF.get(form) ?? []), group])
}

/**
 * The other forms of a word that is inflected irregularly, its base among them: `taken` for take and took. "lay" is a form of two words.
 *
 * @param word lower case
 */
export function irregularFormsOf(word: string): string[] {
  return (GROUPS_OF.get(word) ?? []).flat().filter((form) => form !== word)
}

/**
 * What an English word may be a form of: itself, the base of an irregular form, of a comparative or of a superlative.
 *
 * @param word lower case
 */
export function baseFormsOf(word: string): string[] {
  const bases = (GROUPS_OF.get(word) ?? []).flatMap(([base]) =>
    base === undefined || base === word ? [] : [base],
  )
  if (bases.length > 0) return [word, ...bases]
  const graded = /^(.{2,}?)(i?)(?:er|est)$/.exec(word)
  if (graded === null) return [word]
  const [, root = '', i] = graded
  const undoubled = /([bdgmnpt])\1$/.test(root) ? [root.slice(0, -1)] : []
  return [word, ...(i ? [`${root}y`] : [root, `${root}e`, ...undoubled])]
}

/** Endings that are spelt in two ways, British and American; what comes before them stays. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(?=(?:e|es|ed|ing|er|ers|able|ation|ations)$)/, 'iz'],
  [/iz(?=(?:e|es|ed|ing|er|ers|able|ation|ations)$)/, 'is'],
  [/ys(?=(?:e|es|ed|ing|er|ers)$)/, 'yz'],
  [/yz(?=(?:e|es|ed|ing|er|ers)$)/, 'ys'],
  [/our(?=(?:s|ed|ing|al|able|ful|less|ite|ites)?$)/, 'or'],
  [/or(?=(?:s|ed|ing|al|able|ful|less|ite|ites)?$)/, 'our'],
  [/tre(?=[sd]?$)/, 'ter'],
  [/ter(?=(?:s|ed)?$)/, 'tre'],
  [/ence(?=s?$)/, 'ense'],
  [/ense(?=[sd]?$)/, 'ence'],
  [/ogue(?=s?$)/, 'og'],
  [/og(?=s?$)/, 'ogue'],
]
/** "hour" and "for" are no two spellings. */
const SHORTEST_SPELT_TWICE = 5

/**
 * How else a word may be spelt, British for American and the other way round: `serialise` for `serialize`. Most of what comes of it is no word
 * at all (`promize`), which does no harm where it is looked for in a text.
 *
 * @param word lower case
 */
export function otherSpellingsOf(word: string): string[] {
  if (word.length < SHORTEST_SPELT_TWICE) return []
  return SPELLINGS.flatMap(([ending, other]) => (ending.test(word) ? [word.replace(ending, other)] : []))
}

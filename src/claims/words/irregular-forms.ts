/** English forms that stemming does not lead back: past tenses, plurals and comparatives, by their base form. */
const FORMS = `arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown
break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt|dig dug|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown
forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden
hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lie lay lain|lose lost|make made|mean meant|meet met|pay paid
ride rode ridden|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot
show shown|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|stand stood|steal stole stolen|stick stuck
strike struck|swear swore sworn|swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written|child children|man men|woman women
person people|foot feet|tooth teeth|mouse mice|half halves|leaf leaves|life lives|good better best|bad worse worst|far farther further`

const BASE_OF = new Map(
  FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...forms] = line.split(' ')
    return forms.map((form) => [form, base] as const)
  }),
)

/**
 * What an English word may be a form of: itself, the base of an irregular form, of a comparative or of a superlative.
 *
 * @param word lower case
 */
export function baseFormsOf(word: string): string[] {
  const base = BASE_OF.get(word)
  if (base !== undefined) return [word, base]
  const graded = /^(.{2,}?)(i?)(?:er|est)$/.exec(word)
  if (graded === null) return [word]
  const [, root = '', i] = graded
  const undoubled = /([bdgmnpt])\1$/.test(root) ? [root.slice(0, -1)] : []
  return [word, ...(i ? [`${root}y`] : [root, `${root}e`, ...undoubled])]
}

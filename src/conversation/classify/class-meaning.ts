import type { Aspect } from '../about/recognise/aspects.ts'
import type { PlainAct } from '../acts/act-replies.ts'
import type { LearnedClass } from './turn-classes.ts'

type Meaning = { readonly aspect: Aspect } | { readonly act: PlainAct }

const ACT = (act: PlainAct): Meaning => ({ act })
const ASPECT = (aspect: Aspect): Meaning => ({ aspect })

/** What is done about each class; what is wanted of an answer before, where there is none, as well. */
const MEANING: Readonly<Record<Exclude<LearnedClass, 'section'>, Meaning>> = {
  about: ASPECT('about'),
  again: ACT('unclear'),
  articles: ASPECT('articles'),
  assent: ACT('assent'),
  author: ASPECT('author'),
  complaint: ACT('complaint'),
  date: ASPECT('date'),
  doubt: ACT('unclear'),
  farewell: ACT('farewell'),
  greeting: ACT('greeting'),
  help: ACT('help'),
  identity: ACT('identity'),
  'in-language': ACT('out-of-scope'),
  laughter: ACT('laughter'),
  length: ASPECT('length'),
  more: ACT('unclear'),
  'out-of-scope': ACT('out-of-scope'),
  ping: ACT('ping'),
  praise: ACT('praise'),
  reaction: ACT('reaction'),
  sections: ASPECT('sections'),
  shorter: ACT('unclear'),
  source: ASPECT('url'),
  stop: ACT('stop'),
  summary: ASPECT('summary'),
  thanks: ACT('thanks'),
  title: ASPECT('title'),
  unclear: ACT('unclear'),
  url: ASPECT('url'),
  wellbeing: ACT('wellbeing'),
}

/** What a class asks of an article itself; which of its sections is meant has to be counted out. */
export function aspectOf(turnClass: LearnedClass | undefined): Aspect | undefined {
  const meaning = meaningOf(turnClass)
  return meaning !== undefined && 'aspect' in meaning ? meaning.aspect : undefined
}

/** The act that a class is. */
export function plainActOf(turnClass: LearnedClass | undefined): PlainAct | undefined {
  const meaning = meaningOf(turnClass)
  return meaning !== undefined && 'act' in meaning ? meaning.act : undefined
}

function meaningOf(turnClass: LearnedClass | undefined): Meaning | undefined {
  return turnClass === undefined || turnClass === 'section' ? undefined : MEANING[turnClass]
}

/** A claim that denies something. */
const DENIES =
  /\b(?:not|never|neither|nor|none|nothing|nobody|cannot)\b|n't\b|不(?![同斷断僅仅過过少久錯错論论管但只必])|[沒没]有|[從从尚]未|[並并]非/i

/** What may be said as a denial: a negation of any kind, a lack, a refusal, an end, a question that expects "no". */
const MAY_DENY =
  /[不沒没無无非未別别勿否莫難难毋弗免缺失拒禁停反才怎哪豈岂]|\b(?:not|never|no|neither|nor|none|nothing|nobody|without|cannot|only|rather|instead|fail\w*|lack\w*|stop\w*|refus\w*|until)\b|n't\b/i

/** Words that deny by how they begin; names begin with a capital. */
const MAY_DENY_WITHIN = /\b(?:un|in|im|non|dis)[a-z]{3,}\b/

/** Whether a claim denies something where nothing in its evidence may be said so. */
export function deniesOnItsOwn(claim: string, evidence: string): boolean {
  return DENIES.test(claim) && !MAY_DENY.test(evidence) && !MAY_DENY_WITHIN.test(evidence)
}

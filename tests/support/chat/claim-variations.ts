/** What is done to a true claim to make it a wrong one; nothing where it cannot be done to it. */
export type Variation = (claim: string, pick: (below: number) => number) => string | undefined

const STRANGERS = ['Oracle', 'Fujitsu', 'Nokia', 'Siemens', 'Lenovo', 'Tencent', 'Zoom', 'Netscape']

/** Another number in the place of one. */
export const otherNumber: Variation = (claim, pick) => {
  const numbers = [...claim.matchAll(/\d+/g)]
  const chosen = numbers[pick(numbers.length)]
  if (chosen === undefined) return undefined
  const { 0: digits, index } = chosen
  const other = String(Number(digits) + 1 + pick(8))
  return claim.slice(0, index) + other + claim.slice(index + digits.length)
}

/** A name that no text knows in the place of one. */
export const otherName: Variation = (claim, pick) => {
  const names = [...claim.matchAll(/(?<=\s)[A-Z][A-Za-z]+(?:\.js)?(?![\w-])/g)]
  const chosen = names[pick(names.length)]
  if (chosen === undefined) return undefined
  const { 0: name, index } = chosen
  const stranger = STRANGERS[pick(STRANGERS.length)] as string
  return claim.slice(0, index) + stranger + claim.slice(index + name.length)
}

const AFFIRMS = /\b(is|are|was|were|has|have|had|can|could|will|would|should|does|did)\b/
const DENIES = /\b(?:no|not|never|without|neither|nor|nothing|none|cannot|only|hardly|if|whether)\b|n't\b/i

/** The opposite; of simple sentences, for of others it is not plain what that is. */
export const negated: Variation = (claim) =>
  DENIES.test(claim) || claim.includes(',') || !AFFIRMS.test(claim)
    ? undefined
    : claim.replace(AFFIRMS, '$1 not')
